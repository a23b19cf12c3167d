/** Records as JSON: indented for people, or on one line each (NDJSON). */

import { escapeActing } from './escape.js';

/** Indented by two, with a line end. */
export function toJson(value: unknown): string {
  return `${escapeActing(JSON.stringify(value, null, 2))}\n`;
}

/** One line, with a line end. JSON has no raw line breaks inside strings, so a line is a record. */
export function toNdjson(value: unknown): string {
  return `${escapeActing(JSON.stringify(value))}\n`;
}
