/** For other programs: what was found, as it is. */
import type { Reporter } from './report.js';

export const json: Reporter = (papers, { version }) => `${JSON.stringify({ generator: { name: 'ctrust', version }, papers }, null, 2)}\n`;
