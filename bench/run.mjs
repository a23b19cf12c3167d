// Measures the command beside references that anyone can install: whole processes, in turn, so that a machine whose speed drifts does not count.
//   node bench/run.mjs [--runs 7] [--papers 200] [--kills 50] [--seed 1]; --runs 0 leaves the comparisons out
// Processor time (user and system, children included) is what is compared: it holds on a busy machine, where wall time does not.
import { spawnSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, usual) => { const i = process.argv.indexOf(`--${name}`); return i < 0 ? usual : Number(process.argv[i + 1]); };
const runs = option('runs', 7);
const command = [process.execPath, join(root, 'bin/ctrust.js')];
const folder = mkdtempSync(join(tmpdir(), 'ctrust-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Processor and wall seconds of one run, children included. */
function once(argv) {
  const children = () => { try { const f = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' '); return (Number(f[13]) + Number(f[14])) / 100; } catch { return 0; } };
  const [cpu, wall] = [children(), performance.now()];
  const done = spawnSync(argv[0], argv.slice(1), { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 26 });
  if (done.error) throw done.error;
  return { cpu: children() - cpu, wall: (performance.now() - wall) / 1000, status: done.status };
}

/** Both commands in turn; the medians of the ratios, run by run. */
function beside(name, ours, theirs, bar) {
  if (runs === 0) return;
  once(ours); once(theirs);
  const pairs = Array.from({ length: runs }, () => [once(ours), once(theirs)]);
  const ratio = (what) => median(pairs.map(([a, b]) => a[what] / Math.max(b[what], 0.001))).toFixed(2);
  const seconds = (i, what) => median(pairs.map((p) => p[i][what])).toFixed(2);
  console.log(`| ${name} | ${seconds(0, 'cpu')} | ${seconds(1, 'cpu')} | ${ratio('cpu')} | ${ratio('wall')} | ${bar} |`);
}

const getText = join(folder, 'get-text.mjs');
writeFileSync(getText, `import { PDFParse } from ${JSON.stringify(join(root, 'node_modules/pdf-parse/dist/pdf-parse/esm/index.js'))};\nimport { readFileSync } from 'node:fs';\nconst parser = new PDFParse({ data: new Uint8Array(readFileSync(process.argv[2])) });\nprocess.stdout.write((await parser.getText()).text);\nawait parser.destroy();\n`);
const rawText = join(folder, 'raw-text.mjs');
writeFileSync(rawText, `import mammoth from ${JSON.stringify(join(root, 'node_modules/mammoth/lib/index.js'))};\nprocess.stdout.write((await mammoth.extractRawText({ path: process.argv[2] })).value);\n`);

const papers = join(root, 'fixtures/papers');
const pdfs = readdirSync(papers).filter((f) => f.endsWith('.pdf')).map((f) => join(papers, f));
/** One PDF of about as many pages, put together of the fixtures by pdfunite (poppler). */
function united(name, times, from = pdfs) {
  const out = join(folder, name);
  const made = spawnSync('pdfunite', [...Array.from({ length: times }, () => from).flat(), out]);
  return made.status === 0 ? out : undefined;
}

if (runs > 0) console.log('| what | ours, s | reference, s | ratio of processor time | ratio of wall time | bar |\n| --- | --- | --- | --- | --- | --- |');
beside('start-up beside `node -e 0`', [...command, '--version'], [process.execPath, '-e', '0'], '1.6');
const docx = join(papers, 'fenwick-vale-cabinet-minutes.docx');
beside('DOCX of 2 pages beside mammoth.extractRawText', [...command, 'extract', docx, '-f', 'json'], [process.execPath, rawText, docx], '1.5');
/** A Word file of some 900 pages: numbered paragraphs under headings, a table here and there. */
async function longDocx() {
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = await import('docx');
  const words = 'The committee considered a report of the director on the work of the service in the year, what it cost, and what the people who use it had said of it when they were asked.';
  const children = Array.from({ length: 900 }, (_, page) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(`Part ${page + 1}`)] }),
    ...Array.from({ length: 14 }, (_, i) => new Paragraph({ children: [new TextRun(`${page + 1}.${i + 1} ${words} ${words}`)] })),
    ...(page % 10 === 0 ? [new Table({ rows: Array.from({ length: 6 }, (_, r) => new TableRow({ children: Array.from({ length: 4 }, (_, c) => new TableCell({ children: [new Paragraph(`Row ${r} ${c}`)] })) })) })] : []),
  ]).flat();
  const out = join(folder, 'long.docx');
  writeFileSync(out, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return out;
}
const nineHundred = await longDocx();
beside('DOCX of some 900 pages beside mammoth.extractRawText', [...command, 'extract', nineHundred, '-f', 'json'], [process.execPath, rawText, nineHundred], '1.5');
const eight = united('eight.pdf', 1, pdfs.slice(5, 10));
if (eight) beside('PDF of some 8 pages beside pdf-parse getText', [...command, 'extract', eight, '-f', 'json'], [process.execPath, getText, eight], '0.9');
const long = united('long.pdf', 5);
if (long) beside('PDF of some 240 pages beside pdftotext -bbox', [...command, 'extract', long, '-f', 'json'], ['pdftotext', '-bbox', long, join(folder, 'box.html')], '1.8');

// A folder of mixed papers: one and two at once, and the most memory of any process of the run.
const many = option('papers', 1000);
/** How much faster two processes that share nothing are done than one after the other: what the machine gives two jobs at best. */
async function ceiling() {
  const work = `let s = 0; for (let k = 0; k < 40; k++) { const a = []; for (let i = 0; i < 60000; i++) a.push({ x: i * 1.5, y: 'k' + (i % 97) }); a.sort((p, q) => q.x - p.x); for (const o of a) s += o.x + o.y.length; }`;
  const run = () => new Promise((resolve) => { spawn(process.execPath, ['--single-threaded', '-e', work], { stdio: 'ignore' }).once('exit', resolve); });
  const took = async (count) => { const from = performance.now(); await Promise.all(Array.from({ length: count }, run)); return performance.now() - from; };
  await took(1);
  const ratios = [];
  for (let i = 0; i < 5; i++) ratios.push((2 * await took(1)) / await took(2));
  return median(ratios);
}
const all = readdirSync(papers).filter((f) => /\.(?:pdf|docx|html)$/.test(f));
function mixed(count) {
  const into = join(folder, `papers-${count}`);
  mkdirSync(into);
  for (let i = 0; i < count; i++) cpSync(join(papers, all[i % all.length]), join(into, `${String(i).padStart(5, '0')}-${all[i % all.length]}`));
  return into;
}
async function batch(into, jobs) {
  const out = join(folder, `out-${jobs}-${Math.round(performance.now())}`);
  const started = performance.now();
  const child = spawn(command[0], [...command.slice(1), 'extract', into, '-o', `${out}/`, '-f', 'json', '--jobs', String(jobs), '--quiet'], { stdio: 'ignore' });
  let peak = 0;
  const look = setInterval(() => {
    let sum = 0;
    for (const pid of [child.pid, ...childrenOf(child.pid)]) sum += residentOf(pid);
    peak = Math.max(peak, sum);
  }, 100);
  await new Promise((resolve) => { child.once('exit', resolve); });
  clearInterval(look);
  rmSync(out, { recursive: true, force: true });
  return { seconds: (performance.now() - started) / 1000, peak };
}
const residentOf = (pid) => { try { return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096; } catch { return 0; } };
const childrenOf = (pid) => { try { return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number); } catch { return []; } };
if (many > 0) {
  const into = mixed(many);
  const one = await batch(into, 1);
  const two = await batch(into, 2);
  const twice = await batch(mixed(many * 2), 2);
  console.log(`\n${many} mixed papers: ${one.seconds.toFixed(1)} s with one job, ${two.seconds.toFixed(1)} s with two (${(one.seconds / two.seconds).toFixed(2)} times as fast; bar 1.7; two processes that share nothing: ${(await ceiling()).toFixed(2)}); peak ${Math.round(two.peak / 1048576)} MB, of ${many * 2} papers ${Math.round(twice.peak / 1048576)} MB (bar 700)`);
}

// Killed at random moments and taken up again: whenever the work is done at last, the folder must equal that of an undisturbed run; then it begins anew, so that
// every kill falls into work. The moments are those of --seed.
const kills = option('kills', 50);
if (kills > 0) {
  const into = mixed(300);
  const run = (out, extra = []) => spawn(command[0], [...command.slice(1), 'extract', into, '-o', `${out}/`, '-f', 'json', '--quiet', ...extra], { stdio: 'ignore' });
  const whole = join(folder, 'whole');
  const seconds = performance.now();
  await new Promise((resolve) => { run(whole).once('exit', resolve); });
  const longest = performance.now() - seconds;
  const cut = join(folder, 'cut');
  const random = numbers(option('seed', 1));
  let [killed, finished, same] = [0, 0, true];
  while (killed < kills || existsSync(cut)) {
    const child = run(cut, ['--resume']);
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    if (killed < kills) await Promise.race([ended, new Promise((resolve) => { setTimeout(resolve, 100 + random() * longest * 0.4); })]);
    else await ended;
    if (child.exitCode === null) { child.kill('SIGKILL'); killed++; await ended; continue; }
    same &&= readdirSync(whole).sort().join() === readdirSync(cut).sort().join() && readdirSync(whole).every((f) => readFileSync(join(whole, f)).equals(readFileSync(join(cut, f))));
    rmSync(cut, { recursive: true });
    finished++;
  }
  console.log(`\nKilled ${killed} times in ${finished} runs over ${readdirSync(into).length} papers, and resumed: ${same ? 'the same, byte for byte' : 'NOT the same'}`);
  if (!same) process.exitCode = 1;
}

/** A stream of numbers in [0, 1): a linear congruential generator is random enough to choose moments. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 4294967296; };
}
