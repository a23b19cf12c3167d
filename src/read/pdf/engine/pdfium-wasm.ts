/**
 * PDFium's WebAssembly, compiled: apart from the rest of the reader, so that compiling can begin before anything else is loaded. What V8 made of it when the
 * program was built is kept beside this file, for a short paper takes less time than compiling the functions that read it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

const CODE = join(dirname(fileURLToPath(import.meta.url)), 'pdfium.code');
/** Bytes before the code: checksums of the WebAssembly that it was made of, and of itself. V8 looks at its own release, the processor and the flags only. */
const HEAD = 8;

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
  const bytes = await readFile(wasmFile());
  const made = madeOf(file, bytes);
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
function madeOf(file: string, bytes: Uint8Array): WebAssembly.Module | undefined {
  try {
    const code = readFileSync(file);
    const own = code.subarray(HEAD);
    if (own.length === 0 || code.readUInt32LE(0) !== crc32(bytes) || code.readUInt32LE(4) !== crc32(own)) return undefined;
    const make = ownFunction<(code: ArrayBuffer, bytes: Uint8Array) => WebAssembly.Module | undefined>('(function (code, bytes) { return %DeserializeWasmModule(code, bytes); })');
    return make(new Uint8Array(own).buffer, bytes);
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
