/** Sections of a body: which headers and footers each asks for, and how wide its text is. Word states them where a section ends. */
import type { Locator } from '../../paper/locator.js';
import type { Context } from './context.js';
import { on, points } from './properties.js';
import type { Attributes } from './xml.js';

/** Width of the text of an A4 page with Word's margins, in points, until a section says otherwise. */
const TEXT_WIDTH = 451;

export class Sections {
  width = TEXT_WIDTH;
  /** The paragraph with which the section that is being read starts. */
  #start = 1;
  #open: { readonly at: Locator; readonly from: number; firstPageApart: boolean } | undefined;

  constructor(readonly context: Context) {}

  /** True while a section's properties are being read. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  open(): void {
    const paragraph = Math.max(1, Math.min(this.#start, this.context.paragraphs));
    this.#open = { at: { in: 'paragraph', paragraph }, from: this.context.running.length, firstPageApart: false };
  }

  property(name: string, a: Attributes): void {
    const section = this.#open;
    if (!section) return;
    switch (name) {
      case 'w:headerReference': case 'w:footerReference':
        this.context.running.push({
          why: name === 'w:headerReference' ? 'header' : 'footer', relationship: a['r:id'] ?? '', pages: a['w:type'] ?? 'default', firstPageApart: false, at: section.at,
        });
        return;
      case 'w:titlePg': section.firstPageApart = on(a); return;
      case 'w:pgSz': this.width = points(a['w:w']) ?? this.width; return;
      case 'w:pgMar': this.width = Math.max(1, this.width - (points(a['w:left']) ?? 0) - (points(a['w:right']) ?? 0)); return;
    }
  }

  close(): void {
    const section = this.#open;
    if (!section) return;
    for (const part of this.context.running.slice(section.from)) part.firstPageApart = section.firstPageApart;
    this.#open = undefined;
    this.#start = this.context.paragraphs + 1;
  }
}
