/** Tracked changes: which of them leave text out, in the version that is read. */
import type { Context } from './context.js';

/** Elements around inserted, deleted and moved text (ISO 29500-1, 17.13.5), and what they are counted as; a move counts where it arrives. */
const CHANGES: Readonly<Record<string, keyof Context['changes'] | 'left'>> = { 'w:ins': 'inserted', 'w:del': 'deleted', 'w:moveTo': 'moved', 'w:moveFrom': 'left', 'w:cellIns': 'inserted', 'w:cellDel': 'deleted' };
/** Those that bring text in. */
const ARRIVALS = new Set(['w:ins', 'w:moveTo', 'w:cellIns']);

export const isChange = (name: string): boolean => name in CHANGES;

export class Tracked {
  /** Changes that leave text out and are open. */
  #out = 0;

  constructor(readonly context: Context) {}

  /** True inside text that the version read does not have. */
  get isOut(): boolean {
    return this.#out > 0;
  }

  /** True where the version read does not have what the element marks. */
  leavesOut(name: string): boolean {
    return ARRIVALS.has(name) === (this.context.tracked === 'original');
  }

  count(name: string): void {
    const kind = CHANGES[name];
    if (kind && kind !== 'left') this.context.changes[kind]++;
  }

  open(name: string): void {
    if (this.leavesOut(name)) this.#out++;
  }

  close(name: string): void {
    if (this.leavesOut(name) && this.#out > 0) this.#out--;
  }
}
