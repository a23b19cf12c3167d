/** What a kind's parser is given: the paper's blocks, the ledger that it takes them from, its vocabulary, and a place for what is not certain. */
import { fragment, type Locator } from '../../paper/locator.js';
import { Ledger, places } from '../../paper/ledger.js';
import type { Block, Paper, Paragraph, Severity } from '../../paper/model.js';
import { locate } from '../../paper/walk.js';
import type { DiagnosticRecord, Heading } from '../schemas.js';
import type { Vocabulary } from './vocabulary.js';

export class ParseContext {
  readonly diagnostics: DiagnosticRecord[] = [];
  readonly headings: Heading[] = [];
  readonly ledger: Ledger;
  /** ISO date of the paper, once the parser has found it: years and half-said dates are read by it. */
  date?: string;

  constructor(readonly paper: Paper, readonly blocks: readonly Block[], readonly vocabulary: Vocabulary) {
    this.ledger = new Ledger(blocks);
  }

  /** Takes a paragraph whole and says where it stands. */
  take(paragraph: Paragraph): { at: string; until?: string } {
    this.ledger.take(paragraph);
    return places(paragraph.at, paragraph.until);
  }

  /** Takes the stretch `[start, end)` of a paragraph's text and says where it stands. */
  takePart(paragraph: Paragraph, start: number, end: number): { at: string; until?: string } {
    this.ledger.takeText(paragraph, start, end);
    if (start === 0) this.ledger.takeLabel(paragraph);
    const found = locate(paragraph, start, end);
    return places(found.at, found.until);
  }

  /** Takes a heading that became a field name, and notes it in the record's `headings`. */
  heading(paragraph: Paragraph, field: string, text = paragraph.text): void {
    const { at } = this.take(paragraph);
    this.headings.push({ field, ...(paragraph.number === undefined ? {} : { number: paragraph.number }), heading: text, at });
  }

  /** Reports what is not certain, or wrong in the paper. */
  diagnose(rule: string, severity: Severity, message: string, at?: Locator | string): void {
    const where = at === undefined ? undefined : typeof at === 'string' ? at : fragment(at);
    this.diagnostics.push({ rule, severity, message, ...(where === undefined ? {} : { at: where }) });
  }
}
