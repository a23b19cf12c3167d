import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { rules } from './rules.js';
import { StrategyPaperRecord } from './schema.js';

export const strategyPaper: Kind = {
  name: 'strategy-paper', about: 'a strategy, vision or policy paper: parts, numbered sections, questions and next steps', schema: StrategyPaperRecord, recognise, parse, rules,
};
