// Finds the tables of every PDF of a folder by geometry alone and writes OUT/NAME.json for score.py.
//
//     npm run build && node bench/tables/run.mjs CORPUS OUT [NAME...]
//
// --without=upright leaves the upright rulings out, --without=lines all rulings and shading: the same papers as half-ruled and borderless ones.
// CORPUS is a folder of PDFs; OUT gets one array of tables a document: page, box, cells with row, column, spans and text. With `--rows`
// tables are joined over pages and written as { page, headerRows, rows } for score-tables.py instead.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const args = process.argv.slice(2);
const flag = (name) => { const k = args.indexOf(name); if (k < 0) return false; args.splice(k, 1); return true; };
const asRows = flag('--rows');
const rest = args.filter((a) => !a.startsWith('--'));
const dist = (args.find((a) => a.startsWith('--dist=')) ?? `--dist=${new URL('../../dist', import.meta.url).pathname}`).slice(7);
const without = (args.find((a) => a.startsWith('--without=')) ?? '').slice(10);
const [corpus, out, ...names] = rest;
if (!corpus || !out) {
  console.error('usage: run.mjs CORPUS OUT [NAME...] [--rows]');
  process.exit(2);
}
const { openPdf } = await import(join(dist, 'read/pdf/engine/open.js'));
const { wordsOf } = await import(join(dist, 'read/pdf/layout/words.js'));
const { findTables } = await import(join(dist, 'read/pdf/layout/tables/find.js'));
const { plainText } = await import(join(dist, 'read/pdf/layout/tables/lines.js'));

mkdirSync(out, { recursive: true });
let spent = 0, pages = 0;
for (const file of readdirSync(corpus).filter((f) => f.endsWith('.pdf')).sort()) {
  const name = file.slice(0, -4);
  if (names.length > 0 && !names.includes(name)) continue;
  const pdf = await openPdf(new Uint8Array(readFileSync(join(corpus, file))), {});
  const found = [];
  for (let n = 1; n <= pdf.pageCount; n++) {
    const page = await pdf.page(n);
    const rulings = without === 'lines' ? [] : without === 'upright' ? page.rulings.filter((r) => r.direction === 'horizontal') : page.rulings;
    const fills = without ? [] : page.fills;
    const start = process.cpuUsage();
    const words = wordsOf(page.glyphs, { rulings });
    const { tables } = findTables({ words, rulings, fills, images: page.images, width: page.width, height: page.height });
    spent += process.cpuUsage(start).user / 1e3;
    pages++;
    for (const t of tables) found.push({ page: n, height: page.height, table: t, words });
  }
  await pdf.close();
  if (asRows) {
    const { joinTables, rowsOf } = await import(join(dist, 'read/pdf/layout/tables/join.js'));
    const joined = joinTables(found);
    writeFileSync(join(out, `${name}.json`), JSON.stringify(joined.map((t) => ({ page: t.places[0].page, headerRows: t.headerRows, rows: rowsOf(t, found) })), null, 1));
  } else {
    writeFileSync(join(out, `${name}.json`), JSON.stringify(found.map(({ page, table, words }) => ({
      page, box: table.box, look: table.look, why: table.why, headerRows: table.headerRows,
      cells: table.cells.map((c) => ({ row: c.row, column: c.column, rowSpan: c.rowSpan, columnSpan: c.columnSpan, box: c.box, text: plainText(words, c.words) })),
    })), null, 1));
  }
}
console.error(`${pages} pages, words and tables ${(spent / pages).toFixed(2)} ms of processor time a page`);
