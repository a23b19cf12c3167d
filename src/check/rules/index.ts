/** All rules, by the order in which the documentation lists them. */
import { KINDS } from '../../kinds/registry.js';
import type { Rule } from '../../kinds/rule.js';
import { generalRules } from './general.js';
import { privacyRules } from './privacy.js';
import { reportedRules } from './reported.js';

export const RULES: readonly Rule[] = [...generalRules, ...privacyRules, ...KINDS.flatMap((k) => k.rules), ...reportedRules];
