/**
 * HTML tags and character references left in plain text (cells of tables dumped from web pages hold `<p>` and `<ul>`): read as
 * what they stand for, never as text. Pure. This is no HTML parser: only tags that HTML has are taken for tags.
 */
import type { Span } from '../../paper/model.js';

export type Token =
  | { readonly type: 'text'; readonly text: string; readonly line: number }
  | { readonly type: 'break'; /** A paragraph ends here, or only a line. */ readonly of: 'paragraph' | 'line' }
  | { readonly type: 'item' }
  | { readonly type: 'style'; readonly on: boolean; readonly style: Span['style'] };

const PARAGRAPH_TAGS = new Set(['p', 'div', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section', 'article', 'hr', 'pre']);
const INLINE_TAGS = new Set(['span', 'a', 'font', 'small', 'big', 'code', 'abbr', 'img', 'sub', 'center', 'label', 'o:p']);
const STYLE_TAGS: Readonly<Record<string, Span['style']>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', s: 'struck', strike: 'struck', del: 'struck', ins: 'inserted', sup: 'superscript',
};

/** One tag or comment; attributes may hold anything but angle brackets, and comments are short, so that the expression is linear. */
const TAG = /<!--[^>]{0,1000}-->|<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,11})((?:\s[^<>]*)?)(\/?)>/g;

const isTag = (name: string): boolean => PARAGRAPH_TAGS.has(name) || INLINE_TAGS.has(name) || name in STYLE_TAGS || name === 'li' || name === 'br';

/** True where the text holds a tag that HTML has. */
export function hasMarkup(text: string): boolean {
  if (!text.includes('<')) return false;
  for (const m of text.matchAll(TAG)) if (m[2] === undefined || isTag(m[2].toLowerCase())) return true;
  return false;
}

/** `<p>` opened less `<p>` closed: positive where a cell goes on on the next line, negative where it ends what an earlier line opened. */
export function openParagraphs(text: string): number {
  let open = 0;
  for (const m of text.matchAll(/<(\/?)p(?:\s[^<>]*)?>/gi)) open += m[1] === '/' ? -1 : 1;
  return open;
}

/** Parts of a text with the lines they stand on, as tokens. References are decoded. */
export function tokens(parts: Iterable<{ readonly text: string; readonly line: number }>): Token[] {
  const out: Token[] = [];
  for (const { text, line } of parts) {
    let from = 0;
    for (const m of text.matchAll(TAG)) {
      const name = m[2]?.toLowerCase();
      if (name !== undefined && !isTag(name)) continue;
      if (m.index > from) out.push({ type: 'text', text: decodeReferences(text.slice(from, m.index)), line });
      from = m.index + m[0].length;
      if (name === undefined) continue;
      const closing = m[1] === '/';
      const style = STYLE_TAGS[name];
      if (style) out.push({ type: 'style', on: !closing, style });
      else if (name === 'br') out.push({ type: 'break', of: 'line' });
      else if (name === 'li') out.push(closing ? { type: 'break', of: 'paragraph' } : { type: 'item' });
      else if (PARAGRAPH_TAGS.has(name)) out.push({ type: 'break', of: 'paragraph' });
    }
    if (from < text.length) out.push({ type: 'text', text: decodeReferences(text.slice(from)), line });
    out.push({ type: 'text', text: ' ', line });
  }
  return out;
}

/** The references that converters write; numeric ones are all decoded. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', pound: '£', euro: '€', cent: '¢', sect: '§', copy: '©', reg: '®', trade: '™', deg: '°',
  ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', hellip: '…', bull: '•', middot: '·', times: '×',
  frac12: '½', frac14: '¼', frac34: '¾', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç', ocirc: 'ô', ouml: 'ö', uuml: 'ü', iacute: 'í', oacute: 'ó',
  shy: '', zwnj: '', zwj: '', ensp: ' ', emsp: ' ', thinsp: ' ', plusmn: '±', sup2: '²', sup3: '³', para: '¶',
};

/** Decodes character references; what is none stays as it is. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}));/g, (whole, dec?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    const code = dec !== undefined ? Number(dec) : Number.parseInt(hex ?? '', 16);
    const valid = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code < 0xa0);
    return valid ? String.fromCodePoint(code) : ' ';
  });
}
