import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pair } from '../../../src/kinds/action-plan/pairing.js';

const tops = (...list: number[]) => list.map((top) => ({ top, bottom: top + 12 }));
const bare = (n: number) => Array.from({ length: n }, () => ({}));

describe('pairing by height', () => {
  it('gives each action the value at its height, not the value of its rank', () => {
    expect(pair(tops(0, 60, 120), tops(0, 120), false)).toEqual([0, 2]);
    expect(pair(tops(0, 60, 120), tops(61), false)).toEqual([1]);
  });
  it('keeps the lines of one value together beside a tall action', () => {
    expect(pair([{ top: 0, bottom: 110 }, { top: 130, bottom: 180 }], tops(0, 12, 24, 36), false)).toEqual([0, 0, 0, 0]);
  });
  it('keeps step where a value takes more lines than the action beside it', () => {
    expect(pair(tops(0, 12, 24), [{ top: 0, bottom: 24 }, { top: 24, bottom: 36 }, { top: 36, bottom: 48 }], false)).toEqual([0, 1, 2]);
    expect(pair(tops(0, 130), tops(0, 12), false)).toEqual([0, 0]);
  });
  it('takes a value a little above an action for its own', () => {
    expect(pair(tops(0, 60), tops(54), false)).toEqual([1]);
    expect(pair(tops(0, 60), tops(0, 45), false)).toEqual([0, 1]);
  });
  it('gives everything to the only action', () => {
    expect(pair(tops(0), tops(0, 40, 80), false)).toEqual([0, 0, 0]);
  });
  it('never goes back up', () => {
    const list = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 8 }).map((l) => tops(...[...l].sort((a, b) => a - b)));
    fc.assert(fc.property(list, list, (actions, values) => {
      const out = pair(actions, values, false);
      expect(out).toEqual([...out].sort((a, b) => a - b));
      expect(out.every((i) => i >= 0 && i < actions.length)).toBe(true);
    }));
  });
});

describe('pairing without heights', () => {
  it('reads a cell that begins a recommendation from the first paragraph down', () => {
    expect(pair(bare(3), bare(1), false)).toEqual([0]);
    expect(pair(bare(3), bare(2), false)).toEqual([0, 1]);
  });
  it('reads a cell that goes on from the page before from the last paragraph up', () => {
    expect(pair(bare(3), bare(2), true)).toEqual([1, 2]);
    expect(pair(bare(3), bare(3), true)).toEqual([0, 1, 2]);
  });
  it('does not guess', () => {
    expect(pair(bare(2), bare(3), false)).toEqual([-1, -1, -1]);
    expect(pair(bare(4), bare(1), true)).toEqual([-1]);
    expect(pair([], bare(2), false)).toEqual([-1, -1]);
  });
});

describe('as many whole values as actions', () => {
  it('go with them in order, though the actions take more lines', () => {
    expect(pair(tops(0, 24, 48), tops(0, 12, 24), false, true)).toEqual([0, 1, 2]);
    expect(pair(tops(0, 130), tops(0, 12), false, true)).toEqual([0, 1]);
  });
  it('but not where white space sets them level with others', () => {
    expect(pair(tops(0, 60, 120), tops(0, 12, 120), false, true)).toEqual([0, 1, 2]);
    expect(pair(tops(0, 60, 120), tops(0, 120, 132), false, true)).toEqual([0, 2, 2]);
  });
  it('and fewer or more than actions are paired by height', () => {
    expect(pair(tops(0, 60, 120), tops(0, 12), false, true)).toEqual([0, 0]);
  });
});
