// Is every word of a PDF somewhere in its record? Counts the words that `pdftotext -bbox` (Debian's poppler-utils, an independent reading) finds and those of them
// that stand nowhere in the record: in no field, and not among what is unassigned, furniture, hidden or interpreted. Words are compared by letters and figures alone.
//
//   npm run build && node bench/words.mjs PAPER.pdf [PAPER.pdf …]
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { parse } from 'parse5';
import { extract } from '../dist/index.js';

const bare = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const leaves = (value) => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]);
const texts = (node) => (node.nodeName === 'word' ? [node.childNodes.map((c) => c.value ?? '').join('')] : (node.childNodes ?? []).flatMap(texts));

let words = 0;
let lost = 0;
for (const file of process.argv.slice(2)) {
  const read = spawnSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (read.status !== 0) throw new Error(`pdftotext could not read ${file}`);
  const printed = texts(parse(read.stdout)).flatMap((w) => w.split(/\s+/)).map(bare).filter((w) => w !== '');
  const said = bare(leaves(await extract(file)).join(' '));
  const missing = printed.filter((w) => !said.includes(w));
  words += printed.length;
  lost += missing.length;
  console.log(`${basename(file)}: ${printed.length} words, ${missing.length} missing, ${(100 * (1 - missing.length / Math.max(1, printed.length))).toFixed(2)} %${missing.length > 0 ? ` (${[...new Set(missing)].slice(0, 12).join(' ')})` : ''}`);
}
console.log(`${words} words, ${lost} missing, ${(100 * (1 - lost / Math.max(1, words))).toFixed(3)} %`);
