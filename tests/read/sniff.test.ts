import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { PaperError } from '../../src/read/reader.js';
import { readPaper } from '../../src/read/read.js';
import { sniff } from '../../src/read/sniff.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (files: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, n === 'mimetype' ? [strToU8(t), { level: 0 }] as const : strToU8(t)])) as Parameters<typeof zipSync>[0]);
const ole = (...names: string[]): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0), ...names.flatMap((n) => [...Buffer.from(n, 'utf16le')])]);
const refusal = (source: Uint8Array): [string, string] => {
  try { return ['read as', sniff(source)]; } catch (e) {
    expect(e).toBeInstanceOf(PaperError);
    return [(e as PaperError).code, (e as PaperError).message];
  }
};

const DOCX = { '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', 'word/document.xml': '<w:document/>' };

describe('sniff', () => {
  it.each([
    ['pdf', bytes('%PDF-1.7\n')], ['pdf', bytes(`${'junk '.repeat(150)}%PDF-1.4`)], ['docx', zip(DOCX)],
    ['docx', Uint8Array.from([...zip(DOCX), ...bytes('trailing')])], ['docx', zip({ '[Content_Types].xml': '', '_rels/.rels': '', 'content/document2.xml': '' })],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })], ['doc', ole('Root Entry', 'WordDocument')], ['rtf', bytes('{\\rtf1\\ansi Minutes}')],
    ['html', bytes('<!DOCTYPE html><p>x')], ['html', bytes('\uFEFF\n<!-- saved --><html><body>x')], ['html', bytes('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y"/>')], ['html', bytes('<div class="a"><p>Minutes</p></div>')],
    ['html', bytes('Some text first\n<body bgcolor=white>x')], ['html', Uint8Array.from([0xff, 0xfe, ...Buffer.from('<html><p>x', 'utf16le')])],
    ['text', bytes('Minutes of the meeting\n\n1. Apologies\n')], ['text', bytes('A\tB\n<p>1. x</p>\t<p>y</p>\n')], ['text', bytes('<p>1. x</p>\t<p>y</p>\n<p>2. x</p>\t<p>y</p>\n')], ['text', bytes('<see note> and text')],
    ['text', bytes('**Panel\nACTION PLAN**\n\n- 1.1 Text\n- 1.2 Text\n')], ['text', bytes('MZ is how this text begins, and BM')], ['text', Uint8Array.from([0x41, 0x93, 0x42, 0x94])], ['text', bytes('Title\n=====\n\nText\n')],
    ['text', Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00])],
    ['markdown', bytes('# Minutes\n\nText\n')], ['markdown', bytes('Text\n\n## One\n\n## Two\n')], ['markdown', bytes('| a | b |\n|---|---|\n| 1 | 2 |\n')], ['markdown', bytes('**Bold** and a [link](https://example.org)\n')],
  ])('%s', (format, source) => {
    expect(sniff(source)).toBe(format);
  });

  it.each([
    ['empty', /empty/, new Uint8Array()], ['empty', /white space/, bytes(' \r\n\t ')],
    ['unsupported', /picture/, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])], ['unsupported', /picture/, Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], ['unsupported', /picture/, bytes('GIF89a')],
    ['unsupported', /picture/, Uint8Array.from([0x49, 0x49, 0x2a, 0x00])], ['unsupported', /Excel/, zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })], ['unsupported', /PowerPoint/, zip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' })],
    ['unsupported', /spreadsheet/, zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })], ['unsupported', /zip archive/, zip({ 'a.txt': 'a' })], ['damaged', /cut off/, zip({ 'a.txt': 'a'.repeat(99), 'b.txt': 'b' }).slice(0, 60)],
    ['encrypted', /password/, ole('EncryptedPackage', 'EncryptionInfo')], ['unsupported', /Excel/, ole('Workbook')], ['unsupported', /Outlook/, ole('__properties_version1.0')],
    ['unsupported', /not text/, Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256)], ['unsupported', /XML/, bytes('<?xml version="1.0"?><feed/>')], ['unsupported', /gzip/, Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['unsupported', /mail/, bytes('From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n')],
  ])('%s: %s', (code, says, source) => {
    const [problem, message] = refusal(source);
    expect(problem).toBe(code);
    expect(message).toMatch(says);
  });

  it('knows a cut-off Word file by its first parts', () => {
    expect(sniff(zip(DOCX).slice(0, -30))).toBe('docx');
  });

  it('names a format or says why not, whatever the bytes', () => {
    fc.assert(fc.property(fc.tuple(fc.constantFrom('', 'PK\u0003\u0004', '%PDF-', '<html>', '{\\rtf', '\u00d0\u00cf\u0011\u00e0'), fc.uint8Array({ maxLength: 200 })), ([head, tail]) => {
      refusal(Uint8Array.from([...Buffer.from(head, 'latin1'), ...tail]));
    }), { numRuns: 500 });
  });
});

describe('readPaper', () => {
  it.each([['text', 'Minutes\n\n1. Apologies\n'], ['markdown', '# Minutes\n\n1. Apologies\n'], ['html', '<!doctype html><h1>Minutes</h1><ol><li>Apologies</li></ol>']])('reads %s by its content', async (format, source) => {
    const paper = await readPaper(bytes(source));
    expect(paper.format).toBe(format);
    expect(paper.blocks).toMatchObject([{ text: 'Minutes', heading: {} }, { label: '1.', number: '1', text: 'Apologies' }]);
  });
});
