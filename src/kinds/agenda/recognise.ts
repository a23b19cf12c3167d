import type { Paper } from '../../paper/model.js';
import type { Evidence } from '../kind.js';
import { phraseEvidence } from '../shared/recognise.js';
import type { Vocabulary } from '../shared/vocabulary.js';

export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  return phraseEvidence(paper, vocabulary);
}
