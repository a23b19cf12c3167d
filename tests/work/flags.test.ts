import { describe, expect, it } from 'vitest';
import { childArguments, childEnvironment, USUAL_MEMORY } from '../../src/work/flags.js';

describe('what a child process is told', () => {
  it('names no certificates, and asks glibc for large pages unless somebody told it something else', () => {
    expect(childEnvironment({ PATH: '/bin', NODE_EXTRA_CA_CERTS: '/certificates' })).toEqual({ PATH: '/bin', GLIBC_TUNABLES: expect.stringContaining('glibc.malloc.hugetlb=1') });
    expect(childEnvironment({ GLIBC_TUNABLES: 'glibc.malloc.check=3' })).toEqual({ GLIBC_TUNABLES: 'glibc.malloc.check=3' });
  });

  it('has no arguments where the usual heap is large enough, and a larger heap than the memory that is watched where it is not', () => {
    expect(childArguments(1)).toEqual([]);
    expect(childArguments(1_000_000)).toEqual([`--max-old-space-size=${1_250_064}`]);
    expect(USUAL_MEMORY).toBe(1024);
  });
});
