/**
 * Which value stands beside which action. Within a row, paragraphs of neighbouring cells at the same height belong
 * together; where the source shows no heights, a cell that begins a recommendation is read from its first paragraph down, and
 * one that continues a recommendation from the page before is read from its last paragraph up, because its first
 * paragraph belongs to an action whose values stand on that page. Pure.
 */

/** Anything with a place in its row; points, downwards. */
export interface Placed {
  readonly top?: number;
  readonly bottom?: number;
}

/** A value within this (points) above an action's first line still stands beside it: cells differ in padding by some points. */
const LEVEL = 8;
/** Heights that a reader estimates (Word files) are off by up to a line or two (points). */
const SNAP = 20;
/** Value paragraphs parted by less than this share of a line are lines of one value. */
const CONTIGUOUS = 0.45;
/** Height of a line (points) where a paragraph has no bottom. */
const LINE = 12;

/**
 * For each value, the index of the action it stands beside; -1 where that cannot be said. `whole`: each of the values is one by
 * itself (a date, an amount, a post), and none is a line of the one above it.
 */
export function pair(actions: readonly Placed[], values: readonly Placed[], continued: boolean, whole = false): number[] {
  if (actions.length === 0) return values.map(() => -1);
  if (actions.length === 1) return values.map(() => 0);
  // Dates that were typed under each other, one for each of the actions, which take more lines than they.
  if (whole && actions.length === values.length && !setElsewhere(actions, values)) return values.map((_, i) => i);
  if (actions.every((a) => a.top !== undefined) && values.every((v) => v.top !== undefined)) return byHeight(actions, values);
  return byCount(actions.length, values.length, continued);
}

function byHeight(actions: readonly Placed[], values: readonly Placed[]): number[] {
  if (inStep(actions, values)) return values.map((_, i) => i);
  const out: number[] = [];
  values.forEach((value, i) => {
    const top = value.top ?? 0;
    const before = values[i - 1];
    const last = out.at(-1) ?? 0;
    const gap = before ? top - (before.bottom ?? (before.top ?? 0) + LINE) : Infinity;
    let index = 0;
    for (let a = 0; a < actions.length; a++) if ((actions[a]?.top ?? 0) <= top + LEVEL) index = a;
    const next = actions[index + 1]?.top;
    const own = Math.abs(top - (actions[index]?.top ?? 0));
    if (next !== undefined && next - top <= SNAP && next - top < own && gap > LINE * CONTIGUOUS) index++;
    // The second line of a value stays with its first, however tall the action is.
    if (before && gap <= LINE * CONTIGUOUS && index !== last && Math.abs((actions[index]?.top ?? 0) - top) > LEVEL) index = last;
    out.push(Math.max(index, last));
  });
  return out;
}

/** True where white space sets a value level with an action that is not the one of its rank. */
function setElsewhere(actions: readonly Placed[], values: readonly Placed[]): boolean {
  const level = (a: Placed | undefined, v: Placed): boolean => a?.top !== undefined && v.top !== undefined && Math.abs(v.top - a.top) <= LEVEL;
  return values.some((value, i) => {
    const before = values[i - 1];
    const gap = before?.top === undefined || value.top === undefined ? 0 : value.top - (before.bottom ?? before.top + LINE);
    return gap > LINE * CONTIGUOUS && !level(actions[i], value) && actions.some((a) => level(a, value));
  });
}

/**
 * As many values as actions, each level with its action or pushed below it by a value above that takes more lines than the action
 * beside it: they go with each other in order.
 */
function inStep(actions: readonly Placed[], values: readonly Placed[]): boolean {
  if (actions.length !== values.length) return false;
  return values.every((value, i) => {
    const own = (value.top ?? 0) - (actions[i]?.top ?? 0);
    if (Math.abs(own) <= LEVEL) return true;
    const before = values[i - 1];
    return before !== undefined && own > 0 && (value.top ?? 0) - (before.bottom ?? (before.top ?? 0) + LINE) <= LINE * CONTIGUOUS;
  });
}

function byCount(actions: number, values: number, continued: boolean): number[] {
  const list = Array.from({ length: values }, (_, i) => i);
  if (values > actions) return list.map(() => -1);
  if (values === actions || !continued) return list;
  // One value for many actions of a continued cell: beside which of them, only the page could say.
  if (values === 1 && actions > 3) return [-1];
  return list.map((i) => i + actions - values);
}
