/** Writes small Word files for the tests: parts in, bytes out. */
import { zipSync, strToU8, type Zippable } from 'fflate';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACES = [
  `xmlns:w="${W}"`, `xmlns:r="${RELATIONSHIPS}"`, 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"', 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"', 'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"', 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

export interface Parts {
  /** What stands in w:body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** Header and footer parts, by name ("header1"), and what stands in them. */
  readonly running?: Readonly<Record<string, string>>;
  /** External targets, by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
  /** Core properties. */
  readonly core?: string;
  /** Written as it is in place of document.xml. */
  readonly document?: Uint8Array;
  readonly without?: readonly string[];
}

const PARTS = ['styles', 'numbering', 'settings', 'footnotes', 'endnotes', 'comments'] as const;

const wrap = (root: string, inner: string): string => `${HEAD}<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

/** The bytes of a Word file. Relationship ids of running parts are their names. */
export function wordFile(parts: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  const types: string[] = [];
  const add = (name: string, type: string, xml: string, id = name): void => {
    files[`word/${name}.xml`] = strToU8(xml);
    relations.push(`<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${name}.xml"/>`);
    types.push(`<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`);
  };
  for (const part of PARTS) if (parts[part] !== undefined) add(part, part, wrap(part, parts[part]));
  for (const [name, inner] of Object.entries(parts.running ?? {})) {
    const kind = name.replace(/\d+$/, '');
    add(name, kind, wrap(kind === 'header' ? 'hdr' : 'ftr', inner));
  }
  for (const [id, target] of Object.entries(parts.links ?? {})) {
    relations.push(`<Relationship Id="${id}" Type="${RELATIONSHIPS}/hyperlink" Target="${target}" TargetMode="External"/>`);
  }
  const main = strToU8(wrap('document', `<w:body>${parts.body}</w:body>`));
  files['word/document.xml'] = parts.document ?? main;
  files['word/_rels/document.xml.rels'] = strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`);
  const core = parts.core === undefined ? '' : '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';
  if (parts.core !== undefined) {
    files['docProps/core.xml'] = strToU8(`${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core}</cp:coreProperties>`);
  }
  files['_rels/.rels'] = strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>${core}</Relationships>`);
  files['[Content_Types].xml'] = strToU8(`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join('')}</Types>`);
  return zip(Object.fromEntries(Object.entries(files).filter(([name]) => !parts.without?.includes(name))));
}

/** Zips with a fixed date, so that the same parts give the same bytes. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, data] of Object.entries(files)) entries[name] = [data, { mtime: new Date('2001-01-01T00:00:00Z') }];
  return zipSync(entries);
}

export const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** A run of text. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

/** A paragraph of runs, or of plain text. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

/** A table of rows of cells; a cell is what stands in its w:tc. */
export const table = (rows: readonly (readonly string[])[], properties = '<w:tblW w:w="0" w:type="auto"/>', grid: readonly number[] = []): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${rows.map((cells) => `<w:tr>${cells.map((c) => `<w:tc>${c}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
