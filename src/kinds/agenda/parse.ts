import type { Parsed } from '../kind.js';
import type { ParseContext } from '../shared/context.js';

export function parse(_context: ParseContext): Parsed {
  return { masthead: {}, fields: { meeting: { body: '' }, membership: [], notes: [], items: [] } };
}
