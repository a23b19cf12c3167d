import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { rules } from './rules.js';
import { CabinetReportRecord } from './schema.js';

export const cabinetReport: Kind = {
  name: 'cabinet-report', about: 'a report to a cabinet, committee or other deciding or scrutinising body', schema: CabinetReportRecord, recognise, parse, rules,
};
