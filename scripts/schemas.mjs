// Writes the JSON Schemas of all kinds to schemas/, from the Zod schemas of the build. A test fails when they are stale.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { KINDS } = await load('kinds/registry.js');
const { jsonSchema } = await load('kinds/json-schema.js');
const { toJson } = await load('write/json.js');

const folder = join(root, 'schemas');
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (file.endsWith('.schema.json')) rmSync(join(folder, file));
for (const kind of KINDS) writeFileSync(join(folder, `${kind.name}.schema.json`), toJson(jsonSchema(kind.name)));
