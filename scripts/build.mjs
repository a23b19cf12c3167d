// Compiles src/ to dist/ and puts the vocabularies (data, not code) beside their kinds.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'vite';
import { compile } from './arrays.mjs';
import { bundle as bundleProgram } from './bundle.mjs';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
if (!compile(join(root, 'tsconfig.json'))) process.exit(1);

// A vocabulary is written as YAML and read as JSON, which starts faster.
const { VocabularySchema } = await import(pathToFileURL(join(root, 'dist/kinds/shared/vocabulary-schema.js')).href);
for (const entry of readdirSync(join(root, 'src/kinds'), { recursive: true, withFileTypes: true })) {
  if (entry.name !== 'vocabulary.yaml') continue;
  const from = join(entry.parentPath, entry.name);
  const to = join(root, 'dist', relative(join(root, 'src'), entry.parentPath), 'vocabulary.json');
  writeFileSync(to, `${JSON.stringify(VocabularySchema.parse(parse(readFileSync(from, 'utf8')) ?? {}))}\n`);
}

// The script of the review page is bundled into one file that the page carries.
const page = join(root, 'src/write/review/page');
const assets = join(root, 'dist/write/review/assets');
await bundle({
  configFile: false, root: page, logLevel: 'error',
  build: {
    outDir: assets, emptyOutDir: true, target: 'es2022', minify: true,
    lib: { entry: join(page, 'main.ts'), formats: ['iife'], name: 'review', fileName: () => 'review.js' },
  },
});
cpSync(join(page, 'style.css'), join(assets, 'review.css'));

await bundleProgram(root);
