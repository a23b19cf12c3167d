/** The container: parts found, namespaces and encodings, limits, and what is said of files that cannot be read. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/docx/read.js';
import { PaperError } from '../../../src/read/reader.js';
import { lines, paragraphs, read } from './reading.js';
import { W, paragraph, wordFile, zip } from './word-file.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const good = wordFile({ body: paragraph('Ambleton plan') });

/** The file with its parts changed as text; a part made empty is left out. */
function changed(file: Uint8Array, change: (name: string, xml: string) => string | undefined): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const [name, data] of Object.entries(unzipSync(file))) {
    const xml = change(name, strFromU8(data));
    if (xml !== undefined) parts[name] = strToU8(xml);
  }
  return zip(parts);
}

async function refusal(bytes: Uint8Array, options = {}): Promise<PaperError> {
  try {
    await readDocx(bytes, options);
  } catch (error) {
    if (error instanceof PaperError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('parts', () => {
  it('reads ISO strict files, lengths with units included', async () => {
    const strict = changed(wordFile({ body: paragraph('Ambleton plan', '<w:ind w:start="36pt"/>'), styles: '' }), (_, xml) => xml
      .replaceAll(W, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'));
    const paper = await readDocx(strict, {});
    expect(paragraphs(paper).map((p) => [p.text, p.indent])).toEqual([['Ambleton plan', 36]]);
  });

  it('goes by namespaces, not by prefixes', async () => {
    const document = strToU8(`<x:document xmlns:x="${W}" xmlns:w="urn:other"><x:body><x:p><x:r><x:rPr><x:b/><x:sz x:val="30"/></x:rPr><x:t>Ambleton</x:t><w:t> not text</w:t></x:r></x:p></x:body></x:document>`);
    const byDefault = strToU8(`<document xmlns="${W}"><body><p><r><t>Ambleton</t></r></p></body></document>`);
    expect(lines(await readDocx(wordFile({ body: '', document: byDefault }), {}))).toEqual(['Ambleton']);
    const other = wordFile({ body: '', document });
    const paper = await readDocx(other, {});
    expect(paragraphs(paper).map((p) => [p.text, p.bold, p.size])).toEqual([['Ambleton', true, 15]]);
  });

  it('reads UTF-16, with or without a byte order mark, and a declaration that lies', async () => {
    const xml = `${HEAD.replace('UTF-8', 'UTF-16')}<w:document xmlns:w="${W}"><w:body>${paragraph('Café plan')}</w:body></w:document>`;
    for (const document of [Buffer.from(`\ufeff${xml}`, 'utf16le'), Buffer.from(xml, 'utf16le'), Buffer.from(`\ufeff${xml}`, 'utf16le').swap16(), Buffer.from(xml)]) {
      expect(lines(await readDocx(wordFile({ body: '', document: new Uint8Array(document) }), {}))).toEqual(['Café plan']);
    }
  });

  it('finds the main part by relationship, by content type, or where it usually is', async () => {
    const moved = (file: Uint8Array): Uint8Array => {
      const parts = unzipSync(file);
      parts['doc/main.xml'] = parts['word/document.xml']!;
      delete parts['word/document.xml'];
      return zip(parts);
    };
    const byRelation = changed(moved(good), (name, xml) => (name === '_rels/.rels' ? xml.replace('word/document.xml', '/doc/main.xml') : xml));
    const byType = changed(moved(good), (name, xml) => (name === '_rels/.rels' ? undefined : name === '[Content_Types].xml' ? xml.replace('/word/document.xml', '/doc/main.xml') : xml));
    const byHabit = changed(good, (name, xml) => (name === '_rels/.rels' || name === '[Content_Types].xml' ? undefined : xml));
    for (const file of [byRelation, byType, byHabit]) expect(lines(await readDocx(file, {}))).toEqual(['Ambleton plan']);
  });

  it('does without styles, numbering, settings and relationships', async () => {
    const bare = changed(good, (name, xml) => (name === 'word/_rels/document.xml.rels' ? undefined : xml));
    expect(lines(await readDocx(bare, {}))).toEqual(['Ambleton plan']);
  });

  it('tells title, author and dates', async () => {
    const paper = await read({ body: paragraph('x'), core: '<dc:title>Homes plan</dc:title><dc:creator>A. Clerk</dc:creator><dcterms:created>2024-05-01T09:00:00Z</dcterms:created>' });
    expect(paper.declaredTitle).toBe('Homes plan');
    expect(paper.metadata).toEqual({ author: 'A. Clerk', created: '2024-05-01T09:00:00Z' });
  });

  it('never expands entities', async () => {
    const file = changed(good, (name, xml) => (name === 'word/document.xml' ? xml.replace('?>', '?><!DOCTYPE w:document [<!ENTITY a "boo"><!ENTITY b SYSTEM "file:///etc/hostname">]>').replace('Ambleton plan', '&a;&b;&lt;') : xml));
    expect(lines(await readDocx(file, {}))).toEqual(['&a;&b;<']);
  });
});

describe('files that cannot be read', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['plain text', strToU8('Minutes of the meeting'), 'unsupported'],
    ['a zip of something else', zip({ 'readme.txt': strToU8('x') }), 'unsupported'],
    ['an OpenDocument file', zip({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') }), 'unsupported'],
    ['a workbook', zip({ '_rels/.rels': strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`), 'xl/workbook.xml': strToU8('<x/>') }), 'unsupported'],
    ['a package without its document', changed(good, (name, xml) => (name === 'word/document.xml' ? undefined : xml)), 'damaged'],
    ['a file cut short', good.subarray(0, good.length - 60), 'damaged'],
    ['XML that is not well-formed', changed(good, (name, xml) => (name === 'word/document.xml' ? xml.replace('</w:p>', '') : xml)), 'damaged'],
    ['another root element', changed(good, (name, xml) => (name === 'word/document.xml' ? '<html/>' : xml)), 'damaged'],
    ['an old or encrypted file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'unsupported'],
    ['an encrypted file', new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')])), 'encrypted'],
  ])('%s', async (_, bytes, code) => {
    const error = await refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[^\n]{10,120}$/);
  });
});

describe('limits', () => {
  it('count the bytes that come out, not those declared', async () => {
    const bomb = wordFile({ body: paragraph(' '.repeat(3_000_000)) });
    expect((await refusal(bomb, { limits: { inflated: 1_000_000 } })).code).toBe('too-large');
  });

  it('bound entries, depth and cells', async () => {
    expect((await refusal(good, { limits: { entries: 2 } })).code).toBe('too-large');
    const deep = wordFile({ body: '<w:tbl><w:tr><w:tc>'.repeat(300) + paragraph('x') + `${paragraph('')}</w:tc></w:tr></w:tbl>`.repeat(300) });
    expect((await refusal(deep)).code).toBe('too-large');
    const wide = wordFile({ body: `<w:tbl><w:tr>${`<w:tc>${paragraph('x')}</w:tc>`.repeat(50)}</w:tr></w:tbl>` });
    expect((await refusal(wide, { limits: { cells: 40 } })).code).toBe('too-large');
  });

  it('tells of a part whose checksum is wrong', async () => {
    const bytes = good.slice();
    const view = new DataView(bytes.buffer);
    // The directory entry of document.xml: its checksum stands 16 bytes in.
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && strFromU8(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))) === 'word/document.xml') view.setUint32(at + 16, 1, true);
    }
    expect((await readDocx(bytes, {})).diagnostics.map((d) => d.rule)).toEqual(['wrong-checksum']);
  });
});
