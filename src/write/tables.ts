/** Tables as CSV (RFC 4180) and Markdown. */

interface PlainTable { readonly title?: string; readonly headerRows: number; readonly rows: readonly (readonly string[])[] }

/** One field by RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe before it, as spreadsheets themselves write text. */
export function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d.,]+%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** Tables as CSV, a blank line between two. Lines end in CRLF, as RFC 4180 has it. */
export function tablesCsv(tables: readonly PlainTable[]): string {
  return tables.map((t) => t.rows.map((r) => `${r.map(csvField).join(',')}\r\n`).join('')).join('\r\n');
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
