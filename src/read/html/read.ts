/**
 * A web page, or a paper saved as one, to a Paper. Stages: bytes to a tree (`tree`), the paper's part of the page (`regions`, `sheets`), one walk over
 * the tree that gathers blocks (`walk`, `collector`), and here what the page says of itself.
 */
import { PaperError, LIMITS, type Reader } from '../reader.js';
import type { Block, Diagnostic, Paper, SetApart } from '../../paper/model.js';
import { tidy } from '../../paper/text.js';
import { Collector } from './collector.js';
import { pageFacts } from './facts.js';
import { allElements, findMain } from './regions.js';
import { PageSheet } from './sheets.js';
import { attribute, parsePage, textUnder } from './tree.js';
import { walkPage } from './walk.js';

/** Reads HTML: pages of council meeting systems (one item, or a whole meeting), and papers that Word saved as pages. */
export const readHtml: Reader = async (bytes, options): Promise<Paper> => {
  const limits = { ...LIMITS, ...options.limits };
  const { document, encoding, inferred, bad } = parsePage(bytes);
  const elements = allElements(document);
  const sheet = new PageSheet();
  for (const e of elements) if (e.tagName === 'style') for (const child of e.childNodes) if (child.nodeName === '#text' && 'value' in child) sheet.add(child.value);
  const regions = findMain(document);
  const collector = new Collector(limits.cells);
  walkPage(document, elements, collector, regions, sheet, limits.depth);
  const gathered = collector.finish();
  const { blocks, furniture } = regions.main ? { blocks: gathered, furniture: [] } : withoutLinkLists(gathered);
  if (blocks.length === 0) throw new PaperError('no-text', 'the page holds no text of its own (scripts may fill it in; save the page from a browser, or give its PDF)');
  const diagnostics: Diagnostic[] = [];
  if (inferred) diagnostics.push({ rule: 'encoding-inferred', severity: 'info', message: `the page does not say how it is encoded; it was read as ${encoding}` });
  if (bad > 0) diagnostics.push({ rule: 'characters-lost', severity: 'warning', message: `${bad} characters could not be decoded and stand as U+FFFD` });
  const facts = pageFacts(elements);
  const title = elements.find((e) => e.tagName === 'title');
  const declaredTitle = title ? tidy(title.childNodes.map((n) => textUnder(n)).join('')) : '';
  const language = elements[0] ? attribute(elements[0], 'lang')?.trim() : undefined;
  const line = (s: SetApart): number => (s.at.in === 'lines' ? s.at.from : 0);
  return {
    format: 'html', blocks, furniture: [...collector.furniture, ...furniture].sort((a, b) => line(a) - line(b) || a.id - b.id), hidden: collector.hidden, diagnostics,
    ...(language ? { language } : {}), ...(declaredTitle ? { declaredTitle } : {}), ...(Object.keys(facts).length > 0 ? { metadata: facts } : {}),
  };
};

/** This many lines that are nothing but links, at the very start or end of a page whose main part is not marked, are its navigation. */
const LINK_LINES = 3;
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|csv)(?:$|[?#])|\/documents\//i;

function withoutLinkLists(blocks: readonly Block[]): { blocks: Block[]; furniture: SetApart[] } {
  const isLink = (b: Block | undefined): boolean => b?.type === 'paragraph' && !b.heading && b.text !== ''
    && (b.spans ?? []).some((s) => s.style === 'link' && s.start === 0 && s.end === b.text.length && !DOCUMENT.test(s.target ?? ''));
  let from = 0;
  while (isLink(blocks[from])) from++;
  if (from < LINK_LINES) from = 0;
  let to = blocks.length;
  while (to > from && isLink(blocks[to - 1])) to--;
  if (blocks.length - to < LINK_LINES) to = blocks.length;
  const apart = [...blocks.slice(0, from), ...blocks.slice(to)];
  // A page of links alone is what it is.
  if (from >= to) return { blocks: [...blocks], furniture: [] };
  return {
    blocks: blocks.slice(from, to),
    furniture: apart.flatMap((b) => (b.type === 'paragraph' ? [{ id: b.id, text: [b.bullet ? undefined : b.label, b.text].filter(Boolean).join(' '), at: b.at, why: 'navigation' }] : [])),
  };
}
