/**
 * A Word file (.docx; transitional or ISO strict) to a Paper, in one pass over each of its parts.
 *
 * Order of reading: styles and numbering first, then the body as a stream of elements (`story.ts`), then what hangs on
 * it: notes, headers and footers, comments.
 */
import { openLayouts } from '../../paper/layout.js';
import type { Diagnostic, Paper, Paragraph } from '../../paper/model.js';
import { LIMITS, PaperError, type ReadOptions, type Reader } from '../reader.js';
import { Context } from './context.js';
import type { Building } from './grid.js';
import { markHeadings } from './headings.js';
import { readProperties } from './metadata.js';
import { nest } from './nesting.js';
import { noteRules, sectionNoteRules } from './note-numbers.js';
import { Numbering } from './numbering.js';
import { WordFile } from './parts.js';
import { on } from './properties.js';
import { readComments, readNotes, readRunning } from './running.js';
import { readWithMammoth } from './second.js';
import { Story } from './story.js';
import { Styles } from './styles.js';

/** Reads a Word file. Throws a PaperError (`encrypted`, `unsupported`, `damaged`, `too-large`, `empty`, `no-text`) where it cannot. */
export const readDocx: Reader = async (bytes, options) => {
  try {
    return readWordFile(bytes, options);
  } catch (error) {
    if (error instanceof PaperError) throw error;
    return readWithMammoth(bytes, error);
  }
};

function readWordFile(bytes: Uint8Array, options: ReadOptions): Paper {
  const limits = { ...LIMITS, ...options.limits };
  const file = new WordFile(bytes, limits);
  const relationships = file.relationships(file.main);
  // The first relationship of a type counts, as there may be one of each.
  const parts = new Map<string, string>();
  for (const { type, target, external } of relationships.values()) if (!external && !parts.has(type)) parts.set(type, target);

  const styles = new Styles();
  if (parts.has('styles')) file.parse(parts.get('styles') ?? '', styles.reader());
  if (parts.has('theme')) file.parse(parts.get('theme') ?? '', styles.themeReader());
  const numbering = new Numbering((style) => styles.numberingOf(style));
  if (parts.has('numbering')) file.parse(parts.get('numbering') ?? '', numbering.reader());
  const context = new Context(file, styles, numbering, limits, options.tracked ?? 'final');
  const evenPagesApart = readSettings(context, parts.get('settings'));

  const story = new Story(context, { relationships });
  if (!file.parse(file.main, checkedRoot(story), (main) => (saysHowNotesCount(main) ? sectionNoteRules(context.noteNumbers.sections) : undefined))) throw new PaperError('damaged', 'the Word file has no document in it');
  story.end();
  nest(story.blocks, context.lists);
  const blocks = openLayouts(story.blocks);
  for (const block of blocks) if (block.type === 'paragraph') forgetRow(block);
  markHeadings(blocks);
  for (const block of readNotes(context, parts)) blocks.push(block);
  const furniture = readRunning(context, relationships, evenPagesApart);
  readComments(context, parts);
  const properties = readProperties(file, file.relationships(''));
  const language = properties.language ?? styles.paragraph(undefined).run.language;
  return {
    format: 'docx', blocks, furniture, hidden: context.hidden, diagnostics: [...context.diagnostics, ...summaries(context)],
    ...(language === undefined ? {} : { language }),
    ...(Object.keys(properties.metadata).length > 0 ? { metadata: properties.metadata } : {}),
    ...(properties.title === undefined ? {} : { declaredTitle: properties.title }),
  };
}

/** Passes a document's elements on once its root has turned out to be a Word document's. */
function checkedRoot(story: Story): Story {
  const open = story.open.bind(story);
  let checked = false;
  story.open = (name, attributes) => {
    if (!checked && name !== 'w:document') throw new PaperError('damaged', `its main part holds no Word document (its root is ${name.replace(/^.*:/, '')})`);
    checked = true;
    open(name, attributes);
  };
  return story;
}

/** Settings that change what is printed. True where even pages have headers of their own. */
function readSettings(context: Context, part: string | undefined): boolean {
  let even = false;
  if (part !== undefined) {
    const notes = noteRules(context.noteNumbers.whole);
    context.file.parse(part, {
      open: (name, a) => {
        if (name === 'w:evenAndOddHeaders') even = on(a);
        notes.open(name, a);
      },
      close: notes.close,
    });
  }
  return even;
}

/** True where a section says how its notes are numbered: few do, and the part is read twice then. */
function saysHowNotesCount(main: Uint8Array): boolean {
  const bytes = Buffer.from(main.buffer, main.byteOffset, main.byteLength);
  return bytes.includes('footnotePr') || bytes.includes('endnotePr');
}

/** Out of its table, a paragraph has no place in a row. */
function forgetRow(paragraph: Paragraph): void {
  const open = paragraph as Building<Paragraph>;
  delete open.top;
  delete open.bottom;
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** What was decided for the whole file, one line each. */
function summaries(context: Context): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { inserted, deleted, moved } = context.changes;
  if (inserted + deleted + moved > 0) {
    const took = context.tracked === 'final' ? 'the text after them was read' : 'the text before them was read';
    const kinds = [inserted && plural(inserted, 'insertion'), deleted && plural(deleted, 'deletion'), moved && plural(moved, 'move')].filter(Boolean).join(', ');
    found.push({ rule: 'tracked-changes', severity: 'info', message: `The file holds tracked changes (${kinds}); ${took}.` });
  }
  if (context.noteNumbers.byPage && context.notes.some((n) => n.kind === 'footnote')) {
    found.push({ rule: 'notes-by-page', severity: 'info', message: 'Footnotes are numbered anew on each page, and the file does not say where its pages end; they were numbered through.' });
  }
  if (context.hidden.length > 0) {
    found.push({ rule: 'hidden-text', severity: 'warning', message: `Text that Word does not print was set apart (${plural(context.hidden.length, 'stretch').replace(/hs$/, 'hes')}).`, at: context.hidden[0]?.at });
  }
  for (const part of context.file.zip.wrongSums) found.push({ rule: 'wrong-checksum', severity: 'warning', message: `The part ${part} of the file does not match its checksum; what was read may be damaged.` });
  for (const part of context.file.zip.duplicates) found.push({ rule: 'duplicate-part', severity: 'warning', message: `The file holds the part ${part} twice; the first was read.` });
  return found;
}
