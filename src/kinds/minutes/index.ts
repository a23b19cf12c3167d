import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { rules } from './rules.js';
import { MinutesRecord } from './schema.js';

export const minutes: Kind = {
  name: 'minutes', about: 'minutes of a meeting or of one item: attendance, discussion, decisions, votes, declarations', schema: MinutesRecord, recognise, parse, rules,
};
