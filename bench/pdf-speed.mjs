// How long does reading a PDF take beside `pdftotext -bbox` (Debian's poppler-utils), each as a whole process, in turns, on the same file? And
// does a page late in a long file cost more than an early one?
//
//   npm run build && node bench/pdf-speed.mjs LONG.pdf [RUNS]
//
// A long file is made of papers with `pdfunite a.pdf b.pdf … LONG.pdf`; one of 54 pages twelve times over has the same print on pages 6 and 600. Of a
// shorter file its page 6 is put against its last page.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [, , file, runs = '5'] = process.argv;
if (file === undefined) {
  console.error('usage: node bench/pdf-speed.mjs LONG.pdf [RUNS]');
  process.exit(2);
}
const reading = new URL('../dist/read/pdf/read.js', import.meta.url);
const opening = new URL('../dist/read/pdf/engine/open.js', import.meta.url);
const layout = new URL('../dist/read/pdf/layout/page.js', import.meta.url);

if (process.env.PDF_SPEED_CHILD === '1') {
  const { readPdf } = await import(reading);
  const paper = await readPdf(readFileSync(file), {});
  console.log(`${paper.pages} pages, ${paper.blocks.length} blocks`);
} else {
  await compare();
}

/** Seconds of the clock, and of the processor, that a command takes. */
function timed(command, args, env) {
  const start = performance.now();
  const done = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" > /dev/null 2> /dev/null', 'bash', command, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} failed`);
  const [user = 0, system = 0] = done.stderr.trim().split(/\s+/).map(Number);
  return { clock: (performance.now() - start) / 1000, processor: user + system };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

async function compare() {
  const rows = [];
  for (let i = 0; i < Number(runs); i++) {
    const theirs = timed('pdftotext', ['-bbox', file, '/dev/null']);
    const ours = timed(process.execPath, [fileURLToPath(import.meta.url), file], { PDF_SPEED_CHILD: '1' });
    rows.push({ theirs, ours });
    console.log(`run ${i + 1}: pdftotext ${theirs.clock.toFixed(2)} s (processor ${theirs.processor.toFixed(2)}), ours ${ours.clock.toFixed(2)} s (${ours.processor.toFixed(2)})`);
  }
  const of = (who, what) => median(rows.map((r) => r[who][what]));
  console.log(`ratio by the clock ${(of('ours', 'clock') / of('theirs', 'clock')).toFixed(2)}, by the processor ${(of('ours', 'processor') / of('theirs', 'processor')).toFixed(2)} (medians of ${runs})`);

  const { openPdf } = await import(opening);
  const { pageOf } = await import(layout);
  const open = await openPdf(readFileSync(file), {});
  const late = Math.min(600, open.pageCount);
  // Warmed on both first, then in turns.
  const cost = async (n) => { const start = process.cpuUsage(); for (let k = 0; k < 5; k++) pageOf(await open.page(n)); const c = process.cpuUsage(start); return (c.user + c.system) / 5000; };
  for (let i = 0; i < 10; i++) { await cost(6); await cost(late); }
  const early = [], later = [];
  for (let i = 0; i < 15; i++) { early.push(await cost(6)); later.push(await cost(late)); }
  await open.close();
  console.log(`page 6 takes ${median(early).toFixed(2)} ms, page ${late} ${median(later).toFixed(2)} ms (medians of 15)`);
}
