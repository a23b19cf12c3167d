/** Papers that LibreOffice converts: read where it is installed, and refused in plain words where it is not. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printed } from '../../../src/paper/walk.js';
import { readOffice, type OfficeFormat, type OfficeOptions } from '../../../src/read/office/read.js';
import { findLibreOffice } from '../../../src/read/office/soffice.js';
import { PaperError } from '../../../src/read/reader.js';
import { paragraph, table, wordFile, zip } from '../docx/word-file.js';

const program = await findLibreOffice();
let folder = '';
const usual = process.env['TMPDIR'];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ctrust-test-'));
  // Conversions of other tests must not be taken for leftovers of these.
  process.env['TMPDIR'] = folder;
});
afterAll(() => {
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  rmSync(folder, { recursive: true, force: true });
});

const leftovers = (): string[] => readdirSync(folder).filter((name) => name.startsWith('ctrust-office-'));

async function refusal(format: OfficeFormat, bytes: Uint8Array, office: OfficeOptions = {}): Promise<PaperError> {
  try {
    await readOffice(format, office)(bytes, {});
  } catch (error) {
    if (error instanceof PaperError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const RICH = '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0\\pard Ambleton Borough Council\\par\\b Purpose\\b0\\par To agree the homes plan.\\par}';

describe('without LibreOffice', () => {
  it('says what to install', async () => {
    const error = await refusal('rtf', strToU8(RICH), { path: folder });
    expect(error.code).toBe('needs-libreoffice');
    expect(error.message).toMatch(/^LibreOffice is needed to read rich text \(\.rtf\) files: install it/);
  });

  it('still knows an encrypted or an empty file', async () => {
    const odt = zip({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') });
    expect((await refusal('odt', odt, { path: folder })).code).toBe('encrypted');
    const doc = new Uint8Array(2048);
    new DataView(doc.buffer).setUint16(512, 0xa5ec, true);
    new DataView(doc.buffer).setUint16(514, 0xc1, true);
    new DataView(doc.buffer).setUint16(522, 0x100, true);
    expect((await refusal('doc', doc, { path: folder })).code).toBe('encrypted');
    expect((await refusal('doc', new Uint8Array(), { path: folder })).code).toBe('empty');
  });
});

describe.runIf(process.platform !== 'win32')('a converter that misbehaves', () => {
  /** A folder with a soffice in it that does what the script says. */
  const fake = (script: string): string => {
    const bin = mkdtempSync(join(folder, 'bin-'));
    writeFileSync(join(bin, 'soffice'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, 'soffice'), 0o755);
    return bin + delimiter;
  };

  it('is stopped at its time limit, and what it started with it', async () => {
    const started = Date.now();
    const error = await refusal('rtf', strToU8(RICH), { path: fake('sleep 60 & sleep 60'), limit: 400 });
    expect(error.code).toBe('timed-out');
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(leftovers()).toEqual([]);
  });

  it('that makes nothing means a damaged paper', async () => {
    expect((await refusal('rtf', strToU8(RICH), { path: fake('exit 1') })).code).toBe('damaged');
  });

  it('runs with macros and links off and a network that leads nowhere', async () => {
    const told = join(folder, 'told.txt');
    await refusal('rtf', strToU8(RICH), { path: fake(`cat profile/user/registrymodifications.xcu > ${told}; env >> ${told}; echo "$@" >> ${told}`) });
    const text = readFileSync(told, 'utf8');
    expect(text).toMatch(/MacroSecurityLevel.*<value>3</);
    expect(text).toMatch(/DisableMacrosExecution.*<value>true</);
    expect(text).toMatch(/https_proxy=http:\/\/127\.0\.0\.1:9/);
    expect(text).toMatch(/-env:UserInstallation=file:.*--headless/);
  });
});

describe.runIf(program !== undefined)('with LibreOffice', () => {
  it('reads rich text', { timeout: 60_000 }, async () => {
    const paper = await readOffice('rtf')(strToU8(RICH), {});
    expect(paper.format).toBe('rtf');
    expect(paper.blocks.map((b) => (b.type === 'paragraph' ? printed(b) : '(table)'))).toEqual(['Ambleton Borough Council', 'Purpose', 'To agree the homes plan.']);
    expect(paper.metadata?.['producer']).toBeUndefined();
    expect(leftovers()).toEqual([]);
  });

  it('reads .doc and .odt with their numbers and tables', { timeout: 120_000 }, async () => {
    const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const numbered = (text: string): string => paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const source = join(folder, 'paper.docx');
    writeFileSync(source, wordFile({ numbering, body: numbered('Homes') + numbered('Roads') + table([[paragraph('Action'), paragraph('Owner')], [paragraph('Write'), paragraph('Clerk')]], undefined, [4000, 4000]) + paragraph('End') }));
    for (const format of ['doc', 'odt'] as const) {
      execFileSync(program ?? '', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', format, '--outdir', folder, source], { stdio: 'ignore' });
      const paper = await readOffice(format)(new Uint8Array(readFileSync(join(folder, `paper.${format}`))), {});
      expect(paper.format).toBe(format);
      expect(paper.blocks.map((b) => (b.type === 'paragraph' ? printed(b) : `table of ${b.rows} rows`))).toEqual(['4. Homes', '5. Roads', 'table of 2 rows', 'End']);
    }
  });

  it('refuses what is no paper', { timeout: 60_000 }, async () => {
    expect((await refusal('odt', zip({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<broken') }))).code).toBe('damaged');
  });
});
