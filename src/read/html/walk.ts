/** One walk over a page's tree, in a loop so that depth costs no stack: tells the collector where paragraphs, lists, tables and styles begin and end. */
import type { Paragraph, Span } from '../../paper/model.js';
import { tidy } from '../../paper/text.js';
import { cleanse } from '../text/decode.js';
import type { Collector, Context } from './collector.js';
import { wordLabel } from './labels.js';
import { marker, styleOf, type Style } from './markers.js';
import { apart, type Apart, type Regions } from './regions.js';
import { hides, type PageSheet } from './sheets.js';
import { attribute, classes, declarations, isElement, isText, linesOfNode, NO_TEXT, points, textUnder, type Document, type Element, type Node } from './tree.js';

const BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'optgroup', 'option', 'p', 'pre', 'search', 'section', 'summary', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'ul', 'xmp', 'listing', 'plaintext',
]);
const STYLES: Readonly<Record<string, Span['style']>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', u: 'underline', s: 'struck', strike: 'struck', del: 'struck', ins: 'inserted', sup: 'superscript',
};
/** Classes of meeting systems and of Word that make a paragraph a heading, and its level. */
const HEADING_CLASSES: Readonly<Record<string, number>> = {
  mgmaintitletxt: 1, mgsubtitletxt: 3, mgaititletxt: 3, mgsectiontitletxt: 2, mgsectiontitle: 2, msotitle: 1, msosubtitle: 2,
  msoheading7: 6, msoheading8: 6, msoheading9: 6, heading1: 1, heading2: 2, heading3: 3, heading4: 4, heading5: 5, heading6: 6,
};
/** Classes of tables whose rows are an agenda's items. */
const AGENDA_TABLES: ReadonlySet<string> = new Set(['mgitemtable', 'mgagendatable', 'agendaitems', 'agenda-items']);

interface List {
  readonly ordered: boolean;
  /** Bullet lists that it stands in. */
  readonly bullets: number;
  readonly style: Style;
  next: number;
  readonly step: 1 | -1;
}

type Task = { readonly node: Node } | { readonly leave: () => void };

/** Walks the document, whose `elements` are listed in order. `depth` is the most tables in one another that are read as tables. */
export function walkPage(document: Document, elements: readonly Element[], out: Collector, regions: Regions, sheet: PageSheet, depth: number): void {
  const titles = new Set<Element>(outerTitles(elements, regions));
  const holdsTitle = new Set<Node>([...titles].flatMap((t) => [...ancestors(t)]));
  let lists: List[] = [];
  const contexts: Context[] = [{}];
  let inside = regions.main === undefined;
  let pre = 0;
  let quotes = 0;
  const { generated } = sheet;
  const tasks: Task[] = [...document.childNodes].reverse().map((node) => ({ node }));

  const enter = (e: Element): (() => void)[] => {
    const leaves: (() => void)[] = [];
    const tag = e.tagName;
    const block = BLOCKS.has(tag);
    let size: number | undefined;
    if (block) {
      out.endParagraph();
      const before = out.count;
      // Set below: the context is gone by the time that the paragraph ends.
      leaves.push(() => {
        out.endParagraph();
        if (tag === 'p' && out.count === before) out.blank(size);
      });
    }
    if (e === regions.main || titles.has(e)) {
      const before = inside;
      inside = true;
      leaves.push(() => { out.endParagraph(); inside = before; });
    }
    const aside = whyApart(e);
    if (aside) { out.beginApart(aside); leaves.push(() => out.endApart()); }
    if (out.isApart) {
      if (tag === 'br') out.break();
      return leaves;
    }
    const style = declarations(attribute(e, 'style'));
    if (tag === 'br') lineBreak(style);
    else if (tag === 'table') leaves.push(...enterTable(e));
    else if (tag === 'ol' || tag === 'ul' || tag === 'menu' || tag === 'dir') {
      lists.push(listOf(e, style));
      leaves.push(() => { lists.pop(); });
    } else if (tag === 'li') { item(e, style); leaves.push(() => { out.endParagraph(); out.endItem(); }); }
    else generate(e, style, block, leaves);
    leaves.push(() => generated.close(e));
    if (tag === 'pre' || tag === 'xmp' || tag === 'listing') { pre++; leaves.push(() => { pre--; }); }
    if (tag === 'q') {
      quotes++;
      quote(e, quotes % 2 === 1 ? '“' : '‘');
      leaves.push(() => { quote(e, quotes % 2 === 1 ? '”' : '’'); quotes--; });
    }
    if (block) {
      const context = contextOf(e, style, contexts.at(-1) ?? {}, sheet.size(e));
      size = context.size;
      contexts.push(context);
      leaves.push(() => { contexts.pop(); });
    }
    leaves.push(...enterStyles(e, style, block));
    return leaves;
  };

  const whyApart = (e: Element): Apart | undefined => {
    if (out.isApart) return hides(declarations(attribute(e, 'style'))) || sheet.hides(e) ? { kind: 'hidden', why: 'invisible' } : undefined;
    if (e === regions.main || holdsTitle.has(e)) return undefined;
    const why = apart(e, inside, regions, sheet);
    if (why) return why;
    // Outside the main part everything is the site's, but what holds the main part.
    return inside || regions.around.has(e) ? undefined : { kind: 'furniture', why: 'navigation' };
  };

  const lineBreak = (style: ReadonlyMap<string, string>): void => {
    // Two breaks with nothing between them are an empty line, by which hand-written pages part their paragraphs.
    if (out.endsInBreak || style.has('page-break-before') || style.has('mso-special-character')) out.endParagraph();
    else out.break();
  };

  const enterTable = (e: Element): (() => void)[] => {
    if (out.tableDepth >= depth) return [];
    const role = attribute(e, 'role');
    const layout = role === 'presentation' || role === 'none';
    const agenda = classes(e).some((c) => AGENDA_TABLES.has(c));
    out.beginTable({ in: 'lines', ...linesOfNode(e) });
    const outer = lists;
    lists = [];
    return [() => { lists = outer; out.endTable(layout, agenda); }];
  };

  /** A browser prints quotation marks around a `q`; a second kind inside another. */
  const quote = (e: Element, mark: string): void => out.text(mark, linesOfNode(e).from, contexts.at(-1) ?? {});

  /** What the page's sheets print before an element: the label of the paragraph that it begins, or words within one. */
  const generate = (e: Element, style: ReadonlyMap<string, string>, block: boolean, leaves: (() => void)[]): void => {
    const text = generated.open(e, style, undefined)?.trim() ?? '';
    if (text === '') return;
    if (!block) { out.text(`${text} `, linesOfNode(e).from, contexts.at(-1) ?? {}); return; }
    out.item(wordLabel(text), undefined);
    leaves.push(() => { out.endParagraph(); out.endItem(); });
  };

  const item = (e: Element, style: ReadonlyMap<string, string>): void => {
    const list = lists.at(-1);
    if (!list) { generated.open(e, style, undefined); out.item(marker('disc', 1), 0); return; }
    const value = Number.parseInt(attribute(e, 'value') ?? '', 10);
    if (list.ordered && Number.isSafeInteger(value)) list.next = value;
    const own = styleOf(attribute(e, 'type'), style.get('list-style-type') ?? style.get('list-style') ?? generated.listStyle(e));
    const shown = marker(own ?? list.style, list.next);
    const text = generated.open(e, style, list.next)?.trim() ?? '';
    // A number that a sheet prints stands in place of the list's own; a mark does where the list has none.
    const made = text !== '' && (shown === undefined || /[\p{L}\p{N}]/u.test(text)) ? wordLabel(text) : undefined;
    out.item(made ? { label: made.label, ...(made.number === undefined ? {} : { number: made.number }) } : shown, lists.length - 1);
    list.next += list.step;
  };

  const listOf = (e: Element, style: ReadonlyMap<string, string>): List => {
    const ordered = e.tagName === 'ol';
    const named = styleOf(attribute(e, 'type'), style.get('list-style-type') ?? style.get('list-style') ?? generated.listStyle(e));
    generated.open(e, style, undefined);
    const outer = lists.at(-1);
    const bullets = outer ? outer.bullets + (outer.ordered ? 0 : 1) : 0;
    const usual: Style = ordered ? '1' : bullets === 0 ? 'disc' : bullets === 1 ? 'circle' : 'square';
    const reversed = ordered && attribute(e, 'reversed') !== undefined;
    const start = Number.parseInt(attribute(e, 'start') ?? '', 10);
    const entries = reversed ? e.childNodes.filter((n) => n.nodeName === 'li').length : 1;
    return { ordered, bullets, style: named ?? usual, next: Number.isSafeInteger(start) ? start : entries, step: reversed ? -1 : 1 };
  };

  const enterStyles = (e: Element, css: ReadonlyMap<string, string>, block: boolean): (() => void)[] => {
    const styles: { style: Span['style']; target?: string }[] = [];
    const own = STYLES[e.tagName];
    const weight = css.get('font-weight');
    if (own && !(own === 'bold' && (weight === 'normal' || weight === '400'))) styles.push({ style: own });
    const heading = /^h[1-6]$/.test(e.tagName);
    if (own !== 'bold' && !heading && (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600)) styles.push({ style: 'bold' });
    if (own !== 'italic' && css.get('font-style') === 'italic') styles.push({ style: 'italic' });
    const size = /^\d/.test(css.get('font-size') ?? '') ? points(css.get('font-size')) : undefined;
    if (!block && size !== undefined && out.isFresh) out.size(size);
    const decoration = `${css.get('text-decoration') ?? ''} ${css.get('text-decoration-line') ?? ''}`;
    if (own !== 'struck' && decoration.includes('line-through')) styles.push({ style: 'struck' });
    if (own !== 'underline' && decoration.includes('underline') && e.tagName !== 'a') styles.push({ style: 'underline' });
    if (css.get('vertical-align') === 'super' && own !== 'superscript') styles.push({ style: 'superscript' });
    if (classes(e).includes('msoins')) styles.push({ style: 'inserted' });
    if (classes(e).includes('msodel')) styles.push({ style: 'struck' });
    const href = e.tagName === 'a' ? attribute(e, 'href')?.trim() : undefined;
    if (href) styles.push({ style: 'link', target: tidy(href) });
    for (const s of styles) out.openStyle(s.style, s.target);
    const leaves = styles.map((s) => (): void => out.closeStyle(s.style)).reverse();
    // The number that Word writes for a list's entry, or LibreOffice for a note.
    const isLabel = css.get('mso-list') === 'ignore' || (e.tagName === 'a' && classes(e).some((c) => c === 'sdfootnotesym' || c === 'sdendnotesym'));
    if (!block && isLabel && out.isFresh) { out.beginLabel(); leaves.push(() => out.endLabel()); }
    if (css.has('mso-tab-count')) { const at = linesOfNode(e); out.text('\t', at.from, contexts.at(-1) ?? {}); }
    return leaves;
  };

  const tableParts = (e: Element): (() => void)[] => {
    if (out.isApart || out.tableDepth === 0 || !BELONGS.has(e.tagName)) return [];
    if (e.tagName === 'thead') out.group('head');
    else if (e.tagName === 'tfoot') out.group('foot');
    else if (e.tagName === 'tbody') out.group('body');
    else if (e.tagName === 'tr') out.row();
    else if (e.tagName === 'td' || e.tagName === 'th') {
      out.beginCell(cellWidth(e));
      return [() => out.endCell({
        header: e.tagName === 'th', rowSpan: span(attribute(e, 'rowspan'), 65_534, 0), columnSpan: span(attribute(e, 'colspan'), 1_000, 1), picture: holdsPicture(e), colour: fillOf(e),
        at: { in: 'lines', ...linesOfNode(e) },
      })];
    }
    return [];
  };

  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if ('leave' in task) { task.leave(); continue; }
    const node = task.node;
    if (isText(node)) { addText(node.value, node.sourceCodeLocation?.startLine ?? 1); continue; }
    if (!isElement(node) || NO_TEXT.has(node.tagName)) continue;
    // What an element put on is taken off in the reverse order; a cell ends after the paragraph in it.
    const nested = enter(node);
    const parts = tableParts(node);
    for (const leave of [...parts, ...nested]) tasks.push({ leave });
    for (let i = node.childNodes.length - 1; i >= 0; i--) tasks.push({ node: node.childNodes[i] as Node });
  }

  function addText(value: string, line: number): void {
    // Outside the main part text may stand bare beside it.
    const stray = !inside && !out.isApart && value.trim() !== '';
    if (stray) out.beginApart({ kind: 'furniture', why: 'navigation' });
    const text = cleanse(value);
    if (pre > 0 && !out.isApart) {
      for (const [i, part] of text.split('\n').entries()) {
        if (i > 0) { if (part.trim() === '') out.endParagraph(); else out.break(); }
        out.text(part, line + i, contexts.at(-1) ?? {});
      }
    } else out.text(text.replaceAll('\t', ' '), line, contexts.at(-1) ?? {}); // a tab in the source is a space
    if (stray) out.endApart();
  }
}

/** Inner margins of a cell in Word, left and right together, in points. Word writes a cell's whole width into its style; in HTML the attribute is the text's. */
const WORD_MARGINS = 10.8;

/** The width of a cell's text in points: by its style, or by the old attribute in pixels. Shares of the page say nothing of it. */
function cellWidth(e: Element): number | undefined {
  const css = points(declarations(attribute(e, 'style')).get('width'));
  const attr = /^\d+(?:\.\d+)?$/.test(attribute(e, 'width')?.trim() ?? '') ? Number(attribute(e, 'width')) * 0.75 : undefined;
  return css === undefined ? attr : css - WORD_MARGINS;
}

/** What a cell is filled with; `undefined` for white and for none. */
function fillOf(e: Element): string | undefined {
  const style = declarations(attribute(e, 'style'));
  const colour = (style.get('background-color') ?? /^#?\w+(?=\s|$)/.exec(style.get('background') ?? '')?.[0] ?? attribute(e, 'bgcolor')?.trim().toLowerCase())?.replace(/^#/, '');
  return colour === undefined || !/^[a-z0-9]{3,20}$/.test(colour) || /^(?:white|f{3}|f{6}|none|transparent|inherit|initial|unset|auto)$/.test(colour) ? undefined : colour;
}

const BELONGS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

/** `rowspan` and `colspan`: whole numbers within HTML's bounds; `least` 0 lets a row span run to the end of its group. */
function span(value: string | undefined, most: number, least: number): number {
  const n = Number.parseInt(value ?? '1', 10);
  return Number.isSafeInteger(n) && n >= least ? Math.min(n, most) : 1;
}

function holdsPicture(e: Element): boolean {
  const stack: Node[] = [...e.childNodes];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (!isElement(top)) continue;
    if (top.tagName === 'img' || top.tagName === 'svg' || top.tagName === 'picture') return true;
    if (top.tagName !== 'table') for (const child of top.childNodes) stack.push(child);
  }
  return false;
}

/** What Word (in pages without its own marks) and LibreOffice call the parts that hold notes. */
const NOTE_IDS = /^(?:ftn|edn|sdfootnote|sdendnote)\d{1,4}$/;

/** The mark at the head of a note: its link back to the text, or its first word. */
function noteMark(note: Element): string | undefined {
  const stack: Node[] = [note];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (!isElement(top)) continue;
    if (top.tagName === 'a') return /^\[?(\w{1,4})\]?$/.exec(tidy(textUnder(top)))?.[1] ?? tidy(textUnder(note)).match(/^\[?(\w{1,4})\]?/)?.[1];
    for (let i = top.childNodes.length - 1; i >= 0; i--) stack.push(top.childNodes[i] as Node);
  }
  return tidy(textUnder(note)).match(/^\[?(\w{1,4})\]?/)?.[1];
}

/** What a block element says of the paragraphs in it. */
function contextOf(e: Element, style: ReadonlyMap<string, string>, outer: Context, sheetSize: number | undefined): Context {
  const names = classes(e);
  const level = /^h[1-6]$/.test(e.tagName) ? Number(e.tagName[1]) : names.map((c) => HEADING_CLASSES[c]).find((n) => n !== undefined);
  const word = /\blevel(\d)\b/.exec(style.get('mso-list') ?? '');
  const align = { left: 'left', center: 'centre', right: 'right', justify: 'justified' }[style.get('text-align') ?? attribute(e, 'align')?.toLowerCase() ?? ''] as Paragraph['align'];
  const left = points(style.get('margin-left'));
  const first = points(style.get('text-indent'));
  const indent = left === undefined ? outer.indent : (outer.indent ?? 0) + left;
  const size = (/^\d/.test(style.get('font-size') ?? '') ? points(style.get('font-size')) : undefined) ?? sheetSize;
  const note = /^mso-element:\s*(?:foot|end)note\b/.test(attribute(e, 'style') ?? '') || (e.tagName === 'div' && NOTE_IDS.test(attribute(e, 'id') ?? '')) ? noteMark(e) : undefined;
  const cell = e.tagName === 'td' || e.tagName === 'th';
  return {
    ...(cell ? { size: outer.size } : outer),
    ...(level === undefined ? {} : { heading: level }),
    ...(word ? { wordLevel: Number(word[1]) - 1, wordList: true } : {}),
    ...(names.some((c) => c.startsWith('msolist')) ? { wordList: true } : {}),
    ...(align ? { align } : {}),
    ...(size === undefined ? {} : { size }),
    ...(indent === undefined || cell ? {} : { indent }),
    ...(first === undefined || indent === undefined ? {} : { labelIndent: Math.max(0, indent + first) }),
    ...(note === undefined ? {} : { note }),
    ...(e.tagName === 'caption' ? { caption: true } : {}),
  };
}

/** Pages have one or two `h1`; more than this are not looked through. */
const MOST_TITLES = 20;

/**
 * Headings outside the main part that belong to the paper: the page's own `h1` where the main part has none, unless it is the site's name in its head;
 * headings that stand between it and the main part; and those that a meeting system made, wherever they stand before it.
 */
function outerTitles(elements: readonly Element[], regions: Regions): Element[] {
  if (!regions.main) return [];
  const main = elements.indexOf(regions.main);
  const inMain = (e: Element): boolean => [...ancestors(e)].includes(regions.main as Node);
  const isPlain = (e: Element): boolean => [...ancestors(e)].every((at) => !isElement(at) || apart(at, false, regions) === undefined);
  const candidates = elements.slice(0, MOST_BEFORE);
  const ranked = candidates.filter((e) => e.tagName === 'h1').slice(0, MOST_TITLES);
  const first = ranked.some(inMain) ? undefined : ranked.find(isPlain);
  const before = candidates.slice(0, main).filter((e) => e !== first && !regions.around.has(e) && (isMade(e) || (/^h[23]$/.test(e.tagName) && first !== undefined && e.parentNode === first.parentNode && elements.indexOf(e) > elements.indexOf(first))));
  return [...(first ? [first] : []), ...before.slice(0, MOST_TITLES).filter(isPlain)];
}
/** Elements of a page that are looked through for its titles: more than a site's head and menus have. */
const MOST_BEFORE = 20_000;

/** A heading by the class that a meeting system gives it. */
const isMade = (e: Element): boolean => classes(e).some((c) => MADE_TITLES.has(c));
const MADE_TITLES: ReadonlySet<string> = new Set(['mgmaintitletxt', 'mgsubtitletxt']);

/** An element and all that holds it. */
function* ancestors(e: Element): Generator<Node> {
  for (let at: Element['parentNode'] | undefined = e; at; at = 'parentNode' in at ? at.parentNode : null) yield at as Node;
}
