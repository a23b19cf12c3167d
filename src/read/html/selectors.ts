/**
 * Simple selectors of style sheets (CSS Selectors 4, chapters 5 and 14): names of elements, classes and ids, within one another or one right under the other.
 * What depends on state, on order or on other attributes is not read, and its rule is left alone. Pure.
 */
import { attribute, classes, isElement, type Element } from './tree.js';

interface Compound { readonly tag?: string; readonly id?: string; readonly classes: readonly string[]; /** It is the very parent of the next. */ readonly isParent: boolean }

export interface Selector {
  /** From the outermost to the element itself. */
  readonly compounds: readonly Compound[];
  /** The part of the element that is meant: what is printed before it, or its marker. */
  readonly part?: 'before' | 'marker';
  /** It asks for a class or an id, not for names of elements alone. */
  readonly isNamed: boolean;
  /** Ids, classes and names, weighed as CSS weighs them: the heaviest rule wins. */
  readonly weight: number;
}

/** Elements around one that are asked whether they are the outer part of a selector: pages nest less deep. */
const FARTHEST = 40;
/** Parts of a selector: more are of a sheet made to be slow. */
const MOST_PARTS = 8;
const WEIGHTS = { id: 10_000, class: 100, tag: 1 };

/** Reads one selector; `undefined` where it is of another kind. */
export function parseSelector(text: string): Selector | undefined {
  const compounds: Compound[] = [];
  let part: Selector['part'];
  let weight = 0;
  for (const token of text.trim().toLowerCase().replace(/\s*>\s*/g, ' > ').split(/\s+/)) {
    const last = compounds.at(-1);
    if (token === '>') {
      if (!last || part) return undefined;
      compounds[compounds.length - 1] = { ...last, isParent: true };
      continue;
    }
    const m = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)(?:::?(before|marker))?$/.exec(token);
    if (!m || token === '' || part) return undefined;
    const names = m[2]?.match(/[.#][\w-]+/g) ?? [];
    const id = names.find((n) => n.startsWith('#'))?.slice(1);
    const own = names.filter((n) => n.startsWith('.')).map((n) => n.slice(1));
    const tag = m[1] === '*' ? undefined : m[1];
    part = m[3] as Selector['part'];
    weight += (id === undefined ? 0 : WEIGHTS.id) + own.length * WEIGHTS.class + (tag === undefined ? 0 : WEIGHTS.tag);
    compounds.push({ ...(tag === undefined ? {} : { tag }), ...(id === undefined ? {} : { id }), classes: own, isParent: false });
  }
  return compounds.length === 0 || compounds.length > MOST_PARTS ? undefined : { compounds, weight, isNamed: weight >= WEIGHTS.class, ...(part ? { part } : {}) };
}

/** What an element must have at the least to be meant: a class, an id or a name; "*" for any. */
export function keyOf(selector: Selector): string {
  const last = selector.compounds.at(-1);
  if (last?.classes[0] !== undefined) return `.${last.classes[0]}`;
  return last?.id === undefined ? last?.tag ?? '*' : `#${last.id}`;
}

/** All that an element has of such. */
export function keysOf(element: Element): string[] {
  const id = attribute(element, 'id')?.toLowerCase();
  return ['*', element.tagName, ...(id === undefined ? [] : [`#${id}`]), ...new Set(classes(element).map((c) => `.${c}`))];
}

export function matches(selector: Selector, element: Element): boolean {
  return matchesFrom(selector.compounds, selector.compounds.length - 1, element);
}

function matchesFrom(compounds: readonly Compound[], at: number, element: Element): boolean {
  const compound = compounds[at];
  if (!compound || !isMeant(compound, element)) return false;
  const outer = compounds[at - 1];
  if (!outer) return true;
  let steps = 0;
  for (let up = parentOf(element); up && steps < FARTHEST; up = parentOf(up), steps++) {
    if (matchesFrom(compounds, at - 1, up)) return true;
    if (outer.isParent) return false;
  }
  return false;
}

function isMeant(compound: Compound, element: Element): boolean {
  if (compound.tag !== undefined && compound.tag !== element.tagName) return false;
  if (compound.id !== undefined && compound.id !== attribute(element, 'id')?.toLowerCase()) return false;
  if (compound.classes.length === 0) return true;
  const own = classes(element);
  return compound.classes.every((c) => own.includes(c));
}

function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode;
  return parent && isElement(parent as Element) ? parent as Element : undefined;
}
