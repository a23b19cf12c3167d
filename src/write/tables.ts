/** Tables as CSV (RFC 4180) and Markdown. */
import { csvLines } from './csv.js';

interface PlainTable { readonly title?: string; readonly headerRows: number; readonly rows: readonly (readonly string[])[] }

/** Tables as CSV, a blank line between two. Lines end in CRLF, as RFC 4180 has it. */
export function tablesCsv(tables: readonly PlainTable[]): string {
  return tables.map((t) => csvLines(t.rows)).join('\r\n');
}

const cell = (text: string): string => text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\n/g, '<br>');

/** Tables as GitHub-flavoured Markdown; heading rows beyond the first are joined to it cell by cell. */
export function tablesMarkdown(tables: readonly PlainTable[]): string {
  return tables.map((t) => {
    const width = Math.max(1, ...t.rows.map((r) => r.length));
    const heads = t.rows.slice(0, t.headerRows);
    const head = Array.from({ length: width }, (_, c) => heads.map((r) => r[c] ?? '').filter(Boolean).join(' / '));
    const lines = [head, Array.from({ length: width }, () => '---'), ...t.rows.slice(t.headerRows)];
    const title = t.title ? `**${t.title}**\n\n` : '';
    return `${title}${lines.map((r) => `| ${Array.from({ length: width }, (_, c) => (r === lines[1] ? '---' : cell(r[c] ?? ''))).join(' | ')} |\n`).join('')}`;
  }).join('\n');
}
