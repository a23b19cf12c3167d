import type { Kind } from '../kind.js';
import { parse } from './parse.js';
import { recognise } from './recognise.js';
import { rules } from './rules.js';
import { ActionPlanRecord } from './schema.js';

export const actionPlan: Kind = {
  name: 'action-plan', about: 'recommendations, the actions proposed for each, and who does them by when at what cost', schema: ActionPlanRecord, recognise, parse, rules,
};
