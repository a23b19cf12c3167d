/** Titles with the lines that the same paragraph sets under them: "Minutes", a line break, "To approve as a correct record." Pure. */
import type { Paragraph } from '../../paper/model.js';
import { openingOf } from '../shared/openings.js';
import { betweenBreaks } from '../shared/stretch.js';
import type { Vocabulary } from '../shared/vocabulary.js';

/** The title alone, and the lines under it; a title that its author broke over two lines stays whole. */
export function titleLines(p: Paragraph, vocabulary: Vocabulary): { title: Paragraph; under: Paragraph[] } {
  const [first, ...more] = betweenBreaks(p);
  // "Works at", "The quay and": the title goes on.
  if (!first || more.length === 0 || first.text === '' || GOES_ON.test(first.text)) return { title: p, under: [] };
  const at = more.findIndex((line) => isUnder(line.text, vocabulary));
  // Only where the title is one line: what stands between would be of neither.
  return at === 0 ? { title: first, under: more.filter((line) => line.text !== '') } : { title: p, under: [] };
}

/** A line that ends with a word, or a mark, that asks for more. */
const GOES_ON = /(?:\b(?:a|an|and|as|at|by|for|from|in|into|near|of|off|on|or|our|the|their|to|under|with)|[,&–—-])\s*$/iu;

/** Who leads, what it is for, a remark in brackets, or a sentence. */
function isUnder(text: string, vocabulary: Vocabulary): boolean {
  const bare = text.replace(/^[([]\s*/u, '');
  return openingOf(bare, vocabulary.words.lead) !== undefined || openingOf(bare, vocabulary.words.purpose) !== undefined || /^[([].*[)\]]\.?$/su.test(text) || /^\p{Lu}.{20,}\.$/su.test(text);
}
