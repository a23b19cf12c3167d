/** Short ways to read a small Word file and look at what came of it. */
import type { Paper, Paragraph, Table } from '../../../src/paper/model.js';
import { eachParagraph, printed } from '../../../src/paper/walk.js';
import { readDocx } from '../../../src/read/docx/read.js';
import type { ReadOptions } from '../../../src/read/reader.js';
import { wordFile, type Parts } from './word-file.js';

export const read = (parts: Parts | string, options: ReadOptions = {}): Promise<Paper> =>
  readDocx(wordFile(typeof parts === 'string' ? { body: parts } : parts), options);

export const lines = (paper: Paper): string[] => [...eachParagraph(paper.blocks)].map(printed);

export const paragraphs = (paper: Paper): Paragraph[] => [...eachParagraph(paper.blocks)];

export function onlyTable(paper: Paper): Table {
  const tables = paper.blocks.filter((b): b is Table => b.type === 'table');
  if (tables.length !== 1 || !tables[0]) throw new Error(`${tables.length} tables where one was expected`);
  return tables[0];
}

/** The text that a paragraph's spans of one style cover. */
export const spanned = (p: Paragraph, style: string): string[] => (p.spans ?? []).filter((s) => s.style === style).map((s) => p.text.slice(s.start, s.end));
