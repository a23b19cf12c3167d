import type { Evidence } from '../kind.js';

/** A paper is a `document` where nothing else fits: nothing speaks for it. */
export function recognise(): Evidence[] {
  return [];
}
