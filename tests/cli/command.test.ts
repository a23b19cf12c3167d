import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments, parse } from 'yaml';
import { ctrust } from './run.js';

const MINUTES = `Ardmere Borough Council

Minutes of the meeting of the Culture Committee held on 3 March 2015

Present: Councillors A Bell (Chair) and C Dow

12. Library hours

The committee considered the report of the Head of Libraries.

RESOLVED – That the report be noted.
`;
const LETTER = 'Dear resident,\n\nThank you for your letter of last week.\n\nYours sincerely,\n\nA. Clerk\n';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctrust-test-'));
  await writeFile(join(folder, 'minutes.txt'), MINUTES);
  await writeFile(join(folder, 'letter.txt'), LETTER);
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'cut.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
  await writeFile(join(folder, 'not-word.docx'), Buffer.from('UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAFAAAAYS50eHRQSwECFAAUAAAAAAAAACEAAAAAAAAAAAAAAAAABQAAAAAAAAAAAAAAAAAAAAAAYS50eHRQSwUGAAAAAAEAAQAzAAAAIwAAAAAA', 'base64'));
  await writeFile(join(folder, 'picture.png'), Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
  await mkdir(join(folder, 'folder.pdf'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('ctrust extract', () => {
  it('prints a YAML record, its schema line first, and nothing on standard error', async () => {
    const { status, out, err } = await ctrust(['extract', 'minutes.txt'], { cwd: folder });
    expect(err).toBe('');
    expect(status).toBe(0);
    expect(out.startsWith('# yaml-language-server: $schema=schemas/minutes.schema.json\n')).toBe(true);
    expect(parse(out)).toMatchObject({ schemaVersion: '1.0', kind: 'minutes', date: '2015-03-03', source: { file: 'minutes.txt', format: 'text' } });
  });

  it('takes standard input, and the same bytes give the same bytes', async () => {
    const one = await ctrust(['extract', '-', '-f', 'json'], { input: MINUTES });
    const two = await ctrust(['extract', '-', '-f', 'json'], { input: MINUTES });
    expect(one.status).toBe(0);
    expect(one.out).toBe(two.out);
    expect(JSON.parse(one.out)).toMatchObject({ source: { file: 'stdin' } });
  });

  it('prints several papers as YAML documents, one JSON array, or a line each, in the order given', async () => {
    const papers = ['letter.txt', 'minutes.txt'];
    const yaml = await ctrust(['extract', ...papers], { cwd: folder });
    expect(parseAllDocuments(yaml.out).map((d) => (d.toJS() as { kind: string }).kind)).toEqual(['document', 'minutes']);
    const json = await ctrust(['extract', ...papers, '-f', 'json'], { cwd: folder });
    expect((JSON.parse(json.out) as { kind: string }[]).map((r) => r.kind)).toEqual(['document', 'minutes']);
    const lines = await ctrust(['extract', ...papers, '-f', 'ndjson', '--jobs', '1'], { cwd: folder });
    expect(lines.out.trimEnd().split('\n').map((l) => (JSON.parse(l) as { kind: string }).kind)).toEqual(['document', 'minutes']);
  });

  it('does the good papers of a call with bad ones, and says why of each bad one in one line', async () => {
    const bad = ['empty.txt', 'cut.pdf', 'not-word.docx', 'picture.png', 'folder-missing.pdf'];
    const { status, out, err } = await ctrust(['extract', ...bad, 'minutes.txt', '-f', 'ndjson', '--quiet'], { cwd: folder });
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ kind: 'minutes' });
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(bad.length);
    expect(lines.map((l) => /^ctrust: ([^:]+): ([a-z-]+)/.exec(l)?.slice(1))).toEqual([
      ['empty.txt', 'empty'], ['cut.pdf', 'damaged'], ['not-word.docx', 'unsupported'], ['picture.png', 'unsupported'], ['folder-missing.pdf', 'not-found'],
    ]);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('walks folders, counts files of other types, and writes a record a paper', async () => {
    const out = join(folder, 'records/');
    const { status, err } = await ctrust(['extract', folder, '-o', out], { cwd: folder });
    expect(status).toBe(3);
    expect(err).toMatch(/2 of 5 papers read \(2 damaged|2 of 5 papers read/);
    expect(err).toContain('1 file of another type passed over');
    expect((await readdir(out)).sort()).toEqual(['ctrust-manifest.ndjson', 'letter.yaml', 'minutes.yaml']);
    await rm(out, { recursive: true });
  });

  it('writes a file by its ending, whole or not at all', async () => {
    await ctrust(['extract', 'minutes.txt', '-o', 'one.json'], { cwd: folder });
    expect(JSON.parse(await readFile(join(folder, 'one.json'), 'utf8'))).toMatchObject({ kind: 'minutes' });
    const failed = await ctrust(['extract', 'cut.pdf', '-o', 'two.json'], { cwd: folder });
    expect(failed.status).toBe(3);
    expect((await readdir(folder)).filter((f) => f.includes('two.json'))).toEqual([]);
    const nowhere = await ctrust(['extract', 'minutes.txt', '-o', 'minutes.txt/x.json'], { cwd: folder });
    expect(nowhere.status).toBe(4);
    expect(nowhere.err).toMatch(/^ctrust: cannot write .*\n$/);
    await rm(join(folder, 'one.json'));
  });

  it('never writes over a paper, and ends when it cannot write', async () => {
    const page = join(folder, 'page.html');
    await writeFile(page, '<h1>Agenda item</h1><p>Text.</p>');
    const over = await ctrust(['review', 'page.html', '-o', `${folder}/`], { cwd: folder });
    expect(over.status).toBe(2);
    expect(over.err).toContain('is the paper itself');
    expect(await readFile(page, 'utf8')).toBe('<h1>Agenda item</h1><p>Text.</p>');
    const tables = await ctrust(['tables', 'minutes.txt', '-o', 'minutes.txt', '-f', 'markdown'], { cwd: folder });
    expect(tables.status).toBe(2);
    const several = await ctrust(['extract', 'minutes.txt', 'letter.txt', '-o', 'minutes.txt/x/'], { cwd: folder });
    expect(several.status).toBe(4);
    await rm(page);
  });

  it('does not follow links in folders, and counts them', async () => {
    await mkdir(join(folder, 'linked'));
    await writeFile(join(folder, 'linked', 'letter.txt'), LETTER);
    await symlink(join(folder, 'minutes.txt'), join(folder, 'linked', 'minutes.txt'));
    await symlink('..', join(folder, 'linked', 'up'));
    const { status, out, err } = await ctrust(['extract', 'linked', 'letter.txt', '-f', 'ndjson'], { cwd: folder });
    expect({ status, err }).toEqual({ status: 0, err: '2 of 2 papers read; 2 links passed over\n' });
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect((await ctrust(['validate', 'linked', 'picture.png', '--fail-on', 'never'], { cwd: folder })).err).toBe('2 links passed over\n');
    expect((await ctrust(['validate', 'linked', '--quiet', '--fail-on', 'never'], { cwd: folder })).err).toBe('');
    await rm(join(folder, 'linked'), { recursive: true });
  });

  it.skipIf(process.platform === 'win32')('a folder that cannot be opened is one failure, and the others are walked', async () => {
    // Deeper than a path can be long: nobody can open that, root neither.
    await mkdir(join(folder, 'deep/b'), { recursive: true });
    await writeFile(join(folder, 'deep/b/letter.txt'), LETTER);
    await writeFile(join(folder, 'deep/z.txt'), LETTER);
    execFileSync('sh', ['-c', `cd deep; n=$(printf '%0250d' 0); for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do mkdir "$n" && cd -P "./$n" || exit 1; done`], { cwd: folder });
    const { status, out, err } = await ctrust(['extract', 'deep', '-f', 'ndjson'], { cwd: folder });
    expect(status).toBe(3);
    expect(err).toMatch(/^ctrust: deep\/0[0/]+: not-found: the folder cannot be opened: its name is too long\n2 of 3 papers read \(1 not-found\)\n$/);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    const checked = await ctrust(['validate', 'deep', '--reporter', 'json', '--fail-on', 'never'], { cwd: folder });
    expect(checked.status).toBe(3);
    expect((JSON.parse(checked.out) as { papers: { failure?: { code: string } }[] }).papers.map((p) => p.failure?.code)).toEqual([undefined, undefined, 'not-found']);
    execFileSync('rm', ['-rf', join(folder, 'deep')]);
  });

  it('tells failures as JSON lines in which nothing moves the cursor', async () => {
    const { err } = await ctrust(['extract', 'gone\u009B2J\u202E\u2028.pdf', 'letter.txt', '-f', 'ndjson', '--verbose'], { cwd: folder });
    const [line] = err.split('\n');
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(line ?? '')).toEqual({ paper: 'gone\u009B2J\u202E\u2028.pdf', reason: 'not-found', message: 'there is no such file' });
  });

  it('passes over lock files of word processors in folders', async () => {
    await mkdir(join(folder, 'locks'));
    await writeFile(join(folder, 'locks', '~$minutes.docx'), 'x');
    await writeFile(join(folder, 'locks', 'letter.txt'), LETTER);
    const { status, out } = await ctrust(['extract', 'locks', '-f', 'ndjson'], { cwd: folder });
    expect(status).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    await rm(join(folder, 'locks'), { recursive: true });
  });

  it('takes a paper for the kind that it is told', async () => {
    const { out } = await ctrust(['extract', 'letter.txt', '--kind', 'minutes', '-f', 'json'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({ kind: 'minutes', classification: { kind: 'minutes', confidence: 1 } });
  });

  it('reads a council\'s own headings from the settings file, and refuses a wrong one', async () => {
    await writeFile(join(folder, 'wrong.yaml'), 'kinds:\n  minits: {}\n');
    const { status, err } = await ctrust(['extract', 'minutes.txt', '--config', 'wrong.yaml'], { cwd: folder });
    expect(status).toBe(2);
    expect(err).toMatch(/^ctrust: wrong\.yaml: kinds/);
    await rm(join(folder, 'wrong.yaml'));
  });
});

describe('a wrong command line', () => {
  it.each([
    [['extrct', 'x.pdf'], /Did you mean extract/],
    [['extract', 'x.pdf', '--formt', 'json'], /Did you mean --format/],
    [['extract', 'x.pdf', '--pages', '9-3'], /Give pages like 3-12,15/],
    [['extract', 'x.pdf', '--kind', 'minits'], /^error: .*'minits' is invalid\. Did you mean minutes\? "ctrust schema" lists the kinds\.\n/],
    [['review', 'x.pdf', '-k', 'Action-Plan'], /Did you mean action-plan\?/],
    [['extract', 'x.pdf', '--kind', 'timetable of buses'], /There is no such kind; "ctrust schema" lists them\.\n/],
    [['extract', 'x.pdf', '--jobs', '1.5'], /^error: .*'1\.5' is invalid\. Give a whole number of papers over 0, at most 1024\.\n/],
    [['extract', 'x.pdf', '--jobs', '0'], /Give a whole number of papers/],
    [['extract', 'x.pdf', '--jobs', 'two'], /Give a whole number of papers/],
    [['extract', 'x.pdf', '--jobs', '9999'], /at most 1024/],
    [['tables', 'x.pdf', '--timeout', '-1'], /Give a number of seconds over 0, at most 86400/],
    [['tables', 'x.pdf', '--timeout', 'Infinity'], /Give a number of seconds/],
    [['inspect', 'x.pdf', '--memory', '0x400'], /Give a whole number of megabytes/],
    [['review', 'x.pdf', '--memory', ''], /Give a whole number of megabytes/],
    [['extract'], /^error: missing required argument 'papers'\n/],
    [['validate'], /^error: missing required argument 'papers'\n/],
    [['tables'], /^error: missing required argument 'papers'\n/],
    [['extract', 'x.pdf', '-f', 'toml'], /yaml, json/],
    [['schema', 'minits'], /did you mean minutes/],
    [['extract', 'minutes.txt', '-o', 'out.toml'], /--format/],
  ])('%j', async (args, says) => {
    const { status, out, err } = await ctrust(args, { cwd: folder });
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(says);
  });
});

describe('the other commands', () => {
  it('explains itself', async () => {
    for (const args of [[], ['--help'], ['extract', '--help']]) {
      const { status, out } = await ctrust(args);
      expect(status).toBe(0);
      expect(out).toContain('Usage: ctrust');
    }
    expect((await ctrust(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('lists kinds and prints schemas', async () => {
    const names = (await ctrust(['schema'])).out.trimEnd().split('\n').map((l) => l.split(' ')[0]);
    expect(names).toContain('minutes');
    expect(names).toEqual([...names].sort());
    expect(JSON.parse((await ctrust(['schema', 'minutes'])).out)).toMatchObject({ title: 'minutes', $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });

  it('inspects', async () => {
    const { status, out } = await ctrust(['inspect', 'minutes.txt'], { cwd: folder });
    expect(status).toBe(0);
    expect(out).toContain('kind: minutes');
    expect(out).toContain('#line=0,1');
  });

  it('prints tables', async () => {
    await writeFile(join(folder, 'plan.md'), '# Plan\n\n| Action | Who |\n| --- | --- |\n| Paint the hall | Clerk |\n');
    const { out } = await ctrust(['tables', 'plan.md'], { cwd: folder });
    expect(out).toBe('Action,Who\r\nPaint the hall,Clerk\r\n');
    expect(JSON.parse((await ctrust(['tables', 'plan.md', '-f', 'json'], { cwd: folder })).out)).toMatchObject([{ columns: 2, headerRows: 1, rows: [['Action', 'Who'], ['Paint the hall', 'Clerk']] }]);
    await rm(join(folder, 'plan.md'));
  });
});
