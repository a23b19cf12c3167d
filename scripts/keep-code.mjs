// Keeps the code that V8 makes of the bundled program, with the functions that reading a few papers needs. Run once as the command and once as its child:
//   node keep-code.mjs command DIST/RUN PAPERS...
//   node FLAGS keep-code.mjs child DIST/RUN FLAGS-OF-V8,... PAPERS...
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const require = createRequire(import.meta.url);

const [, , part, run, ...rest] = process.argv;
const { loaderOf, keepCode } = require(join(resolve(run), 'load.js'));

async function command() {
  const out = mkdtempSync(join(tmpdir(), 'ctrust-build-'));
  try {
    const { main } = require(join(resolve(run), 'main.js'));
    await main([process.execPath, 'ctrust', 'extract', ...rest, '-o', `${out}/`, '--quiet']);
    if (process.exitCode) throw new Error(`the command ended with status ${process.exitCode}`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function child() {
  const [flags, ...papers] = rest;
  const asFlagged = () => { for (const flag of flags.split(',')) setFlagsFromString(flag); };
  asFlagged();
  // Every function of WebAssembly that runs is to be compiled for good, since no other code of it can be kept.
  setFlagsFromString('--no-wasm-dynamic-tiering');
  const { run: work, warm, keepWasm } = loaderOf(resolve(run), 'child').load('./run.js');
  for (const path of papers) {
    const file = basename(path);
    await warm(file.split('.').pop());
    for (const format of ['json', 'yaml']) {
      const answer = await work({ want: 'record', path, file, read: {}, print: { format, schemaBase: 'schemas' } });
      if (!answer.ok) throw new Error(`${file}: ${answer.message}`);
    }
  }
  setFlagsFromString('--wasm-dynamic-tiering');
  // Some are changed for the second paper; what is kept carries those of the first.
  asFlagged();
  // The compiler works beside this thread, and does not say when it is done: two looks that find the same are taken for its end.
  for (let before = -1, size = await keepWasm(); size !== before; size = await keepWasm()) {
    before = size;
    await new Promise((after) => { setTimeout(after, 500); });
  }
}

(part === 'child' ? child() : command()).then(() => keepCode(part)).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
