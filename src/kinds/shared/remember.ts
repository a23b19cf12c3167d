/** Looks at a paragraph once: a paper is weighed as a whole, and stretches of it again when papers inside it are looked for. Pure to its callers. */
import type { Paragraph } from '../../paper/model.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The same function, which answers from memory for a paragraph and a vocabulary it has seen. Paragraphs never change. The function must depend on
 * nothing else: not on a council's added posts and verbs, which hold for one paper only.
 */
export function remembered<T>(look: (p: Paragraph, vocabulary: Vocabulary) => T): (p: Paragraph, vocabulary: Vocabulary) => T {
  const seen = new WeakMap<Vocabulary, WeakMap<Paragraph, { readonly found: T }>>();
  return (p, vocabulary) => {
    let own = seen.get(vocabulary);
    if (!own) { own = new WeakMap(); seen.set(vocabulary, own); }
    let answer = own.get(p);
    if (!answer) { answer = { found: look(p, vocabulary) }; own.set(p, answer); }
    return answer.found;
  };
}
