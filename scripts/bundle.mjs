// Puts the program and what it stands on into a few files under dist/run: a start then opens two files, not two hundred. Large libraries that only some
// papers need (PDFium, pdf.js, mammoth) stay where they are installed, and are loaded when such a paper comes.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';

const APART = [/^@hyzyla\/pdfium/, /^pdfjs-dist/, /^mammoth/, /^pdf-parse/, /^write-excel-file/];

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

/** Bundles `dist/cli/main.js` and `dist/work/child.js` of the checkout at `root`. */
export async function bundle(root, dist = join(root, 'dist')) {
  const out = join(dist, 'run');
  const modules = new Set();
  await build({
    configFile: false, root, logLevel: 'error', ssr: { noExternal: true },
    plugins: [{ name: 'modules', generateBundle: (_options, files) => { for (const f of Object.values(files)) for (const id of Object.keys(f.modules ?? {})) modules.add(id); } }],
    build: {
      ssr: true, outDir: out, emptyOutDir: true, target: 'node20', minify: false,
      rollupOptions: {
        input: { main: join(dist, 'cli/main.js'), child: join(dist, 'work/child.js') }, external: APART,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  writeFileSync(join(out, 'LICENCES.txt'), licences(root, modules));
  const assets = join(dirname(out), 'write/review/assets');
  if (existsSync(assets)) cpSync(assets, join(out, 'assets'), { recursive: true });
}
