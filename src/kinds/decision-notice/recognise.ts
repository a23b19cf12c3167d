import type { Paper } from '../../paper/model.js';
import type { Evidence } from '../kind.js';
import { phraseEvidence } from '../shared/recognise.js';
import type { Vocabulary } from '../shared/vocabulary.js';

/** A record of decision says so in its first lines, and has the parts that the regulations ask for under headings of their own. */
export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  return phraseEvidence(paper, vocabulary);
}
