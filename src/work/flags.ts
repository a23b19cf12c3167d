/** What the child processes are told of memory and compiling. The code kept for them (load.ts, pdfium-wasm.ts) holds for these flags only. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** How much memory a paper may take where nothing else is said, in megabytes. */
export const USUAL_MEMORY = 1024;

/** By this many times, and this many megabytes more, the heap's own limit is above the memory limit: the watch on resident memory, which counts everything, is to be first. */
const HEAP_OVER = 1.25;
const HEAP_ABOVE = 64;

/**
 * Arguments of Node for a child: none where the heap that it gives itself is large enough. With any flag of V8 on its command line Node puts its own kept code aside,
 * and compiles what it needs of itself anew, which takes as long as a short paper.
 */
export function childArguments(memory: number): string[] {
  const wanted = Math.round(memory * HEAP_OVER) + HEAP_ABOVE;
  return wanted * 1024 * 1024 > getHeapStatistics().heap_size_limit ? [`--max-old-space-size=${wanted}`] : [];
}

/**
 * What glibc is told: to ask for pages of 2 MB, where the system gives them (`hugetlb`), to take rooms of up to 8 MB from its own, which begins at such a page
 * (`mmap_threshold`; PDFium, of which V8 keeps a copy, has 4 MB), and to grow that by 16 MB at a time (`top_pad`). A first touch of memory is dear, and there are a third fewer.
 */
const GLIBC = 'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=8388608:glibc.malloc.top_pad=16777216';

/**
 * The child's surroundings: certificates named for the network, which it never uses, would be read at every start, and take longer than all else of it.
 * What somebody else has told glibc stands.
 */
export function childEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = own;
  return { GLIBC_TUNABLES: GLIBC, ...rest };
}

/** The room for new objects stays as it is at the start. */
export const SMALL_NEW_SPACE = '--semi-space-growth-factor=1';

/**
 * Flags of V8 for a child. A function, of JavaScript or WebAssembly, is worth the optimising compiler when it has run for longer than usual: most papers are over
 * before that pays, and on two processors the compiler takes from the reader. A regular expression, on the other hand, is compiled at once: its first run in
 * the interpreter costs as much. Functions of WebAssembly, of which a paper needs one in five, are validated when they first run. A release of V8 that does not
 * know a flag passes it over.
 */
export const CHILD_FLAGS: readonly string[] = ['--interrupt-budget=1000000', '--wasm-tiering-budget=20000000', '--wasm-lazy-validation', '--no-regexp-tier-up', SMALL_NEW_SPACE];

/**
 * Whether the room for new objects grows with what it holds, as V8 has it usually, or stays as small as it is at the start of a child (CHILD_FLAGS). A short paper is
 * read sooner in a small one, which is memory touched already; a long one, whose glyphs live on, and one paper after the other, in a large one. Code is kept for the
 * small one: whoever loads such code says so first.
 */
export function newSpaceGrows(grows: boolean): void {
  setFlagsFromString(grows ? '--semi-space-growth-factor=2' : SMALL_NEW_SPACE);
}
