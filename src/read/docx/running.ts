/** What stands beside the body: headers and footers (furniture), footnotes and endnotes (blocks tied to their marks), comments (diagnostics). */
import type { Block, Paragraph, SetApart } from '../../paper/model.js';
import { tidy } from '../../paper/text.js';
import { eachParagraph, printed } from '../../paper/walk.js';
import type { Context, NoteMark, RunningPart } from './context.js';
import type { Building } from './grid.js';
import { nest } from './nesting.js';
import type { Relationships } from './parts.js';
import { Story } from './story.js';
import type { Attributes, XmlEvents } from './xml.js';

/** A page's number and what is usual around it: "Page 3 of 12", "- 3 -". */
const PAGE_NUMBER = /^\W*(?:page\s*)?\d+\s*(?:(?:of|\/|out of)\s*\d+)?\W*$/i;

/** Headers and footers as furniture; those that no page prints, as hidden. Each part counts once. */
export function readRunning(context: Context, relationships: Relationships, evenPagesApart: boolean): SetApart[] {
  const furniture: SetApart[] = [];
  const parts = new Map<string, { part: RunningPart; isPrinted: boolean }>();
  for (const part of context.running) {
    const target = relationships.get(part.relationship)?.target;
    if (target === undefined) continue;
    const isPrinted = part.pages === 'first' ? part.firstPageApart : part.pages === 'even' ? evenPagesApart : true;
    const known = parts.get(target);
    if (!known) parts.set(target, { part, isPrinted });
    else if (isPrinted && !known.isPrinted) parts.set(target, { part, isPrinted });
  }
  for (const [target, { part, isPrinted }] of parts) {
    const watermarks: string[] = [];
    const story = new Story(context, { at: part.at, relationships: context.file.relationships(target), watermarks });
    if (!context.file.parse(target, story)) continue;
    story.end();
    // Headers of all kinds of pages repeat one watermark.
    for (const text of new Set(watermarks.map(tidy))) {
      if (isPrinted && !furniture.some((f) => f.why === 'watermark' && f.text === text)) furniture.push({ id: context.nextId(), text, at: part.at, why: 'watermark' });
    }
    for (const paragraph of eachParagraph(story.blocks)) {
      const text = printed(paragraph);
      if (text === '') continue;
      if (!isPrinted) context.hide(text, paragraph.at, 'invisible');
      else furniture.push({ id: paragraph.id, text, at: paragraph.at, why: PAGE_NUMBER.test(text) ? 'page-number' : part.why });
    }
  }
  return furniture;
}

/** Reads a part that holds many small stories (notes, comments), each in an element with an id; only those asked for. */
class Stories implements XmlEvents {
  #story: Story | undefined;
  #id = '';
  constructor(readonly element: string, readonly start: (id: string) => Story | undefined, readonly done: (id: string, blocks: Block[]) => void) {}

  open(name: string, a: Attributes): void {
    if (name === this.element) {
      this.#id = a['w:id'] ?? '';
      const kind = a['w:type'] ?? 'normal';
      this.#story = kind === 'normal' ? this.start(this.#id) : undefined;
    } else this.#story?.open(name, a);
  }

  text(text: string): void {
    this.#story?.text(text);
  }

  close(name: string): void {
    if (name !== this.element) { this.#story?.close(name); return; }
    this.#story?.end();
    if (this.#story) this.done(this.#id, this.#story.blocks);
    this.#story = undefined;
  }
}

/** The notes that marks in the text refer to, in the order of their marks, footnotes before endnotes. */
export function readNotes(context: Context, parts: ReadonlyMap<string, string>): Block[] {
  const blocks: Block[] = [];
  for (const kind of ['footnote', 'endnote'] as const) {
    const target = parts.get(`${kind}s`);
    // A mark may be printed twice; the note stands at its first.
    const marks = new Map<string, NoteMark>();
    for (const note of context.notes) if (note.kind === kind && !marks.has(note.id)) marks.set(note.id, note);
    const found = new Map<string, Block[]>();
    if (target !== undefined && marks.size > 0) {
      const relationships = context.file.relationships(target);
      context.file.parse(target, new Stories(`w:${kind}`, (id) => {
        const note = marks.get(id);
        return note && new Story(context, { at: note.at, relationships, note: note.mark });
      }, (id, story) => { nest(story, context.lists); found.set(id, story); }));
    }
    for (const [id, note] of marks) {
      const story = found.get(id);
      if (!story) context.tell('missing-note', 'warning', `The text has a mark ${note.mark}, but the file has no ${kind} for it.`, note.at);
      else for (const block of story) blocks.push(block.type === 'paragraph' ? markNote(block, note.mark) : block);
    }
  }
  return blocks;
}

function markNote(paragraph: Paragraph, mark: string): Paragraph {
  (paragraph as Building<Paragraph>).note = mark;
  return paragraph;
}

/** Comments leave the text; each becomes a line of information. */
export function readComments(context: Context, parts: ReadonlyMap<string, string>): void {
  const target = parts.get('comments');
  if (target === undefined || context.comments.length === 0) return;
  const places = new Map(context.comments.map((c) => [c.id, c.at]));
  const lists = new Map<string, string>();
  context.file.parse(target, new Stories('w:comment', (id) => {
    const at = places.get(id);
    return at && new Story(context, { at, relationships: new Map() });
  }, (id, blocks) => { lists.set(id, eachParagraph(blocks).map(printed).filter(Boolean).join(' ')); }));
  for (const { id, at } of context.comments) {
    const text = lists.get(id);
    if (text) context.tell('comment', 'info', `A comment was left out: “${text}”`, at);
  }
}
