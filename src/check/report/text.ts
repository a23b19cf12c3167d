/** For people: grouped by paper, the page first, the words, and a line under them. */
import type { Severity } from '../../kinds/rule.js';
import { inWords, type Paint, type Reporter } from './report.js';

const PLAIN: Paint = { error: (t) => t, warning: (t) => t, info: (t) => t, dim: (t) => t, bold: (t) => t };
/** Longest quote on a line of the report (characters). */
const QUOTE = 76;

/** Control characters and direction marks written out: a report is read in a terminal. */
const safe = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, (c) => (/\s/.test(c) ? ' ' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`));

export const text: Reporter = (papers, { paint = PLAIN }) => {
  const out: string[] = [];
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const paper of papers) {
    if (paper.failure) { out.push(paint.bold(safe(paper.file)), `  ${paint.error('error')}  ${paper.failure.code}: ${safe(paper.failure.message)}`, ''); count.error++; continue; }
    if (paper.findings.length === 0) continue;
    out.push(paint.bold(safe(paper.file)));
    for (const f of paper.findings) {
      count[f.severity]++;
      const where = inWords(f.at);
      out.push(`  ${where === '' ? '' : `${where}: `}${paint[f.severity](f.severity)}  ${safe(f.message)}  ${paint.dim(f.rule)}`);
      if (f.quote) {
        const quote = safe(f.quote).slice(0, QUOTE);
        out.push(`      ${quote}`, `      ${paint[f.severity]('^'.repeat([...quote].length))}`);
      }
    }
    out.push('');
  }
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  out.push(`${plural(papers.length, 'paper')} checked: ${plural(count.error, 'error')}, ${plural(count.warning, 'warning')}, ${count.info} for information`);
  return `${out.join('\n')}\n`;
};
