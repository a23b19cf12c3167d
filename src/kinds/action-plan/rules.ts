/** What is held against a record of this kind. */
import type { Rule } from '../rule.js';
import { hitOn, isEmpty, isPlain, listOf, type Plain, textOf } from '../shared/plain.js';

const actionsOf = (record: Plain): Plain[] => listOf(record['recommendations']).flatMap((r) => [...listOf(r['actions'])]);

export const rules: readonly Rule[] = [
  {
    id: 'action-without-owner', severity: 'warning', kinds: ['action-plan'], about: 'An action has nobody who does it.', help: 'What nobody owns is not done. Where the owner stands beside another action, the plan should say so.',
    check: (record) => actionsOf(record).filter((a) => isEmpty(a['owners']) && textOf(a['ownersText']) === '').map((a) => hitOn(a, 'This action has no owner.')),
  },
  {
    id: 'action-without-timescale', severity: 'warning', kinds: ['action-plan'], about: 'An action does not say by when.', help: 'Without a date nobody can say whether it is overdue.',
    check: (record) => actionsOf(record).filter((a) => a['timescale'] === undefined).map((a) => hitOn(a, 'This action has no timescale.')),
  },
  {
    id: 'timescale-before-paper', severity: 'info', kinds: ['action-plan'], about: 'An action was due before the date of the paper.', help: 'It is overdue, done already, or the date is a slip.',
    check: (record) => {
      const date = textOf(record['date']);
      return date === '' ? [] : actionsOf(record).filter((a) => {
        const t = a['timescale'];
        return isPlain(t) && textOf(t['end']) !== '' && textOf(t['end']) < date;
      }).map((a) => hitOn(a, `This action was due by ${textOf((a['timescale'] as Plain)['end'])}, before the paper's own date ${date}.`));
    },
  },
  {
    id: 'recommendation-without-action', severity: 'warning', kinds: ['action-plan'], about: 'Nothing is proposed for a recommendation.', help: 'Say what will be done, or that it is not accepted.',
    check: (record) => listOf(record['recommendations']).filter((r) => isEmpty(r['actions']) && textOf(r['response']) === '').map((r) => hitOn(r, `Recommendation ${textOf(r['number']) || 'without a number'} has no action.`)),
  },
];
