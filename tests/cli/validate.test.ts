/** `ctrust validate` in a pipeline, by the very lines of docs/validate.md. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ctrust, type Ran } from './run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BAD = `Ardmere Borough Council

Minutes of the meeting of the Culture Committee held on 3 March 2015

Present: Councillors A Bell (Chair) and C Dow

12. Library hours

RESOLVED – That the report be noted, and that the work be done by 31 June 2015. Questions to AB 12 34 56 C <or> "jo" & jo@gmail.com.
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctrust-validate-'));
  await mkdir(join(folder, 'papers'));
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  await writeFile(join(folder, 'node_modules/.bin/ctrust'), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/ctrust.js')}" "$@"\n`, { mode: 0o755 });
  await writeFile(join(folder, 'papers/minutes, of March.txt'), BAD);
  await cp(join(ROOT, 'fixtures/papers/ardmere-skatepark-action-plan.pdf'), join(folder, 'papers/plan.pdf'));
  await cp(join(ROOT, 'fixtures/papers/tarnbridge-leader-decision.docx'), join(folder, 'papers/decision.docx'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a line of a pipeline's script, with `npx` finding the command in node_modules as it does. */
const shell = (line: string): Promise<Ran> => new Promise((resolve) => {
  const env = { ...process.env, NO_COLOR: '1', PATH: `${join(folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` };
  const child = execFile('sh', ['-c', line.replace(/^npx /, '')], { cwd: folder, env }, (_error, out, err) => resolve({ status: child.exitCode, out, err }));
});

/** The YAML blocks of a page of the documentation. */
async function yamlOf(page: string): Promise<unknown[]> {
  const text = await readFile(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map((m) => parse(m[1] ?? '') as unknown);
}

interface Log { version: string; runs: { tool: { driver: { rules: { id: string; helpUri?: string }[] } }; results: { ruleId: string; ruleIndex?: number; level: string; message: { text: string }; locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } }; logicalLocations?: { name: string }[] }[]; partialFingerprints: Record<string, string>; properties?: { page?: number; box?: number[] } }[] }[] }

/** The official schema, where the package that carries it is installed. */
const schemaFile = ((): string | undefined => { try { return createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'); } catch { return undefined; } })();

/** What GitHub and this program's users rely on, of the SARIF 2.1.0 schema. */
const FACTS = {
  type: 'object', required: ['version', 'runs'],
  properties: {
    version: { const: '2.1.0' },
    runs: {
      type: 'array', minItems: 1, items: {
        type: 'object', required: ['tool', 'results'], properties: {
          tool: { type: 'object', required: ['driver'], properties: { driver: { type: 'object', required: ['name', 'rules'], properties: { name: { type: 'string' }, rules: { type: 'array', uniqueItems: true, items: { type: 'object', required: ['id', 'shortDescription'] } } } } } },
          results: {
            type: 'array', items: {
              type: 'object', required: ['message', 'ruleId', 'locations', 'partialFingerprints'], properties: {
                level: { enum: ['none', 'note', 'warning', 'error'] }, ruleIndex: { type: 'integer', minimum: 0 },
                message: { type: 'object', required: ['text'] },
                locations: { type: 'array', minItems: 1, items: { type: 'object', required: ['physicalLocation'], properties: { physicalLocation: { type: 'object', required: ['artifactLocation', 'region'], properties: { artifactLocation: { type: 'object', properties: { uri: { type: 'string', pattern: '^[^ /\\\\][^ \\\\]*$' } } }, region: { type: 'object', required: ['startLine'], properties: { startLine: { type: 'integer', minimum: 1 }, endLine: { type: 'integer', minimum: 1 } } } } } } } },
                relatedLocations: { type: 'array', uniqueItems: true, items: { type: 'object', properties: { id: { type: 'integer', minimum: 0 } } } },
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  },
};

describe('the pipeline examples of docs/validate.md', () => {
  it('GitHub: exit status 1, and SARIF that its schema accepts', async () => {
    const workflow = (await yamlOf('docs/validate.md')).find((y) => typeof y === 'object' && y !== null && 'jobs' in y) as { jobs: { check: { steps: { run?: string }[] } } };
    const line = workflow.jobs.check.steps.map((s) => s.run ?? '').find((r) => r.includes('ctrust validate')) ?? '';
    const { status, out } = await shell(line);
    expect(status).toBe(1);
    expect(out).toBe('');
    const log = JSON.parse(await readFile(join(folder, 'findings.sarif'), 'utf8')) as Log;
    const facts = new Ajv({ allErrors: true, strict: false }).compile(FACTS);
    facts(log);
    expect(facts.errors).toBeNull();
    const results = log.runs[0]?.results ?? [];
    expect(results.map((r) => r.ruleId)).toEqual(expect.arrayContaining(['national-insurance-number', 'private-email', 'date-impossible', 'number-skipped']));
    for (const r of results) expect(log.runs[0]?.tool.driver.rules[r.ruleIndex ?? -1]?.id).toBe(r.ruleId);
    // A text has its line; a PDF stands on line 1, and says its page and box beside it.
    const inText = results.find((r) => r.ruleId === 'private-email')?.locations[0]?.physicalLocation;
    expect(inText).toMatchObject({ artifactLocation: { uri: 'papers/minutes%2C%20of%20March.txt' }, region: { startLine: 9 } });
    const inPdf = results.find((r) => r.ruleId === 'number-skipped');
    expect(inPdf).toMatchObject({ locations: [{ physicalLocation: { region: { startLine: 1 } }, logicalLocations: [{ name: 'page 1' }] }], properties: { page: 1 } });
    expect(inPdf?.properties?.box).toHaveLength(4);
    // The report does not publish personal data again.
    expect(JSON.stringify(log)).not.toContain('AB 12 34 56 C');
    // Fingerprints are each result's own, and the same in the next run.
    const prints = results.map((r) => Object.values(r.partialFingerprints)[0]);
    expect(new Set(prints).size).toBe(prints.length);
    await shell(line);
    expect((JSON.parse(await readFile(join(folder, 'findings.sarif'), 'utf8')) as Log).runs[0]?.results.map((r) => Object.values(r.partialFingerprints)[0])).toEqual(prints);
  }, 60_000);

  it.skipIf(schemaFile === undefined)('the official schema of SARIF 2.1.0 accepts it (skipped where @microsoft/jest-sarif is not installed)', async () => {
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(await readFile(schemaFile ?? '', 'utf8')) as Record<string, unknown>;
    const accepts = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const { out } = await ctrust(['validate', 'papers/', '--reporter', 'sarif'], { cwd: folder });
    accepts(JSON.parse(out));
    expect(accepts.errors).toBeNull();
  });

  it('GitLab: exit status 1, and JUnit XML whose counts are right', async () => {
    const pipeline = (await yamlOf('docs/validate.md')).find((y) => typeof y === 'object' && y !== null && 'papers' in y) as { papers: { script: string[] } };
    const { status } = await shell(pipeline.papers.script[0] ?? '');
    expect(status).toBe(1);
    interface Suite { name: string; tests: number; failures: number; errors: number; cases: { name: string; failure: string }[] }
    const suites: Suite[] = [];
    let open = '';
    const parser = new SaxesParser();
    parser.on('error', (error) => { throw error; });
    parser.on('opentag', ({ name, attributes: a }) => {
      open = name;
      if (name === 'testsuite') suites.push({ name: a['name'] ?? '', tests: Number(a['tests']), failures: Number(a['failures']), errors: Number(a['errors']), cases: [] });
      if (name === 'testcase') suites.at(-1)?.cases.push({ name: a['name'] ?? '', failure: '' });
    });
    parser.on('text', (text) => { const last = suites.at(-1)?.cases.at(-1); if (open === 'failure' && last) last.failure += text; });
    parser.on('closetag', () => { open = ''; });
    parser.write(await readFile(join(folder, 'findings.xml'), 'utf8')).close();
    expect(suites.map((s) => s.name)).toEqual(['papers/decision.docx', 'papers/minutes, of March.txt', 'papers/plan.pdf']);
    for (const s of suites) {
      expect(s.cases).toHaveLength(s.tests);
      expect(s.cases.filter((c) => c.failure !== '')).toHaveLength(s.failures);
    }
    expect(suites[1]?.cases.find((c) => c.name === 'national-insurance-number')?.failure).toContain('line 9');
  }, 60_000);

  it('GitHub annotations: one line a finding, escaped', async () => {
    const { out } = await ctrust(['validate', 'papers/', '--reporter', 'github'], { cwd: folder });
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^::(error|warning|notice) file=[^:,]+,line=\d+(,endLine=\d+)?,title=[a-z-]+::/);
    expect(out).toContain('file=papers/minutes%2C of March.txt,line=9');
  });
});

describe('exit statuses and settings', () => {
  it('1 where a finding reaches --fail-on, though a paper could not be read; 3 where nothing else is wrong', async () => {
    await writeFile(join(folder, 'cut.pdf'), '%PDF-1.7\n1 0 obj\n<<');
    const both = await ctrust(['validate', 'papers/', 'cut.pdf'], { cwd: folder });
    expect(both.status).toBe(1);
    expect(both.out).toContain('damaged');
    expect((await ctrust(['validate', 'papers/decision.docx', 'cut.pdf'], { cwd: folder })).status).toBe(3);
    expect((await ctrust(['validate', 'papers/decision.docx'], { cwd: folder })).status).toBe(0);
    expect((await ctrust(['validate', 'papers/plan.pdf', '--fail-on', 'warning'], { cwd: folder })).status).toBe(1);
    expect((await ctrust(['validate', 'papers/plan.pdf', '--fail-on', 'never'], { cwd: folder })).status).toBe(0);
  }, 60_000);

  it('rules are turned off and accepted with a reason; settings that name no rule are refused', async () => {
    const config = join(folder, 'strict.yaml');
    await writeFile(config, 'rules:\n  national-insurance-number: off\n  date-impossible: info\nignore:\n  - rule: private-email\n    reason: She agreed.\n');
    const { status, out } = await ctrust(['validate', 'papers/minutes, of March.txt', '--config', config, '--reporter', 'json'], { cwd: folder });
    expect(status).toBe(0);
    const rules = (JSON.parse(out) as { papers: { findings: { rule: string; severity: string }[] }[] }).papers[0]?.findings ?? [];
    expect(rules.map((f) => f.rule)).not.toContain('national-insurance-number');
    expect(rules.map((f) => f.rule)).not.toContain('private-email');
    expect(rules.find((f) => f.rule === 'date-impossible')?.severity).toBe('info');
    await writeFile(config, 'ignore:\n  - rule: private-email\n');
    expect((await ctrust(['validate', 'papers/', '--config', config], { cwd: folder })).status).toBe(2);
    await writeFile(config, 'rules:\n  no-such-rule: off\n');
    const wrong = await ctrust(['validate', 'papers/', '--config', config], { cwd: folder });
    expect(wrong.status).toBe(2);
    expect(wrong.err).toContain('no-such-rule');
  }, 60_000);

  it('records are held against their schema first: YAML, JSON, arrays and lines', async () => {
    for (const format of ['yaml', 'json', 'ndjson']) {
      const record = join(folder, `records.${format}`);
      await ctrust(['extract', 'papers/', '-o', record], { cwd: folder });
      const { status, out } = await ctrust(['validate', record, '--reporter', 'json'], { cwd: folder });
      expect(status).toBe(1);
      expect((JSON.parse(out) as { papers: { failure?: unknown }[] }).papers.map((p) => p.failure)).toEqual([undefined, undefined, undefined]);
    }
    await writeFile(join(folder, 'wrong.json'), '{"kind":"minutes","title":5}');
    const wrong = await ctrust(['validate', 'wrong.json'], { cwd: folder });
    expect(wrong.status).toBe(3);
    expect(wrong.out).toContain('does not fit the schema of minutes');
  }, 60_000);

  it('passes over other data in a folder of records, and complains of it where it is named', async () => {
    await ctrust(['extract', 'papers/', '-f', 'json', '-o', 'mixed/'], { cwd: folder });
    await writeFile(join(folder, 'mixed/datapackage.json'), '{"resources":[]}');
    await writeFile(join(folder, 'mixed/notes.yaml'), 'just: notes\n');
    const walked = await ctrust(['validate', 'mixed/', '--reporter', 'json', '--fail-on', 'never'], { cwd: folder });
    expect(walked.status).toBe(0);
    expect((JSON.parse(walked.out) as { papers: unknown[] }).papers).toHaveLength(3);
    expect((await ctrust(['validate', 'mixed/datapackage.json'], { cwd: folder })).out).toContain('it is no record of ctrust');
  }, 60_000);

  it('the text report shows the page first and a line under the words', async () => {
    const { out } = await ctrust(['validate', 'papers/plan.pdf'], { cwd: folder });
    expect(out).toMatch(/^papers\/plan\.pdf\n {2}page 1: warning {2}Recommendation 3 is missing\. {2}number-skipped\n {6}\S.*\n {6}\^+\n/);
    expect(out).toMatch(/1 paper checked: 0 errors, 1 warning, 0 for information\n$/);
  });
});
