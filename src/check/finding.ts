/** A finding, as checks yield it and reporters tell it. */
import type { Hit, Severity } from '../kinds/rule.js';

export interface Finding extends Hit {
  readonly rule: string;
  readonly severity: Severity;
}
