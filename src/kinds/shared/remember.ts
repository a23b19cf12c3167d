/** Looks at a thing once: a paper is weighed as a whole, and stretches of it again when papers inside it are looked for. Pure to its callers. */
import type { Paragraph, Table } from '../../paper/model.js';
import type { Vocabulary } from './vocabulary.js';

/** Stands for an answer that is `undefined`, which the map gives where it has none. */
const NOTHING = Symbol('nothing');

/** The same function, which answers from memory for an object that it has seen. The object must never change, nor the answer be changed by who gets it. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T | typeof NOTHING>();
  return (key) => {
    const answer = known.get(key);
    if (answer === undefined) {
      const made = make(key);
      known.set(key, made === undefined ? NOTHING : made);
      return made;
    }
    return answer === NOTHING ? undefined as T : answer as T;
  };
}

/**
 * The same for a function of a paragraph (or a table) and a vocabulary. It must depend on nothing else: not on a council's added posts and verbs, which hold for one
 * paper only.
 */
export function remembered<P extends Paragraph | Table, T>(look: (p: P, vocabulary: Vocabulary) => T): (p: P, vocabulary: Vocabulary) => T {
  const by = oncePer((vocabulary: Vocabulary) => oncePer((p: P) => look(p, vocabulary)));
  // One vocabulary is asked with thousands of paragraphs in a row.
  let last: Vocabulary | undefined;
  let seen: ((p: P) => T) | undefined;
  return (p, vocabulary) => {
    if (seen === undefined || vocabulary !== last) {
      seen = by(vocabulary);
      last = vocabulary;
    }
    return seen(p);
  };
}
