/**
 * The paper's own numbering: of all paragraphs with a number, the run that goes on from one to the next through the paper
 * and weighs most. Minutes and agendas number their items so; the points and lists inside the items begin again and again.
 */

/** A paragraph that may be a heading with a number. */
export interface Numbered {
  /** Place in the paper's order; no two alike. */
  readonly index: number;
  readonly number: string;
  /** The label as printed: "(1)" and "1." number different runs. */
  readonly label?: string;
  /** How much it looks like a heading; above 0. */
  readonly weight: number;
}

/** Numbers that may be missing between two headings (a page left out of the file) before the run is taken to be another. */
const LARGEST_GAP = 6;
/** What a missing number costs the run, in the unit of the weights. */
const GAP_COST = 1;
/** What a repeated number costs: as much as one that is missing. */
const REPEAT_COST = 1;

interface Link<T> { readonly of: T; readonly value: number; readonly total: number; readonly count: number; readonly before?: Link<T> }

/** A label with a sign for its first run of letters and figures: "1.2)" and "(c)" become "n)" and "(n)". Nearly all are ASCII. */
const withoutFigures = (label: string): string => label.replace(/^[ -~]*$/.test(label) ? /[A-Za-z\d./-]*[A-Za-z\d]/ : /[\p{L}\p{N}./-]*[\p{L}\p{N}]/u, 'n');

/** How a number is put together: what stays the same from one to the next, and its place. "31/14" and "2014/31" are both read both ways; "31/14-15" is the 31st of its year. */
function seriesOf(number: string, label: string | undefined): { key: string; value: number }[] {
  const out: { key: string; value: number }[] = [];
  const look = withoutFigures(label ?? number);
  const last = /^(.*?)(\d{1,5})$/.exec(number);
  if (last) out.push({ key: `${look}|${last[1] ?? ''}|`, value: Number(last[2]) });
  const first = /^(\D*)(\d{1,4})([/-]\d{2,4}(?:-\d{2,4})?)$/.exec(number);
  if (first) out.push({ key: `${look}|${first[1] ?? ''}|${first[3] ?? ''}`, value: Number(first[2]) });
  return out;
}

/**
 * The heaviest run through the candidates, in the paper's order, with the place of each number in it and the run's weight.
 * Time grows with their number alone. Pure.
 */
export function heaviestRun<T extends Numbered>(list: readonly T[]): { run: T[]; places: number[]; total: number } {
  const best = new Map<string, Link<T>>();
  let top: Link<T> | undefined;
  for (const candidate of list) {
    const made: [string, Link<T>][] = [];
    for (const { key, value } of seriesOf(candidate.number, candidate.label)) {
      let before: Link<T> | undefined;
      let gain = 0;
      for (let gap = 0; gap <= LARGEST_GAP; gap++) {
        const link = best.get(`${key}#${value - gap}`);
        if (!link) continue;
        const total = link.total - (gap === 0 ? REPEAT_COST : (gap - 1) * GAP_COST);
        if (total > gain) { gain = total; before = link; }
      }
      made.push([`${key}#${value}`, { of: candidate, value, total: gain + candidate.weight, count: (before?.count ?? 0) + 1, ...(before ? { before } : {}) }]);
    }
    for (const [place, link] of made) {
      const old = best.get(place);
      if (!old || link.total >= old.total) best.set(place, link);
      if (!top || link.total > top.total) top = link;
    }
  }
  const run: T[] = [];
  const places: number[] = [];
  for (let link = top; link; link = link.before) { run.push(link.of); places.push(link.value); }
  return { run: run.reverse(), places: places.reverse(), total: top?.total ?? 0 };
}
