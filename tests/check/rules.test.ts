import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, unknownRules } from '../../src/check/check.js';
import { rulePage, rulesPage } from '../../src/check/pages.js';
import { isNhsNumber } from '../../src/check/rules/privacy.js';
import { RULES } from '../../src/check/rules/index.js';
import type { AnyRecord } from '../../src/kinds/record.js';

const at = '#page=1&viewrect=10,10,10,10';
const record = (kind: string, more: Record<string, unknown>): AnyRecord => ({
  kind, title: 'Paper', date: '2012-01-24', source: { file: 'paper.pdf' }, classification: { confidence: 1 }, coverage: { ratio: 1, unassigned: [] }, diagnostics: [], ...more,
}) as unknown as AnyRecord;
const rulesOf = (r: AnyRecord): string[] => check(r).map((f) => f.rule);
const item = (text: string, more: object = {}) => ({ text, at, ...more });
const action = (more: object) => ({ text: 'Do it.', owners: [{ text: 'Clerk', name: 'Clerk', type: 'role' }], ownersText: 'Clerk', timescale: { text: 'May 2012', end: '2012-05-31' }, at, ...more });
const plan = (actions: object[]) => record('action-plan', { recommendations: [{ text: 'That it be done.', actions, at }] });
const minutes = (more: object) => record('minutes', { attendance: [{ name: 'A Bell', status: 'chair', at }, { name: 'C Dow', status: 'present', at }], items: [{ title: 'Hall', decisions: [{ text: 'That it be painted.', outcome: 'agreed', at }], at }], ...more });
const report = (more: object) => record('cabinet-report', { recommendations: [item('To note.', { outcome: 'noted' })], reasons: [item('Because.')], otherOptions: [item('None.')], contacts: [{ name: 'A' }], implications: ['financial', 'legal', 'equalities'].map((area) => ({ area, heading: area, items: [], at })), ...more });
const notice = (more: object) => record('decision-notice', { decision: [item('To agree.')], reasons: [item('Because.')], alternatives: [item('None.')], decisionMaker: { name: 'Cabinet' }, ...more });

/** Each rule over a record: what it must find, and the same record without the fault. */
const CASES: [string, AnyRecord, AnyRecord][] = [
  ['coverage-low', record('document', { coverage: { ratio: 0.5, unassigned: [{ text: 'left', at }] } }), record('document', {})],
  ['kind-doubtful', record('document', { classification: { confidence: 0.6 } }), record('document', {})],
  ['date-missing', record('minutes', { date: undefined }), minutes({})],
  ['title-missing', record('document', { title: ' ' }), record('document', {})],
  ['date-impossible', record('document', { sections: [{ title: 'On 31 June 2012', at }] }), record('document', { sections: [{ title: 'On 30 June 2012', at }] })],
  ['weekday-wrong', record('document', { sections: [{ title: 'Monday 24 January 2012', at }] }), record('document', { sections: [{ title: 'Tuesday 24 January 2012', at }] })],
  ['appendix-missing', report({ summary: [item('See Appendix 9.', { references: [{ type: 'appendix', number: '9' }] })], appendices: [{ number: '1', title: 'Map', at }] }), report({ summary: [item('See Appendix 1.', { references: [{ type: 'appendix', number: '1' }] })], appendices: [{ number: '1', title: 'Map', at }] })],
  ['appendix-not-listed', report({ appendices: [{ number: '1', title: 'Map', at }], sections: [{ title: 'Appendix 2', paragraphs: [], sections: [], at }] }), report({ appendices: [{ number: '1', title: 'Map', at }], sections: [{ title: 'Appendix 1', paragraphs: [], sections: [], at }] })],
  ['reference-leads-nowhere', report({ summary: [item('See paragraph 4.9.', { number: '1.1', references: [{ type: 'paragraph', number: '4.9' }] }), item('b', { number: '1.2' }), item('c', { number: '1.3' })] }), report({ summary: [item('See paragraph 1.3.', { number: '1.1', references: [{ type: 'paragraph', number: '1.3' }] }), item('b', { number: '1.2' }), item('c', { number: '1.3' })] })],
  ['national-insurance-number', record('document', { sections: [{ title: 'AB 12 34 56 C', at }] }), record('document', { sections: [{ title: 'BG 12 34 56 C', at }] })],
  ['nhs-number', record('document', { sections: [{ title: 'Patient 943 476 5919', at }] }), record('document', { sections: [{ title: 'Patient 943 476 5918', at }] })],
  ['bank-details', record('document', { sections: [{ title: 'Sort code: 12-34-56', at }] }), record('document', { sections: [{ title: 'Sort order: 12-34-56', at }] })],
  ['private-email', record('document', { sections: [{ title: 'Write to jo@gmail.com', at }] }), record('document', { sections: [{ title: 'Write to jo@council.gov.uk', at }] })],
  ['action-without-owner', plan([action({ owners: [], ownersText: undefined })]), plan([action({ owners: [] })])],
  ['action-without-timescale', plan([action({ timescale: undefined })]), plan([action({})])],
  ['timescale-before-paper', plan([action({ timescale: { text: '2010', end: '2010-12-31' } })]), plan([action({})])],
  ['recommendation-without-action', plan([]), plan([action({})])],
  ['decision-without-outcome', minutes({ items: [{ title: 'x', decisions: [item('Blue.')], at }] }), minutes({})],
  ['motion-without-seconder', minutes({ items: [{ title: 'x', decisions: [item('That it be so.', { outcome: 'agreed', mover: { name: 'A Bell' } })], at }] }), minutes({})],
  ['votes-exceed-present', minutes({ items: [{ title: 'x', decisions: [item('That it be so.', { outcome: 'agreed', vote: { for: 2, against: 1 } })], at }] }), minutes({ items: [{ title: 'x', decisions: [item('That it be so.', { outcome: 'agreed', vote: { for: 1, against: 1 } })], at }] })],
  ['vote-names-differ', minutes({ items: [{ title: 'x', decisions: [item('So.', { outcome: 'agreed', vote: { for: 2, names: { for: ['Bell'], against: [], abstained: [] } } })], at }] }), minutes({})],
  ['present-and-apologised', minutes({ attendance: [{ name: 'A Bell', status: 'present', at }, { name: 'A Bell', status: 'apologies', at }] }), minutes({})],
  ['attendance-missing', minutes({ attendance: [] }), minutes({})],
  ['resolution-missing', minutes({ items: [] }), minutes({})],
  ['key-decision-without-reasons', report({ keyDecision: true, reasons: [] }), report({ keyDecision: true })],
  ['key-decision-without-alternatives', notice({ keyDecision: true, alternatives: [] }), notice({ keyDecision: true })],
  ['implications-without-financial', report({ implications: [] }), report({})],
  ['implications-without-legal', report({ implications: [] }), report({})],
  ['implications-without-equalities', report({ implications: [] }), report({})],
  ['report-without-recommendation', report({ recommendations: [] }), report({})],
  ['recommendation-without-outcome', report({ recommendations: [item('Blue.')] }), report({})],
  ['report-without-contact', report({ contacts: [] }), report({})],
  ['milestone-before-paper', report({ milestones: [{ text: 'Start', period: { text: '2010', end: '2010-12-31' }, at }] }), report({})],
  ['decision-without-maker', notice({ decisionMaker: undefined }), notice({})],
  ['decision-missing', notice({ decision: [] }), notice({})],
  ['effective-before-decided', notice({ decided: '2012-02-02', effective: '2012-02-01' }), notice({ decided: '2012-02-01', effective: '2012-02-09' })],
  ['agenda-without-items', record('agenda', { items: [] }), record('agenda', { items: [item('x')] })],
  ['group-without-aims', record('partnership-report', { groups: [{ name: 'Youth', aims: [], outcomes: [], progress: [item('x')], at }] }), record('partnership-report', { groups: [{ name: 'Youth', aims: [item('x')], progress: [item('x')], at }] })],
  ['group-without-progress', record('partnership-report', { groups: [{ name: 'Youth', aims: [item('x')], progress: [], achievements: [], at }] }), record('partnership-report', { groups: [{ name: 'Youth', aims: [item('x')], progress: [item('x')], at }] })],
  ['next-step-without-timescale', record('strategy-paper', { nextSteps: [item('Start.')] }), record('strategy-paper', { nextSteps: [item('Start.', { timescale: { text: 'May' } })] })],
];

describe('the rules', () => {
  it.each(CASES)('%s finds the fault, and only that', (rule, faulty, sound) => {
    expect(rulesOf(faulty)).toContain(rule);
    expect(rulesOf(sound)).not.toContain(rule);
  });

  it('has a case for each rule that looks at records', () => {
    expect(RULES.filter((r) => r.check).map((r) => r.id).sort()).toEqual(CASES.map(([id]) => id).sort());
  });

  it('knows every diagnostic that readers and parsers report', () => {
    const ids = new Set(RULES.map((r) => r.id));
    const sources = new URL('../../src/', import.meta.url);
    const missing = new Set<string>();
    for (const entry of readdirSync(sources, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8');
      for (const m of text.matchAll(/(?:diagnose\(|\btell\(|\brule: )'([a-z][a-z-]+)',\s*(?:severity: )?'(?:error|warning|info)'/g)) if (!ids.has(m[1] ?? '')) missing.add(m[1] ?? '');
    }
    expect([...missing]).toEqual([]);
  });

  it('never throws, whatever the record', () => {
    for (const rule of RULES) for (const odd of [{}, { items: null }, { recommendations: [null, 3] }, { groups: [{}] }, { attendance: 'x', items: [{ decisions: [{}] }] }]) {
      expect(() => rule.check?.(record('minutes', odd), { coverage: 1, confidence: 1 })).not.toThrow();
    }
  });

  it('checks the digit of an NHS number', () => {
    expect(isNhsNumber('943 476 5919')).toBe(true);
    expect(isNhsNumber('943 476 5918')).toBe(false);
    expect(isNhsNumber('123')).toBe(false);
  });
});

describe('settings', () => {
  const faulty = plan([action({ owners: [], ownersText: undefined })]);
  it('turn rules off, change severities, for all or for a kind', () => {
    expect(check(faulty, { rules: { 'action-without-owner': 'off' } }).map((f) => f.rule)).not.toContain('action-without-owner');
    expect(check(faulty, { kindRules: { 'action-plan': { 'action-without-owner': 'error' } } }).find((f) => f.rule === 'action-without-owner')?.severity).toBe('error');
    expect(check(faulty, { kindRules: { minutes: { 'action-without-owner': 'off' } } }).map((f) => f.rule)).toContain('action-without-owner');
  });
  it('accept findings, by rule, file and place', () => {
    const ignore = (more: object) => check(faulty, { ignore: [{ rule: 'action-without-owner', reason: 'known', ...more }] }).map((f) => f.rule);
    expect(ignore({})).not.toContain('action-without-owner');
    expect(ignore({ file: 'other.pdf' })).toContain('action-without-owner');
    expect(ignore({ at })).not.toContain('action-without-owner');
  });
  it('name only rules that there are', () => {
    expect(unknownRules({ rules: { 'no-such-rule': 'off' }, ignore: [{ rule: 'date-missing', reason: 'x' }] })).toEqual(['no-such-rule']);
  });
});

describe('the pages of the rules', () => {
  const folder = new URL('../../docs/rules/', import.meta.url);
  it('are those of the rules now (npm run generate writes them anew)', () => {
    expect(readdirSync(folder).sort()).toEqual(['README.md', ...RULES.map((r) => `${r.id}.md`)].sort());
    for (const rule of RULES) expect(readFileSync(new URL(`${rule.id}.md`, folder), 'utf8')).toBe(rulePage(rule));
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toBe(rulesPage(RULES));
  });
});
