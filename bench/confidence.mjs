// Does confidence mean something? Recognises every paper of the folders that has a NAME.expected.json beside it with a `kind`, and counts, by
// confidence, how many were taken for the right kind.
//
//   node bench/confidence.mjs fixtures/papers [FOLDER …]
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { extract } from '../dist/index.js';

const BANDS = [[0.99, 1.001], [0.9, 0.99], [0.7, 0.9], [0.5, 0.7]];
const rows = BANDS.map(([from, to]) => ({ from, to, papers: 0, right: 0, wrong: [] }));
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder).sort()) {
    if (!['.pdf', '.docx', '.html', '.txt', '.md'].includes(extname(file))) continue;
    let expected;
    try { expected = JSON.parse(readFileSync(join(folder, `${file.slice(0, -extname(file).length)}.expected.json`), 'utf8')); } catch { continue; }
    const record = await extract(join(folder, file));
    const row = rows.find((r) => record.classification.confidence >= r.from && record.classification.confidence < r.to);
    if (!row || expected.kind === undefined) continue;
    row.papers++;
    if (record.kind === expected.kind) row.right++;
    else row.wrong.push(`${file}: ${record.kind}, not ${expected.kind}`);
  }
}
console.log('| confidence | papers | right | share |\n| --- | --- | --- | --- |');
for (const r of rows) console.log(`| ${r.from} to ${r.to > 1 ? 1 : r.to} | ${r.papers} | ${r.right} | ${r.papers === 0 ? '' : `${((100 * r.right) / r.papers).toFixed(1)} %`} |`);
for (const r of rows) for (const w of r.wrong) console.log(`\n${w}`);
