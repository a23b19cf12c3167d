import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { rules } from './rules.js';
import { AgendaRecord } from './schema.js';

export const agenda: Kind = {
  name: 'agenda', about: 'the agenda of a meeting: items with pages and leads, membership, contact', schema: AgendaRecord, recognise, parse, rules,
};
