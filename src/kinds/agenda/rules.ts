/** What is held against a record of this kind. */
import type { Rule } from '../rule.js';
import { isEmpty } from '../shared/plain.js';

export const rules: readonly Rule[] = [
  {
    id: 'agenda-without-items', severity: 'warning', kinds: ['agenda'], about: 'An agenda has no items of business.', help: 'They may be worded or numbered in a way that is not known.',
    check: (record) => (isEmpty(record['items']) ? [{ message: 'No item of business was found on the agenda.' }] : []),
  },
];
