import { describe, expect, it } from 'vitest';
import { startAhead } from '../../src/cli/ahead.js';

describe('starting the reading process ahead', () => {
  it.each([
    ['a command that reads nothing', ['schema', 'minutes']],
    ['a command without papers', ['extract']],
    ['a question', ['extract', '--help']],
    ['another question', ['tables', 'a.pdf', '-h']],
    ['no amount of memory', ['extract', 'a.pdf', '--memory', 'much']],
    ['no amount of memory, joined', ['extract', 'a.pdf', '--memory=0']],
  ])('%s starts none', (_, args) => {
    expect(startAhead(['node', 'ctrust', ...args])).toBeUndefined();
  });
});
