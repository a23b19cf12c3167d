/** What is held against a record of this kind. */
import type { Hit, Rule } from '../rule.js';
import { hitOn, isEmpty, isPlain, listOf, type Plain, textOf } from '../shared/plain.js';

const decisionsOf = (record: Plain): Plain[] => listOf(record['items']).flatMap((i) => [...listOf(i['decisions'])]);
const named = (name: string): boolean => name.trim() !== '';

/** Attendance that counts as being there. */
const THERE = new Set(['chair', 'vice-chair', 'present', 'substitute']);

export const rules: readonly Rule[] = [
  {
    id: 'decision-without-outcome', severity: 'warning', kinds: ['minutes'], about: 'It cannot be told what a decision decides.', help: 'Its first verb is none that the vocabulary knows; a council\'s own wording can be added in `ctrust.config.yaml`.',
    check: (record) => decisionsOf(record).filter((d) => d['outcome'] === undefined && isEmpty(d['items'])).map((d) => hitOn(d, 'What was decided here cannot be told.')),
  },
  {
    id: 'motion-without-seconder', severity: 'info', kinds: ['minutes'], about: 'A motion has a mover and no seconder.', help: 'Under most standing orders a motion falls without a seconder.',
    check: (record) => decisionsOf(record).filter((d) => d['mover'] !== undefined && d['seconder'] === undefined).map((d) => hitOn(d, 'This motion was moved and not seconded.')),
  },
  {
    id: 'votes-exceed-present', severity: 'error', kinds: ['minutes'], about: 'More votes are recorded than members were there.', help: 'The count or the list of those present is wrong.',
    check: (record) => {
      const there = listOf(record['attendance']).filter((a) => THERE.has(textOf(a['status']))).length;
      return there === 0 ? [] : decisionsOf(record).flatMap((d): Hit[] => {
        const vote = d['vote'];
        if (!isPlain(vote)) return [];
        const votes = ['for', 'against', 'abstained'].reduce((n, k) => n + Number(vote[k] ?? 0), 0);
        return votes > there ? [hitOn(d, `${votes} votes are recorded, and ${there} members were there.`)] : [];
      });
    },
  },
  {
    id: 'vote-names-differ', severity: 'error', kinds: ['minutes'], about: 'The names of a recorded vote are not as many as the votes.', help: 'A name is missing, or the count is wrong.',
    check: (record) => decisionsOf(record).flatMap((d): Hit[] => {
      const vote = d['vote'];
      if (!isPlain(vote) || !isPlain(vote['names'])) return [];
      const names = vote['names'];
      return (['for', 'against', 'abstained'] as const).flatMap((side): Hit[] => {
        const list = names[side];
        return Array.isArray(list) && list.length > 0 && typeof vote[side] === 'number' && vote[side] !== list.length
          ? [hitOn(d, `${String(vote[side])} voted ${side}, and ${list.length} are named.`)] : [];
      });
    }),
  },
  {
    id: 'present-and-apologised', severity: 'warning', kinds: ['minutes'], about: 'Somebody is listed as there and as having sent apologies.', help: 'One of the lists is wrong, or there are two people of one name.',
    check: (record) => {
      const people = listOf(record['attendance']);
      const away = new Set(people.filter((a) => a['status'] === 'apologies').map((a) => textOf(a['name']).toLowerCase()).filter(named));
      return people.filter((a) => a['status'] !== 'apologies' && a['status'] !== 'absent' && away.has(textOf(a['name']).toLowerCase()))
        .map((a) => hitOn(a, `${textOf(a['name'])} was there and sent apologies.`, textOf(a['name'])));
    },
  },
  {
    id: 'attendance-missing', severity: 'info', kinds: ['minutes'], about: 'The minutes do not say who was there.', help: 'Local Government Act 1972, Schedule 12, paragraph 40: the names of the members present are to be recorded.',
    check: (record) => (isEmpty(record['attendance']) ? [{ message: 'The minutes do not say who was there.' }] : []),
  },
  {
    id: 'resolution-missing', severity: 'info', kinds: ['minutes'], about: 'No decision was found in the minutes.', help: 'The meeting decided nothing, or its decisions are worded in a way that is not known.',
    check: (record) => (decisionsOf(record).length === 0 ? [{ message: 'No decision was found in the minutes.' }] : []),
  },
];
