/** What is said after many papers: kinds, coverage, what the readers reported, the slowest. Shown on a terminal, or with --verbose. */
import type { ChalkInstance } from 'chalk';
import { safe } from './safe.js';

/** What is remembered of one paper. */
interface Seen { readonly shown: string; readonly seconds: number; readonly kind?: string; readonly ratio?: number }

/** The slowest papers that are named, and how many seconds make one worth naming. */
const SLOWEST = 3;
const SLOW = 1;
/** Papers of lowest coverage that are named, and the share (of characters) under which they are: that of the rule coverage-low. */
const LOWEST = 3;
const COVERED = 0.98;

const percent = (ratio: number): string => `${(Math.floor(ratio * 1000) / 10).toFixed(1)} %`;

export class Summary {
  readonly #seen: Seen[] = [];
  readonly #found = { error: 0, warning: 0, info: 0 };

  /** Takes in one paper that was read. */
  add(shown: string, seconds: number, value: unknown): void {
    const record = (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as { kind?: unknown; coverage?: { ratio?: unknown }; diagnostics?: unknown };
    const ratio = record.coverage?.ratio;
    this.#seen.push({ shown, seconds, ...(typeof record.kind === 'string' ? { kind: record.kind } : {}), ...(typeof ratio === 'number' ? { ratio } : {}) });
    for (const d of Array.isArray(record.diagnostics) ? record.diagnostics as { severity?: unknown }[] : []) {
      if (d.severity === 'error' || d.severity === 'warning' || d.severity === 'info') this.#found[d.severity]++;
    }
  }

  /** The lines, without their line ends. */
  lines(paint: Pick<ChalkInstance, 'dim' | 'yellow' | 'red'>): string[] {
    const line = (name: string, text: string): string => `  ${paint.dim(name.padEnd(12))}${text}`;
    const out: string[] = [];
    const kinds = new Map<string, number>();
    for (const { kind } of this.#seen) if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.size > 0) out.push(line('kinds', [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kind, n]) => `${n} ${kind}`).join(', ')));
    const covered = this.#seen.flatMap((s) => (s.ratio === undefined ? [] : [{ shown: s.shown, ratio: s.ratio }])).sort((a, b) => a.ratio - b.ratio);
    if (covered.length > 0) {
      const mean = covered.reduce((n, c) => n + c.ratio, 0) / covered.length;
      const low = covered.filter((c) => c.ratio < COVERED).slice(0, LOWEST).map((c) => paint.yellow(`${safe(c.shown)} ${percent(c.ratio)}`));
      out.push(line('coverage', `${percent(mean)} on average${low.length > 0 ? `; lowest: ${low.join(', ')}` : ''}`));
      const { error, warning, info } = this.#found;
      const some = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
      out.push(line('diagnostics', `${error > 0 ? paint.red(some(error, 'error')) : some(error, 'error')}, ${some(warning, 'warning')}, ${info} for information`));
    }
    const slow = [...this.#seen].sort((a, b) => b.seconds - a.seconds).filter((s) => s.seconds >= SLOW).slice(0, SLOWEST);
    if (slow.length > 0) out.push(line('slowest', slow.map((s) => `${safe(s.shown)} ${s.seconds.toFixed(1)} s`).join(', ')));
    return out;
  }
}
