/** What a configuration may say of rules. */
import { z } from 'zod';
import { KIND_NAMES, type KindName } from '../kinds/names.js';
import type { Severity, Thresholds } from '../kinds/rule.js';

const Setting = z.enum(['off', 'error', 'warning', 'info']);

/** The part of the settings file that is about rules. */
export const RulesConfig = {
  rules: z.record(z.string(), Setting).optional().describe('rules turned off, or of another severity'),
  kindRules: z.partialRecord(z.enum(KIND_NAMES), z.record(z.string(), Setting)).optional().describe('the same, for papers of one kind'),
  thresholds: z.strictObject({ coverage: z.number().min(0).max(1).optional(), confidence: z.number().min(0).max(1).optional() }).optional(),
  ignore: z.array(z.strictObject({
    rule: z.string(), file: z.string().optional().describe('only in this file'), at: z.string().optional().describe('only at this place'),
    reason: z.string().min(1).describe('why the finding is accepted'),
  })).optional().describe('findings that are accepted, each with a reason'),
};

export interface CheckConfig {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly kindRules?: Readonly<Partial<Record<KindName, Record<string, Severity | 'off'>>>>;
  readonly thresholds?: Partial<Thresholds>;
  readonly ignore?: readonly { readonly rule: string; readonly file?: string; readonly at?: string; readonly reason: string }[];
}
