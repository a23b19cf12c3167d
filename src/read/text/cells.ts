/** A cell of a text table into paragraphs: markup read as structure, and lists that a converter ran together parted again. Pure. */
import { follows, splitLabel } from '../../paper/label.js';
import { slice, TextBuilder, type Built } from './builder.js';
import { addMarkdown, plainMarks } from './inline.js';
import type { Span } from '../../paper/model.js';
import { hasMarkup, tokens } from './markup.js';
import type { RawCell } from './tabbed.js';

export interface CellParagraph {
  readonly built: Built;
  /** A list entry by its tag: a bullet where the text brings no label of its own. */
  readonly item: boolean;
}

/** Words after which a number names a thing in the text and begins nothing. */
const NAMES = /(?:recommendations?|paragraphs?|paras?|sections?|items?|appendi(?:x|ces)|annex|tables?|figures?|options?|phases?|stages?|parts?|pages?|priorit(?:y|ies)|steps?|nos?|and|or|to)\.?$/i;

/** The paragraphs of a cell. Lines of a cell without markup are one paragraph each. */
export function cellParagraphs(cell: RawCell, markdown: boolean): CellParagraph[] {
  const marked = cell.some((p) => hasMarkup(p.text));
  // In a row of bars or tabs `<br>` is all there is to part paragraphs with, unless other tags do it.
  const byBreaks = marked && !tokens(cell).some((t) => t.type === 'item' || (t.type === 'break' && t.of === 'paragraph'));
  const out: CellParagraph[] = [];
  let builder = new TextBuilder();
  let item = false;
  let styles: { style: Span['style']; handle: ReturnType<TextBuilder['open']> }[] = [];
  const end = (): void => {
    const built = builder.done();
    if (built.text !== '') out.push({ built, item });
    builder = new TextBuilder();
    item = false;
    styles = styles.map(({ style }) => ({ style, handle: builder.open(style) }));
  };
  for (const [i, part] of cell.entries()) {
    if (!marked && i > 0) end();
    for (const token of tokens([part])) {
      if (token.type === 'text') {
        if (markdown || token.text.includes('**')) addMarkdown(builder, markdown ? token.text : plainMarks(token.text), token.line, '', { open: [] });
        else builder.add(token.text, token.line);
      }
      else if (token.type === 'item') { end(); item = true; }
      else if (token.type === 'break') { if (token.of === 'paragraph' || byBreaks) end(); else builder.break(); }
      else if (token.on) styles.push({ style: token.style, handle: builder.open(token.style) });
      else {
        const k = styles.findLastIndex((s) => s.style === token.style);
        const [closed] = k >= 0 ? styles.splice(k, 1) : [];
        if (closed) builder.close(closed.handle);
      }
    }
  }
  end();
  return marked ? out.flatMap(({ built, item: isItem }) => partList(built).map((b) => ({ built: b, item: isItem }))) : out;
}

/**
 * "a. One b. Two c. Three" in one paragraph is a list whose line ends were lost: parted before each label that follows on
 * the one before it, in the same dress, and begins with a capital.
 */
export function partList(built: Built): Built[] {
  const first = splitLabel(built.text);
  if (!first?.number) return [built];
  const dress = (label: string): string => label.replace(/[A-Za-z0-9]+/, '');
  const out: Built[] = [];
  let from = 0;
  let { number, label } = { number: first.number, label: first.label };
  for (const m of built.text.matchAll(/ (\(?(?:[A-Za-z]{1,5}|\d{1,3})[.)]{1,2}) (?=[A-Z‘“])/g)) {
    const next = splitLabel(built.text.slice(m.index + 1, m.index + 40), { known: true });
    if (!next?.number || m.index <= from || dress(next.label) !== dress(label) || !follows(number, next.number)) continue;
    if (NAMES.test(built.text.slice(Math.max(0, m.index - 16), m.index))) continue;
    out.push(slice(built, from, m.index));
    from = m.index + 1;
    ({ number, label } = { number: next.number, label: next.label });
  }
  out.push(slice(built, from));
  return out;
}
