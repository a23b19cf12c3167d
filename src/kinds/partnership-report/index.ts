import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { rules } from './rules.js';
import { PartnershipReportRecord } from './schema.js';

export const partnershipReport: Kind = {
  name: 'partnership-report', about: "what a partnership's groups aim at, have done and risk", schema: PartnershipReportRecord, recognise, parse, rules,
};
