// Prints how large the program is once installed: packs it as it would be published, and installs that without development dependencies in a folder of its own.
//   npm run size
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'ctrust-size-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Runs npm in a folder; what it prints. Ends this program where it fails. */
function npm(args, cwd) {
  const done = spawnSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
  if (done.status === 0) return done.stdout;
  console.error(`npm ${args.join(' ')} failed`);
  process.exit(1);
}

/** Bytes of all files below a folder; links count for nothing. */
const bytesIn = (path) => readdirSync(path, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).reduce((n, e) => n + statSync(join(e.parentPath, e.name)).size, 0);
const megabytes = (n) => `${(n / 1e6).toFixed(1)} MB`;

const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root));
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', join(folder, packed.filename)], folder);

const modules = join(folder, 'node_modules');
const packages = readdirSync(modules).filter((n) => !n.startsWith('.')).flatMap((n) => (n.startsWith('@') ? readdirSync(join(modules, n)).map((m) => `${n}/${m}`) : [n]));
const sizes = packages.map((name) => ({ name, bytes: bytesIn(join(modules, name)) })).sort((a, b) => b.bytes - a.bytes);
console.log(`packed ${megabytes(packed.size)}; installed ${megabytes(sizes.reduce((n, s) => n + s.bytes, 0))} in ${packages.length} packages`);
for (const { name, bytes } of sizes.slice(0, 8)) console.log(`  ${megabytes(bytes).padStart(9)}  ${name}`);
