/**
 * PDFium's WebAssembly, compiled: apart from the rest of the reader, so that compiling can begin before anything else is loaded. What V8 made of it when the
 * program was built is kept beside this file, for a short paper takes less time than compiling the functions that read it.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readv, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

const CODE = join(dirname(fileURLToPath(import.meta.url)), 'pdfium.code');
/** Bytes before the code: checksums of the WebAssembly that it was made of, and of itself. V8 looks at its own release, the processor and the flags only. */
const HEAD = 8;
/**
 * A file's bytes in two pieces, the first of `head` bytes, each in memory of its own. Read in one go beside this thread, which has other things to do and would be
 * asked by `readFile` for every half megabyte. Rejects where it cannot be read.
 */
async function bytesOf(path: string, head = 0): Promise<readonly [head: Buffer, rest: Uint8Array]> {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const pieces = [Buffer.alloc(Math.min(head, size)), new Uint8Array(Math.max(0, size - head))] as const;
  await new Promise<void>((resolve, reject) => {
    readv(file, pieces, 0, (error) => {
      closeSync(file);
      if (error) reject(error);
      else resolve();
    });
  });
  return pieces;
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The compiled module; compiled once, beside the main thread where nothing was kept. Rejects where the package is not whole. */
export function pdfiumWasm(): Promise<WebAssembly.Module> {
  compiled ??= wasmOf(CODE).then(({ module }) => module);
  return compiled;
}

/** The package's file. Looked for where it is installed: to resolve a package's exports, Node compiles an expression that takes as long as opening a paper. */
function wasmFile(): string {
  const { resolve } = createRequire(import.meta.url);
  const there = (resolve.paths('@hyzyla/pdfium') ?? []).map((folder) => join(folder, '@hyzyla/pdfium/dist/pdfium.wasm')).find((file) => existsSync(file));
  return there ?? resolve('@hyzyla/pdfium/pdfium.wasm');
}

/** The module, of the code kept in a file or compiled, and which of the two. */
export async function wasmOf(file: string): Promise<{ readonly module: WebAssembly.Module; readonly kept: boolean }> {
  const [[, bytes], code] = await Promise.all([bytesOf(wasmFile()), bytesOf(file, HEAD).catch(() => undefined)]);
  const made = code && madeOf(...code, bytes);
  return made ? { module: made, kept: true } : { module: await WebAssembly.compile(bytes), kept: false };
}

/**
 * Writes a function of V8's own, which are for its tests and so have names that only a flag allows; the brackets around it make V8 compile it while the
 * flag is set. No standard has a way to keep compiled WebAssembly outside a browser. Throws a SyntaxError where this V8 has no such function.
 */
function ownFunction<T>(source: string): T {
  setFlagsFromString('--allow-natives-syntax');
  try {
    return new Script(source).runInThisContext() as T;
  } finally {
    setFlagsFromString('--no-allow-natives-syntax');
  }
}

/** The module made of code that was kept; none where nothing was, or V8 does not take it. */
function madeOf(head: Buffer, code: Uint8Array, bytes: Uint8Array): WebAssembly.Module | undefined {
  if (code.length === 0 || head.readUInt32LE(0) !== crc32(bytes) || head.readUInt32LE(4) !== crc32(code)) return undefined;
  try {
    const make = ownFunction<(code: ArrayBufferLike, bytes: Uint8Array) => WebAssembly.Module | undefined>('(function (code, bytes) { return %DeserializeWasmModule(code, bytes); })');
    return make(code.buffer, bytes);
  } catch {
    return undefined;
  }
}

/** Keeps the code of all functions of the module that have run in this process and are compiled for good. For the build. Returns its size in bytes. */
export async function keepWasm(file = CODE): Promise<number> {
  const code = new Uint8Array(ownFunction<(module: WebAssembly.Module) => ArrayBuffer>('(function (module) { return %SerializeWasmModule(module); })')(await pdfiumWasm()));
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(crc32(readFileSync(wasmFile())), 0);
  head.writeUInt32LE(crc32(code), 4);
  writeFileSync(file, Buffer.concat([head, code]));
  return code.byteLength;
}
