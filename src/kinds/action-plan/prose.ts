/** Plans written as prose: "Recommendation 3: … Response: … Lead: … By: …", a label a paragraph or all run in. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { readPeriod } from '../../values/index.js';
import { labelledValues } from '../shared/labels.js';
import { stretchOf } from '../shared/stretch.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import type { Role } from './columns.js';

/** One labelled value; its first paragraph is the stretch after the label, and may be empty where a list follows. */
export interface ProseField {
  readonly role: Role;
  readonly label: string;
  readonly paragraphs: Paragraph[];
  /** The words over the list that it begins ("We will:"). */
  readonly lead?: Paragraph;
  /** They stand in a cell: each is an action of its own. */
  readonly cell?: true;
}
export interface ProseRecommendation {
  readonly number?: string;
  /** The paragraph that begins it. */
  readonly heading: Paragraph;
  /** Its text, from after "Recommendation 3:" on. */
  readonly text: Paragraph[];
  readonly fields: ProseField[];
  /** Its heading only names a group of actions. */
  readonly grouped?: true;
  /** The heading that it stands under with others of its kind. */
  readonly under?: Paragraph;
  /** It is a priority, whose actions say each who does them and when: a value beside none of them is nobody's. */
  readonly strict?: true;
  /** The paragraphs of the paper that it takes, whole. */
  readonly taken: Paragraph[];
}

/** "Recommendation 3", "Rec. 2a –". */
export const HEADING = /^(?:recommendation|rec\.?|argymhelliad)\s+(?:no\.?\s*)?(\d+[a-z]?(?:\.\d+)*)\s*(?:[:.–—-]\s*|(?=[^\W\d_]|[À-ɏ])|$)/i;
/** What a recommendation must have beside its text for the paper to be written so. */
export const TELLING: ReadonlySet<Role> = new Set<Role>(['action', 'owner', 'timescale', 'response', 'status']);

/** The recommendations that labelled paragraphs follow; empty where the paper is not written so. */
export function proseRecommendations(blocks: readonly Block[], vocabulary: Vocabulary): ProseRecommendation[] {
  const out: ProseRecommendation[] = [];
  let open: ProseRecommendation | undefined;
  for (const block of blocks) {
    if (block.type !== 'paragraph') { open = undefined; continue; }
    const values = labelledValues(block, vocabulary.columns);
    const [first] = values;
    const head = HEADING.exec(block.text);
    const labelled = block.number !== undefined && first?.field === 'recommendation' ? { number: block.number, from: first.start } : undefined;
    const begins = head && block.number === undefined ? { number: head[1] ?? '', from: head[0].length } : labelled;
    if (begins) {
      const inner = values.filter((v) => v.from >= begins.from);
      open = { number: begins.number, heading: block, text: [], fields: [], taken: [block] };
      const end = inner[0]?.from ?? block.text.length;
      if (block.text.slice(begins.from, end).trim() !== '') open.text.push(stretchOf(block, begins.from, end));
      for (const v of inner) open.fields.push(fieldOf(block, v, open));
      out.push(open);
      continue;
    }
    if (!open) continue;
    if (first && first.field !== 'recommendation') {
      open.taken.push(block);
      for (const v of values) open.fields.push(fieldOf(block, v, open));
    } else if (block.heading) open = undefined;
    else {
      // An unlabelled paragraph goes on with the field before it.
      open.taken.push(block);
      (open.fields.at(-1)?.paragraphs ?? open.text).push(block);
    }
  }
  return out.filter((r) => r.fields.some((f) => TELLING.has(f.role)));
}

interface Value { readonly field: string; readonly label: string; readonly start: number; readonly end: number }

/** "By: Head of Roads" names who, "By: March 2012" when: a label that says neither is settled by what stands after it. */
function fieldOf(p: Paragraph, v: Value, open: ProseRecommendation): ProseField {
  let role = v.field as Role;
  const text = p.text.slice(v.start, v.end).trim();
  if (role === 'timescale' && fold(v.label) === 'by' && !open.fields.some((f) => f.role === 'owner')) {
    const { value } = readPeriod(text, { timescale: true });
    if (value.start === undefined && value.end === undefined && !value.ongoing && value.status === undefined) role = 'owner';
  }
  return { role, label: v.label, paragraphs: text === '' ? [] : [stretchOf(p, v.start, v.end)] };
}
