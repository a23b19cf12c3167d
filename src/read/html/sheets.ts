/**
 * Style sheets inside a page, as far as they hide things, set the size of letters or make numbers: which simple selectors get `display: none` and the like on a
 * screen. External sheets are not fetched. Pure, linear.
 */
import { GeneratedNumbers } from './generated.js';
import { attribute, classes, declarations, points, type Element } from './tree.js';

/** Style sheets longer than this are a site's whole theme; what they hide by class is known by its usual names. */
const SHEET_CHARACTERS = 400_000;

export class PageSheet {
  readonly #sizes = new Map<string, number>();
  readonly #selectors = new Set<string>();
  /** Numbers and markers that the sheets make. */
  readonly generated = new GeneratedNumbers();

  add(css: string): void {
    const text = css.slice(0, SHEET_CHARACTERS).replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ').replace(/<!--|-->/g, ' ');
    let at = 0;
    while (at < text.length) {
      const open = text.indexOf('{', at);
      if (open < 0) return;
      const prelude = text.slice(at, open);
      const selector = prelude.slice(prelude.lastIndexOf(';') + 1).trim();
      if (selector.startsWith('@')) { at = afterBlock(text, open); continue; } // print, other widths, fonts: not the screen as it is
      const close = text.indexOf('}', open);
      if (close < 0) return;
      const body = text.slice(open + 1, close);
      this.generated.add(selector, body);
      const rules = declarations(body);
      const size = /^\d/.test(rules.get('font-size') ?? '') ? points(rules.get('font-size')) : undefined;
      const hidden = hides(rules);
      if (hidden || size !== undefined) {
        for (const s of selector.toLowerCase().split(',').map((x) => x.trim())) {
          if (hidden) this.#addSelector(s);
          if (size !== undefined && /^[a-z0-9]*(?:\.[\w-]+)?$/.test(s)) this.#sizes.set(s, size);
        }
      }
      at = close + 1;
    }
  }

  #addSelector(selector: string): void {
    // Only "#id", ".class", "tag.class": what depends on place or state is left alone.
    if (/^[a-z0-9]*[.#][\w-]+$/.test(selector)) this.#selectors.add(selector);
  }

  /** Size of an element's letters in points, where a sheet sets it by class or tag. */
  size(element: Element): number | undefined {
    if (this.#sizes.size === 0) return undefined;
    for (const c of classes(element)) {
      const size = this.#sizes.get(`${element.tagName}.${c}`) ?? this.#sizes.get(`.${c}`);
      if (size !== undefined) return size;
    }
    return this.#sizes.get(element.tagName);
  }

  hides(element: Element): boolean {
    if (this.#selectors.size === 0) return false;
    const id = attribute(element, 'id')?.toLowerCase();
    if (id !== undefined && (this.#selectors.has(`#${id}`) || this.#selectors.has(`${element.tagName}#${id}`))) return true;
    return classes(element).some((c) => this.#selectors.has(`.${c}`) || this.#selectors.has(`${element.tagName}.${c}`));
  }
}

function afterBlock(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}

/** True where declarations take an element out of sight: not shown, without size, or moved far off the page. */
export function hides(d: ReadonlyMap<string, string>): boolean {
  if (d.size === 0) return false;
  if (d.get('display') === 'none' || d.get('visibility') === 'hidden' || d.get('mso-hide') === 'all' || /^0*\.?0+(?:px|pt|%|em)?$/.test(d.get('font-size') ?? '')) return true;
  if (/^0*\.?0+%?$/.test(d.get('opacity') ?? '')) return true;
  const away = (name: string): boolean => /^-(?:\d{4,})(?:\.\d+)?(?:px|pt|em|rem)?$|^-\d{3,}(?:em|rem)$/.test(d.get(name) ?? '');
  if (['left', 'top', 'right', 'text-indent', 'margin-left'].some(away)) return true;
  return /^rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)$/.test(d.get('clip') ?? '') && d.get('position') === 'absolute';
}
