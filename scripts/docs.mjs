// Writes the generated pages of docs/: one for each rule, and their list. A test fails when they are stale.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { RULES } = await load('check/rules/index.js');
const { rulePage, rulesPage } = await load('check/pages.js');

const folder = join(root, 'docs', 'rules');
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) rmSync(join(folder, file));
for (const rule of RULES) writeFileSync(join(folder, `${rule.id}.md`), rulePage(rule));
writeFileSync(join(folder, 'README.md'), rulesPage(RULES));
