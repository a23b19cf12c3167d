/** What is held against a record of this kind. */
import type { Rule } from '../rule.js';
import { hitOn, isEmpty, isPlain, listOf, textOf } from '../shared/plain.js';

/** Areas that a report to a decision-making body is expected to speak of. */
const EXPECTED_AREAS = [['financial', 'financial'], ['legal', 'legal'], ['equalities', 'equalities']] as const;

export const rules: readonly Rule[] = [
  ...EXPECTED_AREAS.map(([area, word]): Rule => ({
    id: `implications-without-${area}`, severity: 'warning', kinds: ['cabinet-report'], about: `A report to a decision-making body does not speak of its ${word} implications.`,
    help: 'Where there are none, reports say so under a heading of that name.',
    check: (record) => (!isEmpty(record['recommendations']) && !listOf(record['implications']).some((i) => i['area'] === area) ? [{ message: `The report says nothing of ${word} implications.` }] : []),
  })),
  {
    id: 'report-without-recommendation', severity: 'warning', kinds: ['cabinet-report'], about: 'A report asks for nothing.', help: 'A report to a body says what the body is asked to do, if only to note it.',
    check: (record) => (isEmpty(record['recommendations']) ? [{ message: 'No recommendation was found in the report.' }] : []),
  },
  {
    id: 'recommendation-without-outcome', severity: 'info', kinds: ['cabinet-report'], about: 'It cannot be told what a recommendation asks for.', help: 'Its first verb is none that the vocabulary knows.',
    check: (record) => listOf(record['recommendations']).filter((r) => r['outcome'] === undefined && r['heading'] === undefined && isEmpty(r['items'])).map((r) => hitOn(r, 'What this recommendation asks for cannot be told.')),
  },
  {
    id: 'report-without-contact', severity: 'info', kinds: ['cabinet-report'], about: 'A report does not say whom to ask.', help: 'Name its author or a contact officer.',
    check: (record) => (isEmpty(record['contacts']) && isEmpty(record['authors']) && isEmpty(record['from']) ? [{ message: 'The report names no author or contact.' }] : []),
  },
  {
    id: 'milestone-before-paper', severity: 'info', kinds: ['cabinet-report'], about: 'A milestone lies before the date of the report.', help: 'It is done already, or its date or year is a slip.',
    check: (record) => {
      const date = textOf(record['date']);
      return date === '' ? [] : listOf(record['milestones']).filter((m) => isPlain(m['period']) && textOf(m['period']['end']) !== '' && textOf(m['period']['end']) < date)
        .map((m) => hitOn(m, `This milestone lies before the report's own date ${date}.`));
    },
  },
];
