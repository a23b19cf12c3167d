/** Rules for papers of one kind. */
import type { Hit, Rule } from '../rule.js';
import { atOf, clip, isPlain, listOf, type Plain, textOf } from '../walk.js';

const hit = (on: Plain, message: string, quote = textOf(on['text'])): Hit => ({ message, ...atOf(on), ...(quote ? { quote: clip(quote) } : {}) });
const actionsOf = (record: Plain): Plain[] => listOf(record['recommendations']).flatMap((r) => [...listOf(r['actions'])]);
const decisionsOf = (record: Plain): Plain[] => listOf(record['items']).flatMap((i) => [...listOf(i['decisions'])]);
const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0;
const named = (name: string): boolean => name.trim() !== '';

/** Attendance that counts as being there. */
const THERE = new Set(['chair', 'vice-chair', 'present', 'substitute']);

export const actionPlanRules: readonly Rule[] = [
  {
    id: 'action-without-owner', severity: 'warning', kinds: ['action-plan'], about: 'An action has nobody who does it.', help: 'What nobody owns is not done. Where the owner stands beside another action, the plan should say so.',
    check: (record) => actionsOf(record).filter((a) => isEmpty(a['owners']) && textOf(a['ownersText']) === '').map((a) => hit(a, 'This action has no owner.')),
  },
  {
    id: 'action-without-timescale', severity: 'warning', kinds: ['action-plan'], about: 'An action does not say by when.', help: 'Without a date nobody can say whether it is overdue.',
    check: (record) => actionsOf(record).filter((a) => a['timescale'] === undefined).map((a) => hit(a, 'This action has no timescale.')),
  },
  {
    id: 'timescale-before-paper', severity: 'info', kinds: ['action-plan'], about: 'An action was due before the date of the paper.', help: 'It is overdue, done already, or the date is a slip.',
    check: (record) => {
      const date = textOf(record['date']);
      return date === '' ? [] : actionsOf(record).filter((a) => {
        const t = a['timescale'];
        return isPlain(t) && textOf(t['end']) !== '' && textOf(t['end']) < date;
      }).map((a) => hit(a, `This action was due by ${textOf((a['timescale'] as Plain)['end'])}, before the paper's own date ${date}.`));
    },
  },
  {
    id: 'recommendation-without-action', severity: 'warning', kinds: ['action-plan'], about: 'Nothing is proposed for a recommendation.', help: 'Say what will be done, or that it is not accepted.',
    check: (record) => listOf(record['recommendations']).filter((r) => isEmpty(r['actions']) && textOf(r['response']) === '').map((r) => hit(r, `Recommendation ${textOf(r['number']) || 'without a number'} has no action.`)),
  },
];

export const minutesRules: readonly Rule[] = [
  {
    id: 'decision-without-outcome', severity: 'warning', kinds: ['minutes'], about: 'It cannot be told what a decision decides.', help: 'Its first verb is none that the vocabulary knows; a council\'s own wording can be added in `ctrust.config.yaml`.',
    check: (record) => decisionsOf(record).filter((d) => d['outcome'] === undefined && isEmpty(d['items'])).map((d) => hit(d, 'What was decided here cannot be told.')),
  },
  {
    id: 'motion-without-seconder', severity: 'info', kinds: ['minutes'], about: 'A motion has a mover and no seconder.', help: 'Under most standing orders a motion falls without a seconder.',
    check: (record) => decisionsOf(record).filter((d) => d['mover'] !== undefined && d['seconder'] === undefined).map((d) => hit(d, 'This motion was moved and not seconded.')),
  },
  {
    id: 'votes-exceed-present', severity: 'error', kinds: ['minutes'], about: 'More votes are recorded than members were there.', help: 'The count or the list of those present is wrong.',
    check: (record) => {
      const there = listOf(record['attendance']).filter((a) => THERE.has(textOf(a['status']))).length;
      return there === 0 ? [] : decisionsOf(record).flatMap((d): Hit[] => {
        const vote = d['vote'];
        if (!isPlain(vote)) return [];
        const votes = ['for', 'against', 'abstained'].reduce((n, k) => n + Number(vote[k] ?? 0), 0);
        return votes > there ? [hit(d, `${votes} votes are recorded, and ${there} members were there.`)] : [];
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
          ? [hit(d, `${String(vote[side])} voted ${side}, and ${list.length} are named.`)] : [];
      });
    }),
  },
  {
    id: 'present-and-apologised', severity: 'warning', kinds: ['minutes'], about: 'Somebody is listed as there and as having sent apologies.', help: 'One of the lists is wrong, or there are two people of one name.',
    check: (record) => {
      const people = listOf(record['attendance']);
      const away = new Set(people.filter((a) => a['status'] === 'apologies').map((a) => textOf(a['name']).toLowerCase()).filter(named));
      return people.filter((a) => a['status'] !== 'apologies' && a['status'] !== 'absent' && away.has(textOf(a['name']).toLowerCase()))
        .map((a) => hit(a, `${textOf(a['name'])} was there and sent apologies.`, textOf(a['name'])));
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

/** Areas that a report to a decision-making body is expected to speak of. */
const EXPECTED_AREAS = [['financial', 'financial'], ['legal', 'legal'], ['equalities', 'equalities']] as const;

export const cabinetReportRules: readonly Rule[] = [
  {
    id: 'key-decision-without-reasons', severity: 'error', kinds: ['cabinet-report', 'decision-notice'], about: 'A key decision gives no reasons.',
    help: 'SI 2012/2089, regulation 12 (England): the record of an executive decision states the reasons for it.',
    check: (record) => (record['keyDecision'] === true && isEmpty(record['reasons']) ? [{ message: 'The decision is a key decision, and no reasons are given.' }] : []),
  },
  {
    id: 'key-decision-without-alternatives', severity: 'warning', kinds: ['cabinet-report', 'decision-notice'], about: 'A key decision does not say what else was considered.',
    help: 'SI 2012/2089, regulation 12 (England): the record states any alternative options considered and rejected.',
    check: (record) => (record['keyDecision'] === true && isEmpty(record.kind === 'cabinet-report' ? record['otherOptions'] : record['alternatives']) ? [{ message: 'The decision is a key decision, and no alternatives are given.' }] : []),
  },
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
    check: (record) => listOf(record['recommendations']).filter((r) => r['outcome'] === undefined && r['heading'] === undefined && isEmpty(r['items'])).map((r) => hit(r, 'What this recommendation asks for cannot be told.')),
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
        .map((m) => hit(m, `This milestone lies before the report's own date ${date}.`));
    },
  },
];

export const otherKindRules: readonly Rule[] = [
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
  {
    id: 'agenda-without-items', severity: 'warning', kinds: ['agenda'], about: 'An agenda has no items of business.', help: 'They may be worded or numbered in a way that is not known.',
    check: (record) => (isEmpty(record['items']) ? [{ message: 'No item of business was found on the agenda.' }] : []),
  },
  {
    id: 'group-without-aims', severity: 'info', kinds: ['partnership-report'], about: 'A group reports no aims and no outcomes that it seeks.', help: 'Progress cannot be held against anything.',
    check: (record) => listOf(record['groups']).filter((g) => isEmpty(g['aims']) && isEmpty(g['outcomes'])).map((g) => hit(g, `${textOf(g['name'])} has no aims.`, textOf(g['name']))),
  },
  {
    id: 'group-without-progress', severity: 'info', kinds: ['partnership-report'], about: 'A group reports neither progress nor achievements.', help: 'Nothing was done, or it stands under a heading that is not known.',
    check: (record) => listOf(record['groups']).filter((g) => isEmpty(g['progress']) && isEmpty(g['achievements'])).map((g) => hit(g, `${textOf(g['name'])} reports no progress.`, textOf(g['name']))),
  },
  {
    id: 'next-step-without-timescale', severity: 'info', kinds: ['strategy-paper'], about: 'A next step does not say by when.', help: 'Without a date nobody can say whether it is overdue.',
    check: (record) => listOf(record['nextSteps']).filter((s) => s['timescale'] === undefined).map((s) => hit(s, 'This step has no timescale.')),
  },
];
