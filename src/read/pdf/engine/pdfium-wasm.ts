/** PDFium's WebAssembly, compiled: apart from the rest of the reader, so that compiling can begin before anything else is loaded. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

let compiled: Promise<WebAssembly.Module> | undefined;

/** The compiled module; compiled once, beside the main thread. Rejects where the package is not whole. */
export function pdfiumWasm(): Promise<WebAssembly.Module> {
  compiled ??= readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}
