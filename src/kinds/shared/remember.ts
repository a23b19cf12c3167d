/** Looks at a thing once: a paper is weighed as a whole, and stretches of it again when papers inside it are looked for. Pure to its callers. */
import type { Paragraph } from '../../paper/model.js';
import type { Vocabulary } from './vocabulary.js';

/** The same function, which answers from memory for an object that it has seen. The object must never change, nor the answer be changed by who gets it. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly made: T }>();
  return (key) => {
    let answer = known.get(key);
    if (!answer) { answer = { made: make(key) }; known.set(key, answer); }
    return answer.made;
  };
}

/**
 * The same for a function of a paragraph and a vocabulary. It must depend on nothing else: not on a council's added posts and verbs, which hold for one
 * paper only.
 */
export function remembered<T>(look: (p: Paragraph, vocabulary: Vocabulary) => T): (p: Paragraph, vocabulary: Vocabulary) => T {
  const by = oncePer((vocabulary: Vocabulary) => oncePer((p: Paragraph) => look(p, vocabulary)));
  return (p, vocabulary) => by(vocabulary)(p);
}
