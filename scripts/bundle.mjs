// Puts the program and what it stands on into a few files under dist/run, each beside the code that V8 makes of it: a start then opens a few files, not two
// hundred, and compiles none. Large libraries that few papers need (pdf.js, mammoth) stay where they are installed, and are loaded when such a paper comes.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { checkersInstead } from './checkers.mjs';
import { parsersApart } from './parsers.mjs';

const APART = [/^pdfjs-dist/, /^mammoth/, /^pdf-parse/, /^write-excel-file/];

/** The licences of the packages that were put in, as their authors ask. */
function licences(root, modules) {
  const packages = new Map();
  for (const id of modules) {
    const found = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id.replace(/^\0/, '').replace(/\\/g, '/'));
    if (found) packages.set(found[2], found[1]);
  }
  const parts = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, folder]) => {
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'License', 'LICENSE-MIT.txt'].map((f) => join(folder, f)).find((f) => existsSync(f));
    return `${name} ${about.version} (${typeof about.license === 'string' ? about.license : 'see below'})\n\n${file ? readFileSync(file, 'utf8').trim() : `See ${about.homepage ?? name}.`}\n`;
  });
  return `The files beside this one hold parts of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/**
 * In the files that the loader opens, one file asks it for another, and for packages: `require` and `import` know nothing of kept code. What is Node's own is
 * asked for without its loader of modules, which would have to be started for it.
 */
const throughLoader = (code) => code.replace(/(?<![\w.$])require\(("\.\/[^"]+")\)/g, '__load($1)')
  .replace(/(?<![\w.$])import\(("[\w:/]+")\)/g, (all, id) => (isBuiltin(JSON.parse(id)) ? `Promise.resolve(require(${id}))` : all))
  .replace(/(?<![\w.$])import\((?=["'`\w])/g, '__import(');

/**
 * The same code in ASCII: V8 takes a byte a character then, and reads it as it stands. A character written by its number is the same in a string, an expression or
 * a name; in a template it is, but for those that are taken raw, of which the program has none.
 */
function inAscii(code) {
  // A backslash before such a character; two of them are one that is meant.
  const strange = /(?<!\\)(?:\\\\)*\\[^\0-\x7f\\]|\bString\.raw\b/.exec(code);
  if (strange) throw new Error(`the bundled code has ${JSON.stringify(code.slice(strange.index, strange.index + 40))}, which would mean something else in ASCII`);
  return code.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Modules of Node that every paper needs. */
const OF_NODE = ['node:module', 'node:vm', 'node:zlib', 'node:crypto', 'node:perf_hooks', 'node:v8'];

/** Bundles `dist/cli/main.js` and `dist/work/child.js` of the checkout at `root`. */
export async function bundle(root, dist = join(root, 'dist')) {
  const out = join(dist, 'run');
  const modules = new Set();
  const gather = { name: 'modules', generateBundle: (_options, files) => { for (const f of Object.values(files)) for (const id of Object.keys(f.modules ?? {})) modules.add(id); } };
  const settings = (input, output, emptyOutDir, plugins = []) => ({
    configFile: false, root, logLevel: 'error', ssr: { noExternal: true }, plugins: [gather, ...plugins],
    build: { ssr: true, outDir: out, emptyOutDir, target: 'node20', minify: false, rollupOptions: { input, external: APART, output: { format: 'cjs', ...output } } },
  });
  const names = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };
  await build(settings({ command: join(dist, 'cli/main.js') }, names, true));
  const apart = parsersApart(join(dist, 'kinds'));
  await build(settings({ reader: join(dist, 'work/child.js'), run: join(dist, 'work/run.js'), ...apart.input }, { ...names, ...apart.output }, false, [checkersInstead((file, code) => writeFileSync(join(out, file), code)), apart.plugin]));
  const { AROUND } = await import(pathToFileURL(join(dist, 'work/load.js')).href);
  for (const file of readdirSync(out).filter((f) => f.endsWith('.js'))) writeFileSync(join(out, file), AROUND.join(inAscii(throughLoader(readFileSync(join(out, file), 'utf8')))));
  for (const alone of [{ load: join(dist, 'work/load.js') }, { ahead: join(dist, 'cli/ahead.js') }]) await build(settings(alone, { entryFileNames: '[name].js', codeSplitting: false }, false));
  const { childArguments, CHILD_FLAGS, SMALL_NEW_SPACE, USUAL_MEMORY } = await import(pathToFileURL(join(dist, 'work/flags.js')).href);
  writeFileSync(join(out, 'main.js'), "module.exports = require('./load.js').loaderOf(__dirname, 'command').load('./command.js');\n");
  // The flags come before our code, which is kept for them: V8 refuses it where they differ. What is needed of Node, whose own code is kept for no flags, comes before them.
  writeFileSync(join(out, 'child.js'), `for (const name of ${JSON.stringify(OF_NODE)}) require(name);\nconst { setFlagsFromString } = require('node:v8');\nfor (const flag of ${JSON.stringify(CHILD_FLAGS)}) setFlagsFromString(flag);\nrequire('./load.js').loaderOf(__dirname, 'child', () => setFlagsFromString(${JSON.stringify(SMALL_NEW_SPACE)})).load('./reader.js');\n`);
  writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(out, 'LICENCES.txt'), licences(root, modules));
  const assets = join(dirname(out), 'write/review/assets');
  if (existsSync(assets)) cpSync(assets, join(out, 'assets'), { recursive: true });
  keepCode(root, out, childArguments(USUAL_MEMORY), CHILD_FLAGS);
}

/** Papers that a clerk may come with, of every kind and format: what reading them runs is kept compiled. */
const usual = (root) => {
  const folder = join(root, 'fixtures/papers');
  return existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:pdf|docx|html|txt|md)$/.test(name)).sort().map((name) => join(folder, name)) : [];
};

/** Keeps the program's code compiled, by running it as the command and as its child. */
function keepCode(root, out, childArguments, flags) {
  const papers = usual(root);
  const script = join(root, 'scripts/keep-code.mjs');
  for (const argv of [[script, 'command', out, ...papers], [...childArguments, script, 'child', out, flags.join(','), ...papers]]) {
    const done = spawnSync(process.execPath, argv, { stdio: 'inherit', cwd: root });
    if (done.status !== 0) throw new Error('the code of the program could not be kept');
  }
}
