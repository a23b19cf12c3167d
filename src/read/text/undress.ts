/** Takes off plain text what mail programs and dumps dress it in: quotation marks before every line, tables drawn with box characters. Pure. */
import { makeLine, type Line } from './lines.js';

/** Share of the lines with ink that bear the mark of a quoted mail: some lines stand above it (who wrote, and when). */
const QUOTED_SHARE = 0.8;
/** Fewer lines than this may begin with ">" for another reason. */
const QUOTED_LINES = 5;

/** The lines as they were written; each keeps its number. */
export function undress(lines: readonly Line[]): Line[] {
  const inked = lines.filter((l) => l.text !== '');
  const quoted = inked.filter((l) => l.text.startsWith('>')).length;
  const isQuoted = quoted >= QUOTED_LINES && quoted >= inked.length * QUOTED_SHARE;
  return lines.map((line) => {
    let { raw } = line;
    if (isQuoted && line.text.startsWith('>')) raw = raw.replace(/^\s*(?:>[ \t]?)+/u, '');
    if (/^\s*[\u2500-\u257f]/u.test(raw)) raw = inPlainCharacters(raw);
    return raw === line.raw ? line : makeLine(line.number, raw, raw.trim(), line.newPage);
  });
}

/** "├──┼──┤" as "+--+--+", "│ a │ b │" as "| a | b |"; a double rule between single ones parts the headings off ("+==+"). */
function inPlainCharacters(raw: string): string {
  const text = raw.trim();
  if (/^[\u2500-\u257f]+$/u.test(text) && text.length > 2) {
    const across = /^[╞╪]/u.test(text) ? '=' : '-';
    return raw.replace(/[\u2500-\u257f]/gu, (c) => (/[─━═╌╍┄┅┈┉╴╶╸╺]/u.test(c) ? across : '+'));
  }
  return raw.replace(/[│┃║╎╏┆┇┊┋]/gu, '|');
}
