/**
 * Records as rows for a spreadsheet: one row an action, a decision, somebody at the meeting, a milestone, an implication, a next
 * step … in one table with the same columns for every kind, so that papers of all kinds can be stacked and filtered. Pure.
 */

type Plain = Readonly<Record<string, unknown>>;

export type ColumnType = 'string' | 'number' | 'date';

/** A column: its name (never changed once published), its type, and what it holds. */
export interface Column { readonly name: string; readonly type: ColumnType; readonly about: string; /** Width in a spreadsheet, in characters. */ readonly width: number }

export const COLUMNS = [
  { name: 'file', type: 'string', about: 'the paper', width: 24 },
  { name: 'kind', type: 'string', about: 'its kind', width: 14 },
  { name: 'paperDate', type: 'date', about: 'its date', width: 11 },
  { name: 'body', type: 'string', about: 'the committee it is for', width: 20 },
  { name: 'row', type: 'string', about: 'what the row is: action, decision, attendance, milestone, implication, next-step …', width: 14 },
  { name: 'parentNumber', type: 'string', about: 'number of the recommendation, item, group or section that it belongs to', width: 9 },
  { name: 'parent', type: 'string', about: 'and its text or title', width: 40 },
  { name: 'number', type: 'string', about: 'its own number', width: 9 },
  { name: 'text', type: 'string', about: 'the wording', width: 60 },
  { name: 'owners', type: 'string', about: 'who does it, as printed', width: 28 },
  { name: 'cost', type: 'string', about: 'the cost, as printed', width: 12 },
  { name: 'amount', type: 'number', about: 'the cost as a number', width: 11 },
  { name: 'currency', type: 'string', about: 'of the amount', width: 9 },
  { name: 'timescale', type: 'string', about: 'the time, as printed', width: 16 },
  { name: 'start', type: 'date', about: 'its first day', width: 11 },
  { name: 'end', type: 'date', about: 'its last day', width: 11 },
  { name: 'status', type: 'string', about: 'status or progress; of attendance: present, apologies …', width: 18 },
  { name: 'outcome', type: 'string', about: 'noted, agreed, approved …', width: 12 },
  { name: 'mover', type: 'string', about: 'who moved it', width: 18 },
  { name: 'seconder', type: 'string', about: 'who seconded it', width: 18 },
  { name: 'votesFor', type: 'number', about: 'votes for', width: 9 },
  { name: 'votesAgainst', type: 'number', about: 'votes against', width: 9 },
  { name: 'votesAbstained', type: 'number', about: 'abstentions', width: 9 },
  { name: 'name', type: 'string', about: 'a person or body', width: 24 },
  { name: 'role', type: 'string', about: 'and their role', width: 28 },
  { name: 'organisation', type: 'string', about: 'and where they are from', width: 24 },
  { name: 'area', type: 'string', about: 'of an implication', width: 14 },
  { name: 'at', type: 'string', about: 'where it stands in the paper', width: 30 },
] as const satisfies readonly Column[];

export type ColumnName = (typeof COLUMNS)[number]['name'];
export type Value = string | number | undefined;
export type SheetRow = Partial<Record<ColumnName, Value>>;

const isPlain = (v: unknown): v is Plain => typeof v === 'object' && v !== null && !Array.isArray(v);
const list = (v: unknown): readonly Plain[] => (Array.isArray(v) ? v.filter(isPlain) : []);
const str = (v: unknown): string | undefined => (typeof v === 'string' && v !== '' ? v : undefined);
const num = (v: unknown): number | undefined => (typeof v === 'number' ? v : undefined);
const nameOf = (v: unknown): string | undefined => (isPlain(v) ? str(v['name']) : undefined);

/** The text of an Item with what is nested in it, a line each. */
function wholeText(item: Plain, depth = 0): string {
  const label = depth > 0 && str(item['number']) ? `${str(item['number'])} ` : '';
  return [`${label}${str(item['text']) ?? ''}`, ...list(item['items']).map((i) => wholeText(i, depth + 1))].filter(Boolean).join('\n');
}

const timeOf = (v: unknown): SheetRow => (isPlain(v) ? { timescale: str(v['text']), start: str(v['start']), end: str(v['end']) } : {});
const costOf = (v: unknown): SheetRow => (isPlain(v) ? { cost: str(v['text']), amount: num(v['amount']), currency: str(v['currency']) } : {});
const personOf = (v: Plain): SheetRow => ({ name: [str(v['honorific']), str(v['name'])].filter(Boolean).join(' ') || undefined, role: str(v['role']), organisation: str(v['organisation']) });
const itemRow = (row: string, item: Plain, more: SheetRow = {}): SheetRow => ({ row, number: str(item['number']), text: wholeText(item), outcome: str(item['outcome']), at: str(item['at']), ...more });

function actionRow(action: Plain, more: SheetRow): SheetRow {
  return { ...itemRow('action', action), owners: str(action['ownersText']), ...costOf(action['cost']), ...timeOf(action['timescale']), status: str(action['status']), ...more };
}

function decisionRow(decision: Plain, more: SheetRow): SheetRow {
  const vote = isPlain(decision['vote']) ? decision['vote'] : {};
  return {
    ...itemRow('decision', decision), mover: nameOf(decision['mover']), seconder: nameOf(decision['seconder']),
    votesFor: num(vote['for']), votesAgainst: num(vote['against']), votesAbstained: num(vote['abstained']), ...more,
  };
}

const under = (parent: Plain, title: string): SheetRow => ({ parentNumber: str(parent['number']), parent: str(parent[title]) });

/** Paragraphs of sections, whatever their depth. */
function sectionRows(sections: readonly Plain[]): SheetRow[] {
  return sections.flatMap((s) => [...list(s['paragraphs']).map((p) => itemRow('paragraph', p, under(s, 'title'))), ...sectionRows(list(s['sections']))]);
}

const ROWS: Readonly<Record<string, (record: Plain) => SheetRow[]>> = {
  'action-plan': (r) => [
    ...list(r['recommendations']).flatMap((rec): SheetRow[] => {
      const parent = { parentNumber: str(rec['number']), parent: str(rec['text']) ?? str(rec['group']) };
      const actions = list(rec['actions']);
      return actions.length === 0 ? [itemRow('recommendation', rec, { parent: str(rec['group']), status: str(rec['response']) })] : actions.map((a) => actionRow(a, parent));
    }),
    ...list(r['indicators']).map((i) => ({ ...itemRow('indicator', i), ...timeOf(i['timescale']), status: str(i['progress']) })),
  ],
  minutes: (r) => [
    ...list(r['attendance']).map((a) => ({ row: 'attendance', ...personOf(a), status: str(a['status']), text: str(a['note']), at: str(a['at']) })),
    ...list(r['items']).flatMap((i) => [
      ...list(i['decisions']).map((d) => decisionRow(d, under(i, 'title'))),
      ...list(i['actions']).map((a) => actionRow(a, under(i, 'title'))),
      ...list(i['declarations']).map((d) => itemRow('declaration', d, under(i, 'title'))),
    ]),
  ],
  'cabinet-report': (r) => [
    ...list(r['recommendations']).map((i) => itemRow('recommendation', i)),
    ...list(r['milestones']).map((m) => ({ ...itemRow('milestone', m), ...timeOf(m['period']) })),
    ...list(r['implications']).map((i) => ({ row: 'implication', number: str(i['number']), parent: str(i['heading']), area: str(i['area']), text: list(i['items']).map((x) => wholeText(x)).join('\n'), at: str(i['at']) })),
    ...list(r['contacts']).map((c) => ({ row: 'contact', ...personOf(c), text: [str(c['capacity']), str(c['phone']), str(c['email'])].filter(Boolean).join(', ') })),
  ],
  'partnership-report': (r) => list(r['groups']).flatMap((g) => (['aims', 'outcomes', 'progress', 'achievements', 'risks'] as const)
    .flatMap((field) => list(g[field]).map((i) => itemRow({ aims: 'aim', outcomes: 'outcome', progress: 'progress', achievements: 'achievement', risks: 'risk' }[field], i, under(g, 'name'))))),
  'strategy-paper': (r) => [
    ...list(r['nextSteps']).map((s) => ({ ...itemRow('next-step', s), ...timeOf(s['timescale']) })),
    ...list(r['questions']).map((q) => itemRow('question', q)),
    ...list(r['parts']).flatMap((p) => sectionRows(list(p['sections']))),
  ],
  agenda: (r) => [
    ...list(r['items']).map((i) => ({ row: 'agenda-item', number: str(i['number']), text: str(i['title']), parent: str(i['purpose']), owners: str(i['lead']), status: i['exempt'] === true ? 'exempt' : undefined, at: str(i['at']) })),
    ...list(r['membership']).map((m) => ({ row: 'member', ...personOf(m) })),
  ],
  'decision-notice': (r) => [
    ...list(r['decision']).map((i) => itemRow('decision', i, { parentNumber: str(r['decisionNumber']), parent: str(r['subject']), name: nameOf(r['decisionMaker']), start: str(r['decided']), end: str(r['effective']) })),
    ...list(r['implications']).map((i) => ({ row: 'implication', area: str(i['area']), parent: str(i['heading']), text: list(i['items']).map((x) => wholeText(x)).join('\n'), at: str(i['at']) })),
  ],
  document: (r) => [
    ...list(r['fields']).map((f) => ({ row: 'field', parent: str(f['label']), text: str(f['text']), at: str(f['at']) })),
    ...sectionRows(list(r['sections'])),
  ],
};

/** The rows of one record; those of records attached to it after them. */
export function rowsOf(record: Plain): SheetRow[] {
  const source = isPlain(record['source']) ? record['source'] : {};
  const head: SheetRow = { file: str(source['file']), kind: str(record['kind']), paperDate: str(record['date']), body: str(record['body']) };
  const own = ROWS[str(record['kind']) ?? '']?.(record) ?? [];
  return [...own.map((r) => ({ ...head, ...r })), ...list(record['attached']).flatMap((a) => rowsOf({ ...a, source: isPlain(a['source']) ? a['source'] : source }))];
}

export interface SheetTable { readonly title?: string; readonly headerRows: number; readonly rows: readonly (readonly string[])[]; readonly at: string }

/** Every table in a record, wherever it stands. */
export function tablesIn(value: unknown): SheetTable[] {
  if (Array.isArray(value)) return value.flatMap(tablesIn);
  if (!isPlain(value)) return [];
  if (Array.isArray(value['rows']) && Array.isArray(value['cells'])) return [value as unknown as SheetTable];
  return Object.entries(value).filter(([k]) => k !== 'attached').flatMap(([, v]) => tablesIn(v));
}
