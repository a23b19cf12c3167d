/**
 * Minutes with a column at the right edge, set by tabs, that says who is to act: "ACTION" stands over it once, and a paragraph that
 * somebody is to act on ends in a tab and the name. The name is parted from what was said.
 */
import type { Block, Paragraph } from '../../paper/model.js';
import { readAttendees, splitParties } from '../../values/index.js';
import { stretchOf } from '../shared/stretch.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';

/** A line that heads the column is short (characters), whatever else it heads. */
const LONGEST_HEADING = 60;
/** Who is to act, and by when, takes no more than two printed lines of a narrow column (characters). */
const LONGEST_OWNERS = 50;
/** What is said beside a name is a sentence or a title (characters); less is a row of some list. */
const LEAST_SAID = 12;

/** "DW", "PH / SP", "All", "JM, PH": letters that stand for somebody. */
const LETTERS = /^(?:\p{Lu}{2,4}|All)(?:\s*(?:[/,&+]|and)\s*(?:\p{Lu}{2,4}|All))*$/u;
/** When it is due, after the name. */
const DUE = /\s+(?:by|before)\s.*$|\s*\([^()]*\)$/i;

export interface ActionColumn {
  readonly blocks: Block[];
  /** The names, as paragraphs of their own. */
  readonly actions: ReadonlySet<Block>;
  /** The lines that head the column. */
  readonly headings: readonly Paragraph[];
}

/** Where the last column of a tabbed paragraph begins, or `undefined`. */
function lastColumn(p: Paragraph): number | undefined {
  const tab = (p.spans ?? []).filter((s) => s.style === 'tab').reduce((end, s) => Math.max(end, s.end), -1);
  return tab < 0 || p.text.slice(tab).trim() === '' ? undefined : tab;
}

/** "ACTION", at the right or under other columns' headings. */
function headsColumn(p: Paragraph, vocabulary: Vocabulary): boolean {
  if (p.label !== undefined || p.text.length > LONGEST_HEADING) return false;
  const { action = [], owner = [] } = vocabulary.columns;
  const from = lastColumn(p) ?? 0;
  const alone = from === 0 && (p.align === 'right' || /^\p{Lu}+$/u.test(p.text));
  return (from > 0 || alone) && isOneOf(p.text.slice(from).trim(), [...action, ...owner]);
}

/** True for a text that names who is to act. */
function namesOwner(text: string): boolean {
  if (text.length > LONGEST_OWNERS || /^[\d£]/.test(text)) return false;
  const named = text.replace(DUE, '');
  if (LETTERS.test(named)) return true;
  const { owners, certain } = splitParties(named);
  return certain && owners.length > 0 && (owners.every((o) => o.type !== 'body') || readAttendees(named).some((a) => a.honorific !== undefined));
}

/** Parts the names of the column from what stands beside them; papers without such a column stay as they are. Pure. */
export function openActionColumn(blocks: readonly Block[], vocabulary: Vocabulary): ActionColumn {
  const actions = new Set<Block>();
  const headings: Paragraph[] = [];
  const out: Block[] = [];
  for (const block of blocks) {
    if (block.type === 'table' || block.text === '') { out.push(block); continue; }
    if (headsColumn(block, vocabulary)) { headings.push(block); continue; }
    const from = headings.length > 0 ? lastColumn(block) : undefined;
    if (from === undefined || block.text.slice(0, from).trim().length < LEAST_SAID || !namesOwner(block.text.slice(from).trim())) { out.push(block); continue; }
    const owner = stretchOf(block, from);
    actions.add(owner);
    out.push(stretchOf(block, 0, from), owner);
  }
  return actions.size > 0 ? { blocks: out, actions, headings } : { blocks: [...blocks], actions, headings: [] };
}
