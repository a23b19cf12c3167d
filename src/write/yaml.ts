/** Records as YAML that reads the same by YAML 1.1 and 1.2. */
import { Document, isScalar, visit } from 'yaml';
import { acts, escapeActing } from './escape.js';

/** Longest line before a text is folded (characters): fits a terminal side by side with the paper. */
const LINE_WIDTH = 120;

/**
 * Plain words that some YAML reader takes for something else than text: booleans and null of 1.1 and 1.2, numbers in every
 * base, dates, times and other sexagesimals, merge and default keys.
 */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|true|false|null|nil|~|=|<<|[-+.\d].*)?$/i;

/** White space at the beginning, or at the end of a line: lost or gained where such a text is folded or set as a block. */
const LOOSE = /^\s|[ \t](?:\n|$)/;

/** Where the schema of a kind is to be found, for editors: a path relative to the project, or under a given base. */
export function schemaLine(kind: string, base = 'schemas'): string {
  return `# yaml-language-server: $schema=${base.replace(/\/$/, '')}/${kind}.schema.json\n`;
}

/** Any plain data as one YAML document, without a head line. The same data gives the same text. */
export function toYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, version: '1.2' });
  let loose = false;
  visit(document, {
    Scalar(_key, node) {
      if (!isScalar(node) || typeof node.value !== 'string') return;
      const own = LOOSE.test(node.value);
      loose ||= own;
      if (own || AMBIGUOUS.test(node.value) || acts(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  // Line ends beside such white space are written as escapes, and nothing is folded: quoted lines lose the white space at their ends.
  return escapeActing(document.toString(loose ? { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } : { lineWidth: LINE_WIDTH, minContentWidth: 40 }));
}

/** A record as YAML, with the line that tells editors its schema. */
export function recordYaml(record: { kind?: unknown }, base?: string): string {
  return schemaLine(String(record.kind), base) + toYaml(record);
}
