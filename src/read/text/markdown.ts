/**
 * Block marks of Markdown that are no text: fences, setext underlines, rules, quotation marks of block quotes, comments, front matter.
 * Taken off the lines before they are grouped. Pure.
 */
import type { Line } from './lines.js';

export interface MarkdownLines {
  readonly lines: Line[];
  /** Heading level by the number of the line above its underline. */
  readonly setext: ReadonlyMap<number, number>;
  /** Numbers of lines inside fences. */
  readonly code: ReadonlySet<number>;
}

/** A comment that runs on for more lines was never closed. */
const COMMENT_LINES = 200;

const FENCE = /^(`{3,}|~{3,})/;
const RULE = /^(?:\*\s*){3,}$|^(?:-\s*){3,}$|^(?:_\s*){3,}$/;

export function withoutMarkdownBlocks(lines: readonly Line[]): MarkdownLines {
  const setext = new Map<number, number>();
  const code = new Set<number>();
  const out: Line[] = [];
  let fence: string | undefined;
  let comment = 0;
  for (const [i, line] of lines.entries()) {
    const mark = FENCE.exec(line.text)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.text === mark) { fence = undefined; out.push(blank(line)); }
      else { code.add(line.number); out.push(line); }
      continue;
    }
    if (comment > 0) {
      comment = line.text.includes('-->') ? 0 : comment - 1;
      out.push(after(line, line.text.includes('-->') ? line.text.slice(line.text.indexOf('-->') + 3) : ''));
      continue;
    }
    if (mark !== undefined && closesLater(lines, i, mark)) { fence = mark; out.push(blank(line)); continue; }
    if (line.text.startsWith('<!--') && !line.text.includes('-->') && lines.slice(i + 1, i + COMMENT_LINES).some((l) => l.text.includes('-->'))) {
      comment = COMMENT_LINES;
      out.push(blank(line));
      continue;
    }
    const above = out.at(-1);
    if (above && above.text !== '' && /^(?:=+|-+)$/.test(line.text) && line.indent < 4 && !above.text.includes('|')) {
      setext.set(above.number, line.text.startsWith('=') ? 1 : 2);
      out.push(blank(line));
      continue;
    }
    if (RULE.test(line.text)) { out.push(blank(line)); continue; }
    const quote = /^(?:>\s?)+/.exec(line.text);
    out.push(quote ? after(line, line.text.slice(quote[0].length)) : line);
  }
  return { lines: out, setext, code };
}

const blank = (line: Line): Line => ({ ...line, raw: '', text: '', indent: 0 });
const after = (line: Line, text: string): Line => ({ ...line, raw: text, text: text.trim() });

/** True where the fence is closed: one that never is would hide its lines' structure. The next fence of its make closes it. */
function closesLater(lines: readonly Line[], from: number, mark: string): boolean {
  for (let i = from + 1; i < lines.length; i++) if (lines[i]?.text.startsWith(mark)) return true;
  return false;
}
