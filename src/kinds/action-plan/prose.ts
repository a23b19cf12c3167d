/** Plans written as prose: "Recommendation 3: … Response: … Lead: … By: …". Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import type { Role } from './columns.js';

export interface ProseField { readonly role: Role; readonly label: string; readonly paragraph: Paragraph; /** Where the value begins in the paragraph's text. */ readonly from: number }
export interface ProseRecommendation {
  readonly number: string;
  readonly heading: Paragraph;
  /** Where its text begins in the heading paragraph. */
  readonly from: number;
  readonly text: Paragraph[];
  readonly fields: ProseField[];
}

const HEADING = /^recommendation\s+(\d+[a-z]?(?:\.\d+)*)\s*[:.–—-]?\s*/iu;
/** "Lead officer: …": a label of few words before a colon. */
const LABELLED = /^([\p{L}][\p{L} /()&'’-]{1,40}?)\s*:\s*/u;

/** The recommendations that labelled paragraphs follow; empty where the paper is not written so. */
export function proseRecommendations(blocks: readonly Block[], vocabulary: Vocabulary): ProseRecommendation[] {
  const out: ProseRecommendation[] = [];
  let open: ProseRecommendation | undefined;
  for (const block of blocks) {
    if (block.type !== 'paragraph') { open = undefined; continue; }
    const head = HEADING.exec(block.text);
    if (head && block.number === undefined) {
      open = { number: head[1] ?? '', heading: block, from: head[0].length, text: [], fields: [] };
      out.push(open);
      continue;
    }
    if (!open) continue;
    const label = LABELLED.exec(block.text);
    const role = label ? (fieldFor(label[1] ?? '', vocabulary.columns) as Role | undefined) : undefined;
    if (label && role && role !== 'recommendation') open.fields.push({ role, label: label[1] ?? '', paragraph: block, from: label[0].length });
    else if (block.heading) open = undefined;
    else if (open.fields.length === 0) open.text.push(block);
    else {
      // An unlabelled paragraph goes on with the field before it.
      const last = open.fields.at(-1);
      if (last) open.fields.push({ role: last.role, label: '', paragraph: block, from: 0 });
    }
  }
  return out.filter((r) => r.fields.some((f) => f.role === 'action' || f.role === 'owner' || f.role === 'timescale' || f.role === 'response'));
}
