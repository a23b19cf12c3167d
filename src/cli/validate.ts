/** `ctrust validate`: rules over papers, or over records extracted earlier. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { check, SEVERITIES, unknownRules } from '../check/check.js';
import type { About, Checked, Paint, Reporter } from '../check/report/report.js';
import type { Severity } from '../kinds/rule.js';
import type { AnyRecord } from '../kinds/record.js';
import { isKindName, kindNamed } from '../kinds/registry.js';
import { GENERATOR } from '../work/about.js';
import { batch, noPapers } from './batch.js';
import { settings } from './config.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { targetOf, toStdout, writeWhole } from './output.js';
import { findPapers, PAPER_ENDINGS, passedOver } from './papers.js';
import { colours, complain } from './progress.js';

export type ReporterName = 'text' | 'json' | 'sarif' | 'junit' | 'github';
export interface ValidateCommand extends CommonOptions { reporter: ReporterName; failOn: Severity | 'never' }

const RECORD_ENDINGS = new Set(['.yaml', '.yml', '.json', '.ndjson', '.jsonl']);

/** Each reporter is loaded when it is asked for. */
const REPORTERS: Readonly<Record<ReporterName, () => Promise<Reporter>>> = {
  text: async () => (await import('../check/report/text.js')).text,
  json: async () => (await import('../check/report/json.js')).json,
  sarif: async () => (await import('../check/report/sarif.js')).sarif,
  junit: async () => (await import('../check/report/junit.js')).junit,
  github: async () => (await import('../check/report/github.js')).github,
};

export async function validate(args: readonly string[], options: ValidateCommand): Promise<void> {
  const config = await settings(options.config);
  const unknown = unknownRules(config);
  if (unknown.length > 0) throw new CommandError(EXIT.usage, `the settings name rules that there are not: ${unknown.join(', ')}; docs/rules lists them`);
  const reporter = await REPORTERS[options.reporter]();
  const target = await targetOf(options.output);
  if (target.to === 'folder') throw new CommandError(EXIT.usage, 'give a file for the report, not a folder');
  const { papers, passed, closed } = await findPapers(args, new Set([...PAPER_ENDINGS, ...RECORD_ENDINGS]));
  if (papers.length === 0) throw noPapers('no papers and no records', args, { passed, closed });
  const isRecord = (path: string): boolean => RECORD_ENDINGS.has(extname(path).toLowerCase());
  const toRead = papers.filter((p) => !isRecord(p.path));
  const failures = new Map<string, { code: string; message: string }>();
  const found = new Map<string, Checked>();
  if (toRead.length > 0) {
    const { results } = await batch('record', toRead.map((p) => p.path), options, { summary: false, onFailure: (paper, code, message) => failures.set(paper.path, { code, message }) });
    for await (const { paper, value } of results) {
      const record = value as AnyRecord;
      found.set(paper.path, { file: slashes(paper.shown), format: formatOf(record), findings: check(record, config) });
    }
  }
  const checked: Checked[] = [];
  let { others } = passed;
  for (const paper of papers) {
    if (isRecord(paper.path)) {
      const read = await readRecords(paper.path);
      // Data of other sorts in a folder (datapackage.json, a settings file) is passed over; a file that was named is complained of.
      if (!args.includes(paper.path) && read.every((r) => 'failure' in r && r.failure.code === 'unsupported')) { others++; continue; }
      checked.push(...read.map((r, i, all) => ('failure' in r
        ? { file: slashes(paper.shown), findings: [], failure: r.failure }
        : { file: slashes(all.length > 1 ? `${paper.shown}#${i + 1}` : paper.shown), format: formatOf(r.record), findings: check(r.record, config) })));
      continue;
    }
    const failure = failures.get(paper.path);
    const done = found.get(paper.path);
    if (failure) checked.push({ file: slashes(paper.shown), findings: [], failure });
    else if (done) checked.push(done);
  }
  for (const { shown, code, message } of closed) checked.push({ file: slashes(shown), findings: [], failure: { code, message } });
  const over = passedOver({ ...passed, others });
  if (checked.length === 0) throw noPapers('no papers and no records', args, { passed: { ...passed, others }, closed });
  const about: About = { version: GENERATOR.version, ...(target.to === 'stdout' && options.reporter === 'text' ? { paint: paintOf(options) } : {}) };
  const report = reporter(checked, about);
  if (target.to === 'stdout') await toStdout(report);
  else await writeWhole(target.path, report);
  if (options.reporter !== 'text' || target.to !== 'stdout') for (const c of checked) if (c.failure) complain(c.file, c.failure.code, c.failure.message, options);
  if (over !== '' && options.quiet !== true) process.stderr.write(`${over}\n`);
  const least = options.failOn === 'never' ? -1 : SEVERITIES.indexOf(options.failOn);
  if (checked.some((c) => c.failure)) process.exitCode = EXIT.papers;
  if (checked.some((c) => c.findings.some((f) => SEVERITIES.indexOf(f.severity) <= least))) process.exitCode = EXIT.findings;
}

const slashes = (path: string): string => path.replace(/\\/g, '/');
const formatOf = (record: AnyRecord): string => String((record['source'] as { format?: unknown } | undefined)?.format ?? '');

/** Colours for standard output's report. */
function paintOf(options: CommonOptions): Paint {
  const chalk = colours(options, process.stdout);
  return { error: chalk.red, warning: chalk.yellow, info: chalk.cyan, dim: chalk.dim, bold: chalk.bold };
}

type ReadRecord = { record: AnyRecord } | { failure: { code: string; message: string } };

/** The records in a file that `extract` wrote: YAML documents, JSON, or NDJSON; each held against the schema of its kind. */
async function readRecords(path: string): Promise<ReadRecord[]> {
  let values: unknown[];
  try {
    const text = await readFile(path, 'utf8');
    const ending = extname(path).toLowerCase();
    if (ending === '.ndjson' || ending === '.jsonl') values = text.split('\n').filter((l) => l.trim() !== '').map((l) => JSON.parse(l) as unknown);
    else if (ending === '.json') { const value = JSON.parse(text) as unknown; values = Array.isArray(value) ? value : [value]; }
    else {
      const { parseAllDocuments } = await import('yaml');
      values = parseAllDocuments(text).map((d) => { if (d.errors[0]) throw d.errors[0]; return d.toJS() as unknown; });
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return [{ failure: code === 'ENOENT' ? { code: 'not-found', message: 'there is no such file' } : { code: 'damaged', message: `it is no record that can be read: ${(message.split('\n')[0] ?? '').slice(0, 120)}` } }];
  }
  return values.map((value): ReadRecord => {
    const kind = (value as { kind?: unknown } | null)?.kind;
    if (typeof kind !== 'string' || !isKindName(kind)) return { failure: { code: 'unsupported', message: 'it is no record of ctrust: it has no kind' } };
    const result = kindNamed(kind).schema.safeParse(value);
    const issue = result.success ? undefined : result.error.issues[0];
    if (issue) return { failure: { code: 'damaged', message: `it does not fit the schema of ${kind}: ${issue.path.map(String).join('.')}: ${issue.message}` } };
    return { record: value as AnyRecord };
  });
}
