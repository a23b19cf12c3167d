/**
 * Fields: instructions to Word (`PAGE`, `HYPERLINK "…"`, `FORMCHECKBOX`) with the result that it last printed for them.
 * Codes are left out, results are text. Fields nest, and may run over paragraphs (a table of contents).
 */
import { integer, on } from './properties.js';
import { symbol } from './symbols.js';
import type { Attributes } from './xml.js';

interface Field {
  stage: 'code' | 'result';
  code: string;
  /** A link that the field makes of its result. */
  link?: string;
  checkBox?: { size?: boolean; standard?: boolean; checked?: boolean };
  dropDown?: { result?: number; standard?: number; readonly entries: string[] };
}

/** Fields whose results are counts of pages: furniture in headers and footers. */
const PAGE_COUNTS = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION']);
/** Fields that Word prints a number for that is not in the file. */
const COMPUTED = new Set(['AUTONUM', 'AUTONUMLGL', 'AUTONUMOUT', 'LISTNUM', 'EQ']);
const PRINT_CODE = new Set(['MACROBUTTON', 'GOTOBUTTON', 'SYMBOL', 'EQ']);

/** Fields without a result that show a part of their own code: behind the name of a macro, or of a place to go to. */
const BUTTON = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s([\s\S]*)$/i;
/** A character by its code, in a font: `SYMBOL 254 \f "Wingdings"`. */
const SYMBOL = /^\s*SYMBOL\s+(0x[0-9a-f]+|\d+)(?:[\s\S]*?\\f\s*"?([^"\\]+)"?)?/i;
/** A fraction of two plain terms: `EQ \f(1,2)`. */
const FRACTION = /^\s*EQ\s+\\f\s*\(([^(),;\\]+)[,;]([^(),;\\]+)\)\s*$/i;

const CHECKED = '☒';
const UNCHECKED = '☐';

/** The link that a field's code asks for, in the form of a URI reference. */
export function linkOf(code: string): string | undefined {
  const m = /^\s*HYPERLINK\b([\s\S]*)$/i.exec(code);
  if (!m) return undefined;
  const rest = m[1] ?? '';
  const anchor = /\\l\s+"([^"]*)"/.exec(rest)?.[1];
  const target = /^\s*"([^"]*)"/.exec(rest)?.[1] ?? /^\s*([^\s"\\]\S*)/.exec(rest)?.[1];
  if (target === undefined && anchor === undefined) return undefined;
  return `${target ?? ''}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** What Word prints for a field that has no result, where its code says so. */
function printedCode(code: string): string | undefined {
  const button = BUTTON.exec(code)?.[1]?.trim();
  if (button !== undefined) return button;
  const sign = SYMBOL.exec(code);
  if (sign) return symbol(sign[2]?.trim(), Number(sign[1]).toString(16));
  const fraction = FRACTION.exec(code);
  return fraction ? `${fraction[1]?.trim()}/${fraction[2]?.trim()}` : undefined;
}

const keyword = (code: string): string => /^\s*([A-Za-z]+)/.exec(code)?.[1]?.toUpperCase() ?? '';

/** What a field boundary prints, and whether the reader should be told that something is missing. */
export interface FieldEnd {
  readonly prints?: string;
  /** The keyword of a field whose printed number is not in the file. */
  readonly computed?: string;
}

/** The fields open at one place of a story. */
export class Fields {
  readonly #open: Field[] = [];
  /** Open fields whose code is being read: text is part of a code while there are any. */
  #inCode = 0;
  #pages = 0;
  #links = 0;

  /** True where text is part of a field's code. */
  get inCode(): boolean {
    return this.#inCode > 0;
  }

  /** True inside the result of a field that counts pages. */
  get countsPages(): boolean {
    return this.#pages > 0;
  }

  get link(): string | undefined {
    if (this.#links === 0) return undefined;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const field = this.#open[i];
      if (field?.stage === 'result' && field.link !== undefined) return field.link;
    }
    return undefined;
  }

  begin(): void {
    this.#open.push({ stage: 'code', code: '' });
    this.#inCode++;
  }

  /** Starts a field that keeps its code in an attribute (w:fldSimple): its content is its result. */
  beginSimple(code: string): void {
    this.begin();
    this.instruction(code);
    this.separate();
  }

  instruction(text: string): void {
    const field = this.#open.at(-1);
    if (field?.stage === 'code') field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field?.stage !== 'code') return;
    field.stage = 'result';
    field.link = linkOf(field.code);
    if (field.link !== undefined) this.#links++;
    this.#inCode--;
    if (PAGE_COUNTS.has(keyword(field.code))) this.#pages++;
  }

  end(): FieldEnd {
    const field = this.#open.pop();
    if (!field) return {};
    const word = keyword(field.code);
    if (field.link !== undefined) this.#links--;
    if (field.stage === 'result') {
      if (PAGE_COUNTS.has(word)) this.#pages--;
    } else this.#inCode--;
    if (this.#inCode > 0) return {};
    if (field.checkBox) return { prints: field.checkBox.checked ?? field.checkBox.standard ? CHECKED : UNCHECKED };
    if (field.dropDown) return { prints: field.dropDown.entries[field.dropDown.result ?? field.dropDown.standard ?? 0] ?? '' };
    const shown = field.stage === 'code' && PRINT_CODE.has(word) ? printedCode(field.code) : undefined;
    if (shown !== undefined) return { prints: shown };
    if (field.stage === 'code' && COMPUTED.has(word)) return { computed: word };
    return {};
  }

  /** Takes an element inside a form field's data (w:ffData). */
  formData(name: string, a: Attributes): void {
    const field = this.#open.at(-1);
    if (!field) return;
    switch (name) {
      case 'w:checkBox': field.checkBox = {}; break;
      case 'w:checked': if (field.checkBox) field.checkBox.checked = on(a); break;
      case 'w:ddList': field.dropDown = { entries: [] }; break;
      case 'w:default':
        if (field.checkBox) field.checkBox.standard = on(a);
        else if (field.dropDown) field.dropDown.standard = integer(a['w:val']);
        break;
      case 'w:result': if (field.dropDown) field.dropDown.result = integer(a['w:val']); break;
      case 'w:listEntry': field.dropDown?.entries.push(a['w:val'] ?? ''); break;
    }
  }
}
