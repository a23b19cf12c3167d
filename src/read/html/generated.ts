/**
 * Numbers that a style sheet makes (CSS Lists 3, chapter 4; CSS Generated Content 3): counters that elements start and raise, and what stands before an
 * element because of them ("1.2 ", "(a) "). Also the markers of lists that a sheet chooses. Rules are read from the page's own sheets alone.
 */
import { counterText, styleOf } from './markers.js';
import { keyOf, keysOf, matches, parseSelector, type Selector } from './selectors.js';
import type { Element } from './tree.js';

/** Properties that make numbers, with their values as they are written. */
const PROPERTIES = new Set(['counter-reset', 'counter-set', 'counter-increment', 'content', 'list-style', 'list-style-type']);
/** Numbers take a sheet a few dozen rules; what comes after so many is a theme of icons. */
const MOST_RULES = 200;

interface Rule { readonly selector: Selector; /** Its place among all. */ readonly order: number; readonly values: ReadonlyMap<string, string> }

/** What a sheet says of one element. */
interface Said { readonly own: ReadonlyMap<string, string>; readonly before?: string; readonly marker?: string; /** Counters that what stands before it raises. */ readonly raised?: string }

interface Counter { value: number; /** The parent of the element that started it: it ends with it. */ readonly scope: object }

const NOTHING: Said = { own: new Map() };

export class GeneratedNumbers {
  /** By what an element must have for them: a class, an id, a name. */
  readonly #rules = new Map<string, Rule[]>();
  #size = 0;
  readonly #counters = new Map<string, Counter[]>();

  /** Takes a rule of a sheet: its selectors, and its declarations as they stand. */
  add(selectors: string, body: string): void {
    if (!/counter-|content|list-style/i.test(body) || this.#size >= MOST_RULES) return;
    const values = valuesOf(body);
    if (values.size === 0) return;
    for (const one of selectors.split(',')) {
      const selector = parseSelector(one);
      if (!selector) continue;
      const key = keyOf(selector);
      const rules = this.#rules.get(key) ?? [];
      this.#rules.set(key, rules);
      rules.push({ selector, values, order: this.#size++ });
    }
  }

  /** What the sheets say of an element's marker: the value of `list-style(-type)`. */
  listStyle(element: Element): string | undefined {
    if (this.#size === 0) return undefined;
    let style: string | undefined;
    for (const { selector, values } of this.#rulesFor(element)) {
      const said = (values.get('list-style-type') ?? values.get('list-style'))?.toLowerCase();
      // A reset of every list on a page is mostly taken back by a sheet outside of it.
      if (said === undefined || selector.part || (said.includes('none') && !selector.isNamed)) continue;
      style = said;
    }
    return style;
  }

  /**
   * Starts and raises the counters of an element that opens. Gives what is printed before it because of a counter, or as its marker (a list's entry
   * may have a bullet there); `undefined` for nothing.
   * @param entry the number of a list's entry, which is a counter of its own
   */
  open(element: Element, style: ReadonlyMap<string, string>, entry: number | undefined): string | undefined {
    const inline = style.has('counter-reset') || style.has('counter-increment');
    if (this.#size === 0 && !inline) return undefined;
    const said = this.#said(element);
    const scope = element.parentNode ?? element;
    const value = (name: string): string => style.get(name) ?? said.own.get(name) ?? '';
    for (const [name, n] of counts(value('counter-reset'), 0)) this.#start(name, n, scope);
    for (const [name, n] of counts(value('counter-increment'), 1)) this.#innermost(name, scope).value += n;
    for (const [name, n] of counts(said.raised ?? '', 1)) this.#innermost(name, element).value += n;
    for (const [name, n] of counts(value('counter-set'), 0)) this.#innermost(name, scope).value = n;
    const content = said.marker ?? said.before;
    return content === undefined ? undefined : this.#text(content, entry);
  }

  /** Ends the counters that the children of an element started. */
  close(element: Element): void {
    for (const counters of this.#counters.values()) while (counters.at(-1)?.scope === element) counters.pop();
  }

  /** The rules that mean an element, the weightiest last. */
  #rulesFor(element: Element): Rule[] {
    const found: Rule[] = [];
    for (const key of keysOf(element)) {
      for (const rule of this.#rules.get(key) ?? []) if (matches(rule.selector, element)) found.push(rule);
    }
    return found.length > 1 ? found.sort((a, b) => a.selector.weight - b.selector.weight || a.order - b.order) : found;
  }

  #said(element: Element): Said {
    let said: { own: Map<string, string>; before?: string; marker?: string; raised?: string } | undefined;
    for (const { selector, values } of this.#rulesFor(element)) {
      said ??= { own: new Map() };
      if (selector.part) {
        said[selector.part] = values.get('content') ?? said[selector.part];
        said.raised = values.get('counter-increment') ?? said.raised;
      } else for (const [name, value] of values) said.own.set(name, value);
    }
    return said ?? NOTHING;
  }

  #start(name: string, value: number, scope: object): void {
    const counters = this.#counters.get(name) ?? [];
    this.#counters.set(name, counters);
    const last = counters.at(-1);
    if (last?.scope === scope) last.value = value;
    else counters.push({ value, scope });
  }

  #innermost(name: string, scope: object): Counter {
    if (!this.#counters.get(name)?.length) this.#start(name, 0, scope);
    return this.#counters.get(name)!.at(-1)!;
  }

  /** The text of a `content`, where a counter stands in it, or where it is a mark alone (a bullet). */
  #text(content: string, entry: number | undefined): string | undefined {
    let text = '';
    let counted = false;
    for (const m of content.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|counters?\(([^()]*)\)/gi)) {
      if (m[3] === undefined) { text += unescaped(m[1] ?? m[2] ?? ''); continue; }
      counted = true;
      const all = m[0].toLowerCase().startsWith('counters');
      const [name = '', ...more] = parameters(m[3]);
      const between = all ? unescaped((more.shift() ?? '').replace(/^["']|["']$/g, '')) : '';
      const style = styleOf(undefined, more[0]?.toLowerCase()) ?? '1';
      const values = name === 'list-item' && entry !== undefined ? [entry] : (this.#counters.get(name) ?? [{ value: 0 }]).map((c) => c.value);
      text += (all ? values : values.slice(-1)).map((n) => counterText(style, n)).join(between);
    }
    return counted || (entry !== undefined && /^\s*[^\p{L}\p{N}\s]\s*$/u.test(text)) ? text : undefined;
  }
}

/** "chapter 3 section": names with their numbers, or the usual one. */
function counts(value: string, usual: number): [string, number][] {
  const found: [string, number][] = [];
  if (value === '' || /^(?:none|inherit|initial|unset)$/i.test(value.trim())) return found;
  for (const word of value.trim().split(/\s+/)) {
    const last = found.at(-1);
    if (/^[-+]?\d+$/.test(word)) { if (last) last[1] = Number(word); } else found.push([word, usual]);
  }
  return found;
}

/** What stands between the brackets of a function, parted at commas outside of quotation marks. */
const parameters = (text: string): string[] => (text.match(/"[^"]*"|'[^']*'|[^,\s][^,]*/g) ?? []).map((p) => p.trim());

/** A string of CSS: a character may stand as its number, a space behind which ends it (CSS Syntax 3, 4.3.7). */
function unescaped(text: string): string {
  return text.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, hex: string | undefined, char: string | undefined) => {
    if (hex === undefined) return char ?? '';
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Declarations with their values as they stand, quotation marks kept; names in lower case. */
function valuesOf(body: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const [declaration] of body.matchAll(/(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;"'])+/g)) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && PROPERTIES.has(name)) out.set(name, declaration.slice(colon + 1).trim().replace(/\s*!important$/i, ''));
  }
  return out;
}

