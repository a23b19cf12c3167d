/** What is held against a record of this kind. */
import type { Rule } from '../rule.js';
import { hitOn, listOf } from '../shared/plain.js';

export const rules: readonly Rule[] = [
  {
    id: 'next-step-without-timescale', severity: 'info', kinds: ['strategy-paper'], about: 'A next step does not say by when.', help: 'Without a date nobody can say whether it is overdue.',
    check: (record) => listOf(record['nextSteps']).filter((s) => s['timescale'] === undefined).map((s) => hitOn(s, 'This step has no timescale.')),
  },
];
