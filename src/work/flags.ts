/** What the child processes are told of memory and compiling. The code kept for them (load.ts) holds for these flags only. */

/** How much memory a paper may take where nothing else is said, in megabytes. */
export const USUAL_MEMORY = 1024;

/** Arguments of Node for a child: a heap limit a little over the memory limit, so that the watch on resident memory, which counts everything, is first. */
export const childArguments = (memory: number): string[] => [`--max-old-space-size=${Math.round(memory * 1.25) + 64}`, '--max-semi-space-size=32'];

/**
 * Flags of V8 for a child. A function, of JavaScript or WebAssembly, is worth the optimising compiler when it has run for longer than usual: most papers are over
 * before that pays, and on two processors the compiler takes from the reader. A regular expression, on the other hand, is compiled at once: its first run in
 * the interpreter costs as much. A release of V8 that does not know a flag passes it over.
 */
export const CHILD_FLAGS: readonly string[] = ['--interrupt-budget=1000000', '--wasm-tiering-budget=20000000', '--no-regexp-tier-up'];
