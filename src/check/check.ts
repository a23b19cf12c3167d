/** Runs the rules over a record. Pure: the same record and settings give the same findings, in the same order. */
import type { AnyRecord } from '../kinds/record.js';
import type { CheckConfig } from './config.js';
import { type Severity, THRESHOLDS } from '../kinds/rule.js';
import type { Finding } from './finding.js';
import { RULES } from './rules/index.js';
import { clip, isPlain, listOf, textOf } from '../kinds/shared/plain.js';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Page and place of a locator, for sorting: "#page=3&viewrect=72,510,178,50" is page 3, 510 down, 72 across. */
function order(at: string | undefined): number[] {
  const numbers = (at ?? '').match(/\d+/g)?.map(Number) ?? [];
  if (at?.startsWith('#page=')) return [numbers[0] ?? 0, numbers[2] ?? 0, numbers[1] ?? 0];
  if (at?.startsWith('#table=')) return [Infinity, ...numbers];
  return numbers;
}

function byPlace(a: Finding, b: Finding): number {
  const x = order(a.at);
  const y = order(b.at);
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const d = (x[i] ?? -1) - (y[i] ?? -1);
    if (d !== 0 && !Number.isNaN(d)) return d;
  }
  return 0;
}

/** The words that stand at a place, for findings that come without a quote. */
function quoteAt(record: AnyRecord, at: string): string | undefined {
  const look = (value: unknown): string | undefined => {
    if (Array.isArray(value)) {
      for (const v of value) { const found = look(v); if (found) return found; }
    } else if (isPlain(value)) {
      if (value['at'] === at && textOf(value['text'] ?? value['title'] ?? value['name'])) return textOf(value['text'] ?? value['title'] ?? value['name']);
      for (const [k, v] of Object.entries(value)) { if (k === 'diagnostics') continue; const found = look(v); if (found) return found; }
    }
    return undefined;
  };
  const found = look(record);
  return found === undefined ? undefined : clip(found);
}

/** The findings of one record: what its reader and parser reported, and what the rules find. Records in `attached` are checked too. */
export function check(record: AnyRecord, config: CheckConfig = {}): Finding[] {
  const thresholds = { ...THRESHOLDS, ...config.thresholds };
  const settingOf = (rule: string): Severity | 'off' | undefined => config.kindRules?.[record.kind]?.[rule] ?? config.rules?.[rule];
  const found: Finding[] = [];
  for (const d of listOf(record['diagnostics'])) {
    const rule = textOf(d['rule']);
    const setting = settingOf(rule);
    if (setting === 'off') continue;
    const at = textOf(d['at']) || undefined;
    const quote = at === undefined ? undefined : quoteAt(record, at);
    found.push({ rule, severity: setting ?? (d['severity'] as Severity), message: textOf(d['message']), ...(at === undefined ? {} : { at }), ...(quote === undefined ? {} : { quote }) });
  }
  for (const rule of RULES) {
    const setting = settingOf(rule.id);
    if (!rule.check || setting === 'off' || (rule.kinds && !rule.kinds.includes(record.kind))) continue;
    for (const hit of rule.check(record, thresholds)) found.push({ rule: rule.id, severity: setting ?? rule.severity, ...hit });
  }
  for (const attached of listOf(record['attached'])) found.push(...check(attached as AnyRecord, { ...config, ignore: [] }));
  const file = isPlain(record['source']) ? textOf(record['source']['file']) : '';
  const accepted = (f: Finding): boolean => (config.ignore ?? []).some((i) => i.rule === f.rule && (i.file === undefined || i.file === file) && (i.at === undefined || i.at === f.at));
  return found.filter((f) => !accepted(f)).sort((a, b) => byPlace(a, b) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

/** Names of rules in the settings that are none. */
export function unknownRules(config: CheckConfig): string[] {
  const known = new Set(RULES.map((r) => r.id));
  return [...Object.keys(config.rules ?? {}), ...Object.values(config.kindRules ?? {}).flatMap((r) => Object.keys(r ?? {})), ...(config.ignore ?? []).map((i) => i.rule)].filter((r) => !known.has(r));
}
