import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { rules } from './rules.js';
import { DecisionNoticeRecord } from './schema.js';

export const decisionNotice: Kind = {
  name: 'decision-notice', about: 'the record or notice of an executive decision: what was decided, by whom, why, and what else was considered', schema: DecisionNoticeRecord, recognise, parse, rules,
};
