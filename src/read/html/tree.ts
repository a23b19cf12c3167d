/** Bytes of a web page to parse5's tree, within bounds, and small questions to its nodes. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { PaperError } from '../reader.js';
import { cleanse, decode1252, decodeText } from '../text/decode.js';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type Document = DefaultTreeAdapterTypes.Document;

/** A 900-page paper saved as HTML has some 300,000 elements; a page made to multiply its unclosed tags has no end of them. */
const MOST_ELEMENTS = 1_500_000;
/** Elements may nest so deep; the parser's own scans of its open elements cost depth for every tag. */
const DEEPEST = 30_000;
/** Where a page names its encoding (WHATWG HTML 13.2.3.2 looks at the first 1024 bytes; writers of long heads need more). */
const PRESCAN_BYTES = 4096;

/**
 * Parses a page. Throws a PaperError `too-large` where its tree would be.
 * @returns the document, and how it was decoded
 */
export function parsePage(bytes: Uint8Array): { document: Document; encoding: string; inferred: boolean; bad: number } {
  const { text, encoding, inferred, bad } = decodePage(bytes);
  let elements = 0;
  const depths = new WeakMap<object, number>();
  const grow = (parent: object, child: object): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    depths.set(child, depth);
    if (depth > DEEPEST) throw new PaperError('too-large', `the page nests more than ${DEEPEST} elements in one another`);
  };
  const treeAdapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      if (++elements > MOST_ELEMENTS) throw new PaperError('too-large', `the page has more than ${MOST_ELEMENTS} elements`);
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    appendChild: (parent, child) => { grow(parent, child); defaultTreeAdapter.appendChild(parent, child); },
    insertBefore: (parent, child, before) => { grow(parent, child); defaultTreeAdapter.insertBefore(parent, child, before); },
  };
  const document = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter });
  return { document, encoding, inferred, bad };
}

/** By byte order mark, else as the page says, else by its bytes. Windows-1252 stands for Latin-1, as in browsers (WHATWG Encoding). */
function decodePage(bytes: Uint8Array): { text: string; encoding: string; inferred: boolean; bad: number } {
  const marked = (bytes[0] === 0xef && bytes[1] === 0xbb) || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const guess = decodeText(bytes);
  if (!marked && !guess.encoding.startsWith('utf-16')) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
    const label = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ?? /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1];
    const named = label === undefined ? undefined : decoderOf(label);
    // Pages often say UTF-8 and are not, or say Latin-1 and are UTF-8: the bytes are believed where they can only be one thing.
    if (named && named.encoding !== 'utf-8' && !(guess.encoding === 'utf-8' && !guess.inferred)) {
      return { text: named.encoding === 'windows-1252' ? decode1252(bytes) : named.decode(bytes), encoding: named.encoding, inferred: false, bad: 0 };
    }
    const plain = guess.encoding === 'utf-8' && !guess.inferred;
    return { ...guess, inferred: !plain };
  }
  return guess;
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    const decoder = new TextDecoder(label);
    // A page that a parser could read as far as this name is not in UTF-16, whatever it says (WHATWG HTML 13.2.3.2).
    return decoder.encoding.startsWith('utf-16') ? new TextDecoder('utf-8') : decoder;
  } catch {
    return undefined;
  }
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is TextNode => node.nodeName === '#text';

/** An attribute's value; undefined where the element has none of the name. */
export function attribute(element: Element, name: string): string | undefined {
  for (const a of element.attrs) if (a.name === name) return a.value;
  return undefined;
}

/** Class names in lower case. */
export function classes(element: Element): string[] {
  return (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/).filter((c) => c !== '');
}

/** The declarations of a style attribute, names and values in lower case; the last of a name counts. */
export function declarations(style: string | undefined): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  if (!style) return out;
  for (const part of style.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) out.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim().toLowerCase().replace(/\s*!important$/, ''));
  }
  return out;
}

/** A CSS length in points; undefined where it is none that is absolute. */
export function points(value: string | undefined): number | undefined {
  const m = /^(-?\d*\.?\d+)(pt|px|in|cm|mm|pc)?$/.exec(value?.trim() ?? '');
  if (!m) return undefined;
  const per: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12 };
  const n = Number(m[1]) * (per[m[2] ?? 'px'] ?? 1);
  return Math.round(n * 100) / 100;
}

/** First and last source line of a node, counted from 1. */
export function linesOfNode(node: Node): { from: number; to: number } {
  const at = node.sourceCodeLocation;
  return at ? { from: at.startLine, to: Math.max(at.startLine, at.endLine) } : { from: 1, to: 1 };
}

/** Text under a node in document order, tags left out; a loop, for trees of any depth. Scripts and styles have none. */
export function textUnder(node: Node | Document): string {
  const out: string[] = [];
  const stack: (Node | Document)[] = [node];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.nodeName === '#text') out.push((top as TextNode).value);
    else if ('childNodes' in top && !NO_TEXT.has(top.nodeName)) for (let i = top.childNodes.length - 1; i >= 0; i--) stack.push(top.childNodes[i] as Node);
  }
  return cleanse(out.join(''));
}

/** Elements whose content no reader of the page sees. */
export const NO_TEXT: ReadonlySet<string> = new Set([
  'script', 'style', 'template', 'noscript', 'head', 'iframe', 'object', 'embed', 'canvas', 'audio', 'video', 'map', 'rp', 'datalist', 'noframes', 'noembed', 'xml', 'desc', 'metadata', 'applet',
]);
