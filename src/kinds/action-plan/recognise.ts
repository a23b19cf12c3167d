import type { Paper, Table } from '../../paper/model.js';
import { cellText, eachTable } from '../../paper/walk.js';
import type { Evidence } from '../kind.js';
import { phraseEvidence } from '../shared/recognise.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { readColumns } from './columns.js';
import { formRecommendations } from './forms.js';
import { priorityRecommendations } from './priorities.js';
import { HEADING, proseRecommendations } from './prose.js';

/** What a table of action, owner and timescale weighs: that alone makes a plan, if the plan is most of the paper. */
const TABLE_WEIGHT = 6;
/** What a table with an action column but fewer of the usual ones weighs. */
const THIN_TABLE_WEIGHT = 3;

/** A paper is an action plan where tables of actions make up most of it, or numbered recommendations with labelled owners and dates do. */
export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const out = phraseEvidence(paper, vocabulary);
  let all = 0;
  for (const block of paper.blocks) {
    if (block.type === 'paragraph') all += block.text.length;
    else for (const c of block.cells) all += cellText(c).length;
  }
  let strongest: Evidence | undefined;
  let planned = 0;
  // Asked of a paper that states something over a table, which few do.
  let report: boolean | undefined;
  const over = (table: Table): number => {
    const length = statedOver(paper.blocks, table);
    return length > 0 && (report ??= isReport(paper, vocabulary)) ? 0 : length;
  };
  for (const table of eachTable(paper.blocks)) {
    const layout = readColumns(table, vocabulary);
    if (!layout) continue;
    const size = table.cells.reduce((n, c) => n + cellText(c).length, 0) + over(table);
    planned += size;
    const roles = new Set(layout.columns.map((c) => c.role));
    roles.delete('other');
    roles.delete('number');
    const weight = roles.size >= 3 ? TABLE_WEIGHT : THIN_TABLE_WEIGHT;
    const text = layout.columns.map((c) => c.heading).filter(Boolean).join(' | ');
    if (!strongest || weight > strongest.weight) strongest = { text, weight, at: table.at };
  }
  if (strongest) {
    const share = planned / Math.max(1, all);
    // A table of actions inside a longer paper (minutes, a report) is a part of that paper.
    out.push(share >= 0.5 ? strongest : { ...strongest, weight: strongest.weight * share });
    if (share >= 0.5) out.push({ text: `tables of actions make up ${Math.round(share * 100)} % of the paper`, weight: 3 });
  }
  const forms = eachTable(paper.blocks).flatMap((t) => (readColumns(t, vocabulary) ? [] : formRecommendations(t, vocabulary) ?? []));
  if (forms.length > 0) out.push({ text: forms[0]?.heading.text ?? '', weight: forms.length > 1 ? 5 : 3, ...(forms[0] ? { at: forms[0].heading.at } : {}) });
  const prose = proseRecommendations(paper.blocks, vocabulary);
  if (prose.length >= 2) out.push({ text: prose[0]?.heading.text ?? '', weight: 5, ...(prose[0] ? { at: prose[0].heading.at } : {}) });
  if (prose.length < 2 && !strongest && forms.length === 0) out.push(...written(paper, vocabulary, all));
  return out;
}

/** Paragraphs that may state a recommendation over the table of what is done for it: its heading, its text and the response. */
const LINES_OVER = 3;

/** A report of an inquiry states its recommendations over tables as well, among other parts. */
const isReport = ({ blocks }: Paper, { words }: Vocabulary): boolean => blocks.some((b) => b.type === 'paragraph' && isOneOf(b.text.split(':', 1)[0] ?? '', words['reportPart']));

/** How many characters of "Recommendation 2", what it says and the response stand right over a table of a plan: they are as much of it as its rows. */
function statedOver(blocks: Paper['blocks'], table: Table): number {
  const at = blocks.indexOf(table);
  let length = 0;
  for (let i = at - 1; i >= Math.max(0, at - LINES_OVER); i--) {
    const block = blocks[i];
    if (block?.type !== 'paragraph') return 0;
    length += block.text.length;
    if (block.number === undefined && HEADING.test(block.text)) return length;
  }
  return 0;
}

/** What a plan written as prose weighs, where it is most of the paper; with this many actions its sort is sure. */
const WRITTEN_WEIGHT = 6;
const SURE_ACTIONS = 3;

function written(paper: Paper, vocabulary: Vocabulary, all: number): Evidence[] {
  const found = priorityRecommendations(paper.blocks, vocabulary);
  const [first] = found;
  if (!first) return [];
  const taken = new Map(found.flatMap((r) => r.taken.map((p) => [p.id, p.text.length])));
  const share = [...taken.values()].reduce((n, length) => n + length, 0) / Math.max(1, all);
  const owned = found.reduce((n, r) => n + r.fields.filter((f) => f.role === 'owner').length, 0);
  if (owned < 2) return [];
  const weight = WRITTEN_WEIGHT * Math.min(1, owned / SURE_ACTIONS) * (share >= 0.5 ? 1 : share);
  return [{ text: first.heading.text, weight, at: first.heading.at }, ...(share >= 0.5 ? [{ text: `actions with those who lead on them make up ${Math.round(share * 100)} % of the paper`, weight: 3 }] : [])];
}
