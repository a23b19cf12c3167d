/** What is held against a record of this kind. */
import type { Rule } from '../rule.js';
import { isEmpty, textOf } from '../shared/plain.js';

export const rules: readonly Rule[] = [
  {
    id: 'decision-without-maker', severity: 'warning', kinds: ['decision-notice'], about: 'A notice does not say who decides.', help: 'SI 2012/2089, regulation 13 (England) and its like: the record names the decision maker.',
    check: (record) => (record['decisionMaker'] === undefined ? [{ message: 'The notice does not say who decides.' }] : []),
  },
  {
    id: 'decision-missing', severity: 'error', kinds: ['decision-notice'], about: 'A notice does not say what was decided.', help: 'Nothing stands under the heading of the decision, or the heading is not known.',
    check: (record) => (isEmpty(record['decision']) ? [{ message: 'The notice does not say what was decided.' }] : []),
  },
  {
    id: 'effective-before-decided', severity: 'error', kinds: ['decision-notice'], about: 'A decision takes effect before it was made.', help: 'One of the dates is wrong.',
    check: (record) => (textOf(record['effective']) !== '' && textOf(record['decided']) > textOf(record['effective']) ? [{ message: `The decision of ${textOf(record['decided'])} takes effect on ${textOf(record['effective'])}.` }] : []),
  },
];
