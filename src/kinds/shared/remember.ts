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

/** Blocks of higher numbers than this are looked at each time: no paper has as many, and room is kept for all below. */
const MOST_BLOCKS = 1 << 20;

/** What each memory of blocks does to let go of the paper that it holds. */
const holding = new Set<() => void>();

/**
 * The same for a function of a paragraph or a table. Answers stand by the block's number beside the block that they are of, which is asked for again: a block with a
 * number twice, or of another paper, is looked at anew. A weak map of all blocks took longer than much that is asked of them.
 */
export function oncePerBlock<P extends Paragraph | Table, T>(look: (p: P) => T): (p: P) => T {
  let blocks: (P | undefined)[] = [];
  let answers: (T | undefined)[] = [];
  const letGo = (): void => {
    blocks = [];
    answers = [];
  };
  return (p) => {
    const { id } = p;
    if (blocks[id] === p) return answers[id] as T;
    const answer = look(p);
    if (!(id >= 0 && id < MOST_BLOCKS)) return answer;
    if (blocks.length === 0) holding.add(letGo);
    // Without gaps: an array with them is kept as a map is.
    while (blocks.length <= id) {
      blocks.push(undefined);
      answers.push(undefined);
    }
    blocks[id] = p;
    answers[id] = answer;
    return answer;
  };
}

/** Lets go of the paper that was read: nothing of it is asked again. */
export function forgetPaper(): void {
  for (const letGo of holding) letGo();
  holding.clear();
}

/** The same for a function of a block and a vocabulary. It must depend on nothing else: not on a council's added posts and verbs, which hold for one paper only. */
export function remembered<P extends Paragraph | Table, T>(look: (p: P, vocabulary: Vocabulary) => T): (p: P, vocabulary: Vocabulary) => T {
  const by = oncePer((vocabulary: Vocabulary) => oncePerBlock((p: P) => look(p, vocabulary)));
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
