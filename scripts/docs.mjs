// Writes the generated pages: the rules, every command, the records of every kind, and the man page. A test fails when they are stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { commandsPage, manPage } from './reference/commands.mjs';
import { kindPage, referencePage } from './reference/records.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

/** Folders that hold generated pages and nothing else. */
const OURS = ['docs/rules', 'docs/reference'];

/** Every generated page: its path below the project, and its text. */
export async function pages() {
  const { RULES } = await load('check/rules/index.js');
  const { rulePage, rulesPage } = await load('check/pages.js');
  const { program, examplesOf } = await load('cli/program.js');
  const { KINDS } = await load('kinds/registry.js');
  const { jsonSchema } = await load('kinds/json-schema.js');
  const { COLUMNS } = await load('write/rows.js');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const line = program(version);
  const schemas = KINDS.map((k) => jsonSchema(k.name));
  return new Map([
    ...RULES.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
    ['docs/rules/README.md', rulesPage(RULES)],
    ['docs/reference/README.md', referencePage(schemas, COLUMNS)],
    ['docs/reference/commands.md', commandsPage(line, examplesOf)],
    ...schemas.map((s) => [`docs/reference/${s.title}.md`, kindPage(s)]),
    ['man/ctrust.1', manPage(line, examplesOf, version)],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of [...OURS, 'man']) mkdirSync(join(root, folder), { recursive: true });
  for (const folder of OURS) for (const file of readdirSync(join(root, folder))) rmSync(join(root, folder, file));
  for (const [path, text] of await pages()) writeFileSync(join(root, path), text);
}
