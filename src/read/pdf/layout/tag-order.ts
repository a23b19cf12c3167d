/**
 * Reading order of one page where geometry and tags were both read: a block that a box beside it has cut in two is one again, and what stands below
 * a column, and is tagged after it, is read after it. Pure. Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Passage } from './flow.js';
import { alike } from './paragraphs.js';
import type { TagEvidence } from './tag-evidence.js';
import type { Word } from './words.js';

type Text = Extract<Passage, { kind: 'text' }>;

/** Points by which boxes of text one below another may overlap. */
const SLACK = 1;

interface Placed {
  readonly passage: Passage;
  readonly box: Box;
  /** The tagged blocks in which it begins and ends. */
  readonly first?: number;
  readonly last?: number;
}

/** The passages of a page, stretch by stretch, in an order that its tags agree with where geometry leaves a choice. `wordsOf` and `boxOf` are those of the page's tables. */
export function inTagOrder(stretches: readonly (readonly Passage[])[], evidence: TagEvidence, wordsOf: (table: number) => readonly Word[], boxOf: (table: number) => Box): Passage[][] {
  const groups = stretches.map((s) => s.map((passage) => placed(passage, evidence, wordsOf, boxOf)));
  rejoin(groups);
  const asides = groups.flatMap((g) => g.filter(isAside));
  const main = groups.map((g) => g.filter((p) => !isAside(p)));
  const ordered = belowColumns(main);
  for (const aside of asides) insert(ordered, aside);
  return ordered.map((g) => g.map((p) => p.passage));
}

const isAside = (p: Placed): boolean => p.passage.kind === 'text' && p.passage.aside === true;

function placed(passage: Passage, evidence: TagEvidence, wordsOf: (table: number) => readonly Word[], boxOf: (table: number) => Box): Placed {
  const words = passage.kind === 'table' ? wordsOf(passage.table) : passage.draft.lines.flatMap((l) => l.words);
  const ids = passage.kind === 'table' ? words.flatMap((w) => evidence.leafOf(w)?.id ?? []) : [];
  const first = passage.kind === 'table' ? (ids.length > 0 ? ids.reduce((a, b) => Math.min(a, b)) : undefined) : evidence.leafOf(words[0]!)?.id;
  const last = passage.kind === 'table' ? undefined : evidence.leafOf(words.at(-1)!)?.id;
  const box = passage.kind === 'table' ? boxOf(passage.table) : boxAround(passage.draft.lines.map((l) => l.box));
  return { passage, box, ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}

/** Joins the parts of one tagged block that stand in different stretches, with nothing of that block between them. */
function rejoin(groups: Placed[][]): void {
  for (let g = 0; g < groups.length; g++) {
    for (let i = 0; i < groups[g]!.length; i++) {
      for (let next = nextPart(groups, g, i); next; next = nextPart(groups, g, i)) {
        const part = groups[g]![i]!, other = groups[next.g]![next.i]!;
        const upper = part.passage as Text, lower = other.passage as Text;
        groups[next.g]!.splice(next.i, 1);
        groups[g]![i] = {
          ...part, box: boxAround([part.box, other.box]), ...(other.last !== undefined && { last: other.last }),
          passage: { ...upper, draft: { ...upper.draft, lines: [...upper.draft.lines, ...lower.draft.lines] } },
        };
      }
    }
  }
}

/** Where the block that ends this passage goes on in a later stretch. */
function nextPart(groups: readonly (readonly Placed[])[], g: number, i: number): { g: number; i: number } | undefined {
  const part = groups[g]![i]!;
  // Within a stretch the lines themselves were asked whether they belong together.
  if (part.last === undefined || groups[g]!.slice(i + 1).some((p) => p.first === part.last)) return undefined;
  for (let h = g + 1; h < groups.length; h++) {
    const k = groups[h]!.findIndex((p) => p.first === part.last);
    if (k < 0) continue;
    const other = groups[h]![k]!;
    return canJoin(part, other) ? { g: h, i: k } : undefined;
  }
  return undefined;
}

function canJoin(part: Placed, other: Placed): boolean {
  const a = part.passage, b = other.passage;
  if (a.kind !== 'text' || b.kind !== 'text' || a.note !== undefined || b.note !== undefined || a.band !== b.band || b.draft.label?.sure) return false;
  return alike(a.draft.lines.at(-1)!, b.draft.lines[0]!) && other.box[1] >= part.box[3] - SLACK;
}

/**
 * Moves what stands below all of a later stretch, and is tagged after all of it, behind that stretch, where that stretch stands beside what comes before it in its column:
 * a heading below two columns was read with the left one.
 */
function belowColumns(groups: readonly Placed[][]): Placed[][] {
  const out = groups.map((g) => [...g]);
  for (let g = 0; g < out.length; g++) {
    for (const p of [...out[g]!]) {
      if (p.first === undefined) continue;
      const own = p.first, above = [...groups.slice(0, g).flat(), ...groups[g]!.slice(0, groups[g]!.indexOf(p))].filter((a) => bandOf(a) === bandOf(p) && Math.min(a.box[2], p.box[2]) > Math.max(a.box[0], p.box[0]));
      let target = -1;
      for (let h = g + 1; h < out.length; h++) {
        const other = groups[h]!;
        if (other.length > 0 && other.every((o) => o.first !== undefined && o.first < own && o.box[3] <= p.box[1] + SLACK) && above.some((a) => other.some((o) => beside(a.box, o.box)))) target = h;
      }
      if (target < 0) continue;
      out[g]!.splice(out[g]!.indexOf(p), 1);
      out[target]!.push(p);
    }
  }
  return out;
}

/** A bar or box that a passage stands in is no part of the column below it. */
const bandOf = (p: Placed): number | undefined => (p.passage.kind === 'text' ? p.passage.band : undefined);

const beside = (a: Box, b: Box): boolean => Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > SLACK;

/** Puts a note before the first passage that is tagged after it. */
function insert(groups: Placed[][], aside: Placed): void {
  for (const g of groups) {
    const i = g.findIndex((p) => p.first !== undefined && aside.first !== undefined && p.first > aside.first);
    if (i >= 0) { g.splice(i, 0, aside); return; }
  }
  if (groups.length > 0) groups[groups.length - 1]!.push(aside);
}
