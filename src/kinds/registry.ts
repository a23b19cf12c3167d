/** The kinds of paper. To teach the program a new one: a folder here, and a line in this list. */
import type { Kind } from './kind.js';
import type { KindName } from './schemas.js';
import { actionPlan } from './action-plan/index.js';
import { agenda } from './agenda/index.js';
import { decisionNotice } from './decision-notice/index.js';
import { document } from './document/index.js';
import { minutes } from './minutes/index.js';
import { cabinetReport } from './cabinet-report/index.js';
import { strategyPaper } from './strategy-paper/index.js';
import { partnershipReport } from './partnership-report/index.js';

export const KINDS: readonly Kind[] = [actionPlan, agenda, decisionNotice, document, minutes, partnershipReport, strategyPaper, cabinetReport];

/** The kind of that name. Throws a RangeError for a name that is none: callers check the name first (`isKindName`). */
export function kindNamed(name: KindName): Kind {
  const kind = KINDS.find((k) => k.name === name);
  if (!kind) throw new RangeError(`no kind is named ${name}`);
  return kind;
}

export { isKindName } from './names.js';
