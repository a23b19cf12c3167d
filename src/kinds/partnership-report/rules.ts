/** What is held against a record of this kind. */
import type { Rule } from '../rule.js';
import { hitOn, isEmpty, listOf, textOf } from '../shared/plain.js';

export const rules: readonly Rule[] = [
  {
    id: 'group-without-aims', severity: 'info', kinds: ['partnership-report'], about: 'A group reports no aims and no outcomes that it seeks.', help: 'Progress cannot be held against anything.',
    check: (record) => listOf(record['groups']).filter((g) => isEmpty(g['aims']) && isEmpty(g['outcomes'])).map((g) => hitOn(g, `${textOf(g['name'])} has no aims.`, textOf(g['name']))),
  },
  {
    id: 'group-without-progress', severity: 'info', kinds: ['partnership-report'], about: 'A group reports neither progress nor achievements.', help: 'Nothing was done, or it stands under a heading that is not known.',
    check: (record) => listOf(record['groups']).filter((g) => isEmpty(g['progress']) && isEmpty(g['achievements'])).map((g) => hitOn(g, `${textOf(g['name'])} reports no progress.`, textOf(g['name']))),
  },
];
