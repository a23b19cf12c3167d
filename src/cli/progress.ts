/** What is said while many papers are done, and after. All of it goes to standard error. */
import chalk, { Chalk, type ChalkInstance } from 'chalk';
import type { CommonOptions } from './options.js';
import { safe, safeJson } from './safe.js';

/** Colours for a stream: none with --no-color or NO_COLOR, or where it is no terminal (unless FORCE_COLOR). */
export function colours(options: Pick<CommonOptions, 'color'>, stream: { isTTY?: boolean } = process.stderr): ChalkInstance {
  if (options.color === false || (process.env['NO_COLOR'] ?? '') !== '') return new Chalk({ level: 0 });
  const forced = process.env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return new Chalk({ level: forced === '0' || forced === 'false' ? 0 : 1 });
  return stream.isTTY ? chalk : new Chalk({ level: 0 });
}

/** A line on a terminal that is drawn over and over: done, failed, rate, time left. */
export class Progress {
  readonly #started = performance.now();
  #done = 0;
  #failed = 0;
  readonly #shown: boolean;

  constructor(readonly total: number, options: Pick<CommonOptions, 'quiet'>) {
    this.#shown = total > 1 && process.stderr.isTTY && options.quiet !== true;
  }

  step(ok: boolean): void {
    this.#done++;
    if (!ok) this.#failed++;
    if (!this.#shown) return;
    const seconds = (performance.now() - this.#started) / 1000;
    const rate = this.#done / Math.max(seconds, 0.001);
    const left = Math.round((this.total - this.#done) / rate);
    process.stderr.write(`\r\u001B[K${this.#done}/${this.total} papers${this.#failed > 0 ? `, ${this.#failed} failed` : ''}, ${rate.toFixed(1)} a second, ${left} s left`);
  }

  /** Wipes the line, so that another can be written. */
  clear(): void {
    if (this.#shown) process.stderr.write('\r\u001B[K');
  }
}

/** One line about a paper that could not be read. */
export function complain(shown: string, code: string, message: string, options: Pick<CommonOptions, 'verbose'>): void {
  const text = message.startsWith(code) ? message : `${code}: ${message}`;
  process.stderr.write(options.verbose
    ? `${safeJson({ paper: shown, reason: code, message })}\n`
    : `ctrust: ${safe(shown)}: ${safe(text)}\n`);
}
