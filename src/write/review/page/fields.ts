/**
 * The right side: the record's fields, each with its value, its place, and a way to correct it. Folded parts are built when they
 * are first opened, so that the record of a long paper does not make a page of a hundred thousand elements.
 */
import { button, clip, element, freshId, inWords, isPlain, type Mark, type Path, type Plain, words } from './data.js';
import { type Leaf, openEditor } from './editor.js';
import { allowedAt } from './schema.js';

export interface FieldActions {
  show(place: Mark | undefined): void;
  changed(): void;
  /** The schema that governs a path, and the path below it. */
  schemaFor(path: Path): { schema: Plain | undefined; path: Path };
  /** Where a field stands that has no place of its own. */
  placeFor(path: Path): Mark | undefined;
}

/** Fields that say where things stand or what the program did: not for correcting. */
const OF_THE_PROGRAM = new Set(['schemaVersion', 'kind', 'source', 'generator', 'classification', 'headings', 'coverage', 'diagnostics']);
const PLACES = new Set(['at', 'until', 'cells']);
const NAMES = ['number', 'period', 'title', 'name', 'heading', 'label', 'text', 'area'] as const;
/** Lists that say how the paper was laid out, seldom looked at. */
const FOLDED = new Set(['columns']);
/** Entries with no more values than this are opened with what they stand in. */
const SMALL = 60;

/** The keys of an object that are shown. */
const shownKeys = (of: Plain, depth: number): string[] => Object.keys(of).filter((k) => !PLACES.has(k) && !(depth === 0 && OF_THE_PROGRAM.has(k)));
const ownPlace = (of: Plain): Mark | undefined => (typeof of['at'] === 'string' ? { at: of['at'], ...(typeof of['until'] === 'string' ? { until: of['until'] } : {}) } : undefined);

/** How many values there are in something, counted up to a limit. */
function size(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let n = 0;
  for (const [k, v] of Object.entries(value)) { if (!PLACES.has(k)) n += size(v, limit - n); if (n > limit) break; }
  return n;
}

/** What an entry of a list is called: its number and the first words of what it says. */
function nameOf(value: Plain, index: number): string {
  const parts = NAMES.flatMap((k) => { const v = isPlain(value[k]) ? value[k]['text'] : value[k]; return typeof v === 'string' && v !== '' ? [v] : []; });
  return clip(parts.slice(0, 2).join(' '), 120) || `entry ${index + 1}`;
}

/** Every place in a record with the path of what stands there, in the record's order. */
export function* placesIn(value: unknown, path: Path = []): Generator<{ mark: Mark; path: Path }> {
  if (isPlain(value)) {
    const mark = ownPlace(value);
    if (mark && path.length > 0) yield { mark, path };
    for (const k of shownKeys(value, path.length === 0 || path[0] === 'attached' && path.length === 2 ? 0 : 1)) yield* placesIn(value[k], [...path, k]);
  } else if (Array.isArray(value)) for (const [i, v] of value.entries()) yield* placesIn(v, [...path, String(i)]);
}

/** Every text in a record with its path. */
export function* textsIn(value: unknown, path: Path = []): Generator<{ value: string; path: Path }> {
  if (isPlain(value)) for (const k of shownKeys(value, path.length === 0 ? 0 : 1)) yield* textsIn(value[k], [...path, k]);
  else if (Array.isArray(value)) for (const [i, v] of value.entries()) yield* textsIn(v, [...path, String(i)]);
  else if (value !== undefined && value !== null) yield { value: String(value), path };
}

/** The tree of fields. */
export class FieldTree {
  readonly root = element('div', 'fields');
  /** What opens the part at a path (joined by newlines), and the element in it that takes the focus. */
  readonly #open = new Map<string, () => HTMLElement>();

  constructor(readonly record: Plain, readonly actions: FieldActions) {
    this.#fill(this.root, record, [], undefined, 0);
  }

  /** Opens what a path leads to and returns the element for it; that of the nearest part above it where it has none. */
  reveal(path: Path): HTMLElement | undefined {
    let found: HTMLElement | undefined;
    for (let n = 1; n <= path.length; n++) found = this.#open.get(path.slice(0, n).join('\n'))?.() ?? found;
    return found;
  }

  #fill(into: HTMLElement, of: Plain, path: Path, around: Mark | undefined, depth: number): void {
    const place = ownPlace(of) ?? around;
    for (const key of shownKeys(of, depth)) {
      const value = of[key];
      const here = [...path, key];
      if (Array.isArray(value)) { if (value.length > 0) this.#list(into, value, here, place, depth); }
      else if (isPlain(value)) this.#folded(into, 'group', words(key), here, this.actions.placeFor(here) ?? ownPlace(value) ?? place, size(value, SMALL) <= SMALL, (inside) => this.#fill(inside, value, here, place, depth + 1));
      else if (value !== undefined) into.append(this.#row([this.#leaf(of, key, here)], here, this.actions.placeFor(here) ?? place, undefined, depth === 0));
    }
  }

  #list(into: HTMLElement, values: unknown[], path: Path, around: Mark | undefined, depth: number): void {
    const place = this.actions.placeFor(path);
    this.#folded(into, 'group', `${words(path.at(-1) ?? '')} (${values.length})`, path, place, !FOLDED.has(path.at(-1) ?? '') && (depth < 1 || size(values, SMALL) <= SMALL), (inside) => {
      values.forEach((value, i) => {
        const here = [...path, String(i)];
        if (isPlain(value)) this.#entry(inside, value, here, around, depth, i);
        else if (Array.isArray(value)) inside.append(this.#cells(value, here, around));
        else inside.append(this.#row([this.#leaf(values as unknown as Plain, String(i), here)], here, around));
      });
    });
  }

  #entry(into: HTMLElement, value: Plain, path: Path, around: Mark | undefined, depth: number, index: number): void {
    const place = ownPlace(value) ?? around;
    const keys = shownKeys(value, 1);
    // A paragraph, with or without a number, is one row: folding it away would hide what there is to check.
    if (keys.every((k) => k === 'number' || k === 'text') && typeof value['text'] === 'string') {
      into.append(this.#row(keys.map((k) => this.#leaf(value, k, [...path, k])), path, place, typeof value['number'] === 'string' ? value['number'] : undefined));
      return;
    }
    const attached = path[0] === 'attached' && path.length === 2;
    this.#folded(into, 'entry', attached ? `${words(String(value['kind']))}: ${String(value['title'] ?? '')}` : nameOf(value, index), path, place, depth > 0 && size(value, SMALL) <= SMALL, (inside) => this.#fill(inside, value, path, place, attached ? 0 : depth + 1));
  }

  /** A row of a table: its cells, a value each. */
  #cells(values: unknown[], path: Path, place: Mark | undefined): HTMLElement {
    const row = element('div', 'row');
    values.forEach((v, i) => { if (v !== '' && v !== undefined) row.append(this.#row([this.#leaf(values as unknown as Plain, String(i), [...path, String(i)])], [...path, String(i)], place, `row ${Number(path.at(-1)) + 1}, column ${i + 1}`)); });
    return row;
  }

  #folded(into: HTMLElement, className: string, name: string, path: Path, place: Mark | undefined, open: boolean, build: (into: HTMLElement) => void): void {
    const details = element('details', className);
    const summary = element('summary', '', name);
    if (place && className === 'entry') summary.append(element('span', 'where', inWords(place.at)));
    details.append(summary);
    let built = false;
    const ensure = (): void => { if (!built) { built = true; build(details); } };
    details.addEventListener('toggle', () => { if (details.open) ensure(); });
    if (open) { ensure(); details.open = true; }
    const show = (): void => this.actions.show(place);
    if (place) { summary.addEventListener('focus', show); summary.addEventListener('click', show); }
    this.#open.set(path.join('\n'), () => { ensure(); details.open = true; return summary; });
    into.append(details);
  }

  #leaf(owner: Plain, key: string, path: Path): Leaf {
    const { schema, path: below } = this.actions.schemaFor(path);
    return {
      label: words(key), allowed: allowedAt(schema, below), get: () => owner[key],
      set: (value) => { if (value === undefined) delete owner[key]; else owner[key] = value; },
    };
  }

  /** One value (or a number and its text): a button that lights up its place, and one to correct it. */
  #row(leaves: readonly Leaf[], path: Path, place: Mark | undefined, name?: string, where = true): HTMLElement {
    const row = element('div', 'field');
    const main = leaves.at(-1);
    const label = element('span', 'name', name ?? main?.label ?? '');
    const text = element('span', 'text', String(main?.get() ?? ''));
    const show = button('value', '', () => this.actions.show(place));
    show.id = freshId();
    show.append(label, text);
    if (place) {
      // What is named by the heading above it is not said again.
      if (where) show.append(element('span', 'where', inWords(place.at)));
      show.addEventListener('focus', () => this.actions.show(place));
    }
    const open = (): void => openEditor(row, leaves, (changed) => {
      if (changed) {
        const number = leaves.length > 1 ? leaves[0]?.get() : undefined;
        if (name !== undefined && leaves.length > 1) label.textContent = String(number ?? '');
        text.textContent = main?.get() === undefined ? '(taken out)' : String(main.get());
        row.classList.add('corrected');
        this.actions.changed();
      }
      edit.focus();
    });
    const edit = button('edit', 'Correct', open);
    edit.setAttribute('aria-describedby', show.id);
    show.addEventListener('keydown', (event) => { if (event.key === 'F2') { event.preventDefault(); open(); } });
    row.append(show, edit);
    this.#open.set(path.join('\n'), () => show);
    return row;
  }
}
