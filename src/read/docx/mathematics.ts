/**
 * Office mathematics (ISO 29500-1, 22.1) on one line: a fraction's bar, brackets, roots and signs of sums are properties in the file, not text, yet they are
 * printed. "1/2", "(a+b)/c", "√9"; what is raised keeps its style.
 */
import type { Attributes } from './xml.js';

/** A stretch of a formula. */
export interface Piece { readonly text: string; readonly raised: boolean }

interface Part { readonly name: string; readonly pieces: Piece[] }

/** An open element of a formula: what its own children came to, and what its properties say. */
interface Open {
  readonly name: string;
  readonly parts: Part[];
  readonly properties: Map<string, string | undefined>;
}

/** Properties that stand in an element of their own (m:fPr, m:dPr …) and decide what is printed. */
const PROPERTIES = new Set(['m:type', 'm:begChr', 'm:endChr', 'm:sepChr', 'm:degHide', 'm:chr']);

const textOf = (pieces: readonly Piece[]): string => pieces.map((p) => p.text).join('');
const plain = (text: string): Piece => ({ text, raised: false });

export class Mathematics {
  readonly #open: Open[] = [];

  /** True inside a formula: text goes here. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Takes an element; those outside of the namespace of mathematics (runs, tracked changes) print nothing of their own. */
  open(name: string, a: Attributes): void {
    if (PROPERTIES.has(name)) this.#open[this.#open.length - 2]?.properties.set(name, a['m:val']);
    this.#open.push({ name, parts: [], properties: new Map() });
  }

  text(text: string): void {
    this.#open.at(-1)?.parts.push({ name: 'text', pieces: [plain(text)] });
  }

  /** Closes the innermost element; the whole formula's pieces where it was the outermost. */
  close(): Piece[] | undefined {
    const done = this.#open.pop();
    if (!done) return undefined;
    const pieces = composed(done);
    const around = this.#open.at(-1);
    if (!around) return pieces;
    around.parts.push({ name: done.name, pieces });
    return undefined;
  }
}

function composed(element: Open): Piece[] {
  const all = element.parts.flatMap((p) => p.pieces);
  // What was left out (a tracked deletion) takes its bars and brackets with it.
  if (textOf(all) === '') return [];
  const part = (name: string): Piece[] => element.parts.filter((p) => p.name === name).flatMap((p) => p.pieces);
  const said = (name: string, usual: string): string => (element.properties.has(name) ? element.properties.get(name) ?? '' : usual);
  switch (element.name) {
    case 'm:f': return [...grouped(part('m:num')), plain(said('m:type', 'bar') === 'noBar' ? ' ' : '/'), ...grouped(part('m:den'))];
    case 'm:d': return [plain(said('m:begChr', '(')), ...joined(element.parts, said('m:sepChr', '|')), plain(said('m:endChr', ')'))];
    case 'm:rad': return [...(isOff(element.properties.get('m:degHide')) ? part('m:deg').map(raise) : []), plain('√'), ...grouped(part('m:e'))];
    case 'm:nary': return [plain(said('m:chr', '∫')), ...part('m:sub'), ...part('m:sup').map(raise), ...part('m:e')];
    case 'm:acc': return [...part('m:e'), plain(said('m:chr', '\u0302'))];
    case 'm:m': case 'm:eqArr': case 'm:mr': return joined(element.parts, ' ');
    case 'm:sSup': case 'm:sSubSup': return element.parts.flatMap((p) => (p.name === 'm:sup' ? p.pieces.map(raise) : p.pieces));
    default: return all;
  }
}

const raise = (piece: Piece): Piece => ({ ...piece, raised: true });
const isOff = (value: string | undefined): boolean => value === undefined || value === '0' || value === 'off' || value === 'false';

function joined(parts: readonly Part[], between: string): Piece[] {
  return parts.filter((p) => p.pieces.length > 0).flatMap((p, i) => (i === 0 ? p.pieces : [plain(between), ...p.pieces]));
}

/** In brackets where a bar or a root stood over more than one number or name. */
function grouped(pieces: readonly Piece[]): Piece[] {
  const text = textOf(pieces).trim();
  return /^[\p{L}\p{M}\p{N}.,£$€%]*$/u.test(text) || (text.startsWith('(') && text.endsWith(')')) ? [...pieces] : [plain('('), ...pieces, plain(')')];
}
