/** All rules, by the order in which the documentation lists them. */
import type { Rule } from '../rule.js';
import { generalRules } from './general.js';
import { actionPlanRules, cabinetReportRules, minutesRules, otherKindRules } from './kinds.js';
import { privacyRules } from './privacy.js';
import { reportedRules } from './reported.js';

export const RULES: readonly Rule[] = [...generalRules, ...privacyRules, ...actionPlanRules, ...minutesRules, ...cabinetReportRules, ...otherKindRules, ...reportedRules];
