/**
 * One story of a Word file (the body, a header, the notes) read in a single pass: elements in, blocks out.
 *
 * The reader keeps a stack of what is open: containers (body, cell, text box), paragraphs (a text box stands inside one),
 * tables. Content controls, custom XML and smart tags are passed through, whatever they hold.
 */
import type { Locator } from '../../paper/locator.js';
import type { Block } from '../../paper/model.js';
import { eachParagraph, printed } from '../../paper/walk.js';
import type { Context } from './context.js';
import { diagramText } from './drawings.js';
import { Fields } from './fields.js';
import { buildTable } from './grid.js';
import { lookOf } from './looks.js';
import { Mathematics } from './mathematics.js';
import { OpenTable } from './open-tables.js';
import { Container, OpenParagraph } from './paragraphs.js';
import { integer, on, paragraphProperty, runProperty, type ParagraphProperties, type RunProperties } from './properties.js';
import type { Look } from './runs.js';
import { Sections } from './sections.js';
import { PAGE_BREAK } from './soft-breaks.js';
import { symbol } from './symbols.js';
import { isChange, Tracked } from './tracked.js';
import { nest } from './nesting.js';
import type { Relationships } from './parts.js';
import type { Attributes, XmlEvents } from './xml.js';

interface OpenRun {
  readonly properties: RunProperties;
  look?: Look;
  /** A mark that the author chose, for the note referred to in this run. */
  customMark?: (text: string) => void;
}

/** Elements that hold nothing that is printed. */
const SILENT = new Set([
  'w:instrText', 'w:delInstrText', 'w:pPrChange', 'w:rPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPrChange',
  'w:tblGridChange', 'w:numberingChange', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:divsChild', 'w:rubyPr', 'm:oMathParaPr',
]);

export interface StoryOptions {
  /** Blocks stand where this says, not at their own paragraphs: a header, a note. */
  readonly at?: Locator;
  readonly relationships: Relationships;
  /** The printed mark of the note that this story is. */
  readonly note?: string;
  /** Where the words of drawn text go, in headers and footers. */
  readonly watermarks?: string[];
}

export class Story implements XmlEvents {
  readonly #context: Context;
  readonly #options: StoryOptions;
  readonly #fields = new Fields();
  readonly #formula = new Mathematics();
  readonly #containers: Container[];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #runs: (OpenRun | undefined)[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #links: (string | undefined)[] = [];
  /** Elements passed over, of which this many are still open. */
  #skipped = 0;
  /** Reads the code of a field out of a skipped element. */
  #instruction = false;
  /** Text met inside the code of the open field: lost with it, unless the field never ends. */
  #inCode = '';
  #gather: ParagraphProperties | undefined;
  #gatherRun: RunProperties | undefined;
  readonly #sections: Sections;
  readonly #tracked: Tracked;
  #choices: { taken: boolean }[] = [];
  #inText = false;
  #original: ParagraphProperties | undefined;

  constructor(context: Context, options: StoryOptions) {
    this.#context = context;
    this.#options = options;
    this.#sections = new Sections(context);
    this.#tracked = new Tracked(context);
    this.#containers = [new Container('body', () => this.#sections.width, options.at)];
  }

  /** What the story holds, once its part has been read. */
  get blocks(): Block[] {
    return this.#containers[0]!.blocks;
  }

  /** Closes what is still open at the end of the part. */
  end(): void {
    this.#containers[0]!.flush(this.#context);
    if (!this.#fields.inCode || this.#inCode.trim() === '') return;
    this.#context.hide(this.#inCode, this.#nextPlace(), 'invisible');
    this.#context.tell('unclosed-field', 'warning', 'A field starts and never ends; the text after its start may be part of its code, and was set apart.', this.#nextPlace());
  }

  get #container(): Container {
    return this.#containers[this.#containers.length - 1]!;
  }

  /** The paragraph being read; none between the paragraphs of a text box, though one stands around it. */
  get #paragraph(): OpenParagraph | undefined {
    const last = this.#paragraphs[this.#paragraphs.length - 1];
    return last?.depth === this.#containers.length ? last : undefined;
  }

  get #table(): OpenTable | undefined {
    return this.#tables[this.#tables.length - 1];
  }

  get #run(): OpenRun | undefined {
    return this.#runs[this.#runs.length - 1];
  }

  open(name: string, a: Attributes): void {
    if (this.#skipped > 0) {
      this.#skipped++;
      if (this.#original && name !== 'w:pPr') paragraphProperty(this.#original, name, a);
      return;
    }
    if (this.#gatherRun) {
      if (this.#markProperty(name)) return;
      if (SILENT.has(name)) { this.#skipped = 1; return; }
      runProperty(this.#gatherRun, name, a);
      return;
    }
    if (this.#gather && name !== 'w:rPr' && name !== 'w:sectPr' && !this.#sections.isOpen) {
      if (name === 'w:pPrChange' && this.#context.tracked === 'original') { this.#original = {}; this.#skipped = 1; return; }
      if (SILENT.has(name)) { this.#skipped = 1; return; }
      paragraphProperty(this.#gather, name, a);
      return;
    }
    if (name === 'm:oMath' || (this.#formula.isOpen && name.startsWith('m:'))) this.#formula.open(name, a);
    switch (name) {
      // Paragraphs and runs.
      case 'w:p': this.#openParagraph(); return;
      case 'w:pPr': if (this.#paragraph) this.#gather = this.#paragraph.properties; return;
      case 'w:r': this.#runs.push({ properties: {} }); return;
      case 'w:rPr':
        if (this.#gather && this.#paragraph) this.#gatherRun = this.#paragraph.mark;
        else if (this.#run) this.#gatherRun = this.#run.properties;
        else this.#skipped = 1;
        return;
      case 'w:t': case 'm:t': case 'a:t': case 'w:delText': this.#inText = true; return;
      case 'w:tab': case 'w:ptab': this.#mark('tab'); return;
      case 'w:br': case 'w:cr': this.#mark('break', a['w:type'] === 'page' || a['w:type'] === 'column' ? PAGE_BREAK : '\n'); return;
      case 'w:noBreakHyphen': this.#print('-'); return;
      case 'w:sym': this.#print(symbol(a['w:font'], a['w:char'])); return;
      // Fields.
      case 'w:fldChar': this.#fieldChar(a['w:fldCharType']); return;
      case 'w:fldSimple': this.#fields.beginSimple(a['w:instr'] ?? ''); return;
      case 'w:instrText': this.#instruction = true; this.#skipped = 1; return;
      case 'w:checkBox': case 'w:checked': case 'w:default': case 'w:ddList': case 'w:result': case 'w:listEntry': this.#fields.formData(name, a); return;
      // Tracked changes.
      case 'w:ins': case 'w:del': case 'w:moveTo': case 'w:moveFrom': this.#change(name); return;
      case 'w:cellIns': case 'w:cellDel':
        this.#tracked.count(name);
        this.#table?.changeCell(this.#tracked.leavesOut(name));
        return;
      // Links, notes, comments.
      case 'w:hyperlink': this.#links.push(this.#target(a)); return;
      case 'w:footnoteReference': this.#note('footnote', a); return;
      case 'w:endnoteReference': this.#note('endnote', a); return;
      case 'w:footnoteRef': case 'w:endnoteRef': if (this.#paragraph && this.#options.note !== undefined) this.#paragraph.noteLabel = this.#options.note; return;
      case 'w:commentReference': this.#context.comments.push({ id: a['w:id'] ?? '', at: this.#here() }); return;
      // Drawings, alternatives and text boxes.
      case 'mc:AlternateContent': this.#choices.push({ taken: false }); return;
      case 'mc:Choice': this.#choose(); return;
      case 'mc:Fallback': this.#choose(); return;
      case 'w:drawing': case 'w:pict': case 'w:object': this.#picture(); return;
      case 'w:txbxContent': this.#openBox(); return;
      case 'dgm:relIds': this.#diagram(a['r:dm']); return;
      case 'c:chart': this.#diagram(a['r:id']); return;
      case 'a:txBody': this.#openBox(); return;
      case 'a:p': if (this.#container.kind === 'box') this.#openParagraph(); return;
      case 'a:br': this.#mark('break'); return;
      case 'v:textpath': this.#wordArt(a['string'] ?? ''); return;
      // Tables.
      case 'w:tbl': this.#openTable(); return;
      case 'w:tr': this.#table?.openRow(); return;
      case 'w:tc': this.#openCell(); return;
      // Sections.
      case 'w:sectPr': this.#sections.open(); return;
      case 'wp:extent': if (this.#paragraph) this.#paragraph.picture = Math.max(this.#paragraph.picture, (integer(a['cy']) ?? 0) / EMU); return;
      case 'w:altChunk': case 'w:subDoc':
        this.#context.tell('embedded-document', 'warning', 'The file embeds another document here, whose text was not read.', this.#nextPlace());
        return;
      case 'w:background': this.#context.background = true; return;
      case 'w:docPartObj': case 'w:docDefaults': return;
    }
    if (SILENT.has(name)) { this.#skipped = 1; return; }
    if (this.#sections.isOpen) this.#sections.property(name, a);
    else if (!this.#paragraph) this.#table?.property(name, a);
  }

  text(text: string): void {
    if (this.#instruction) { this.#fields.instruction(text); return; }
    if (!this.#inText || this.#skipped > 0) return;
    this.#print(text);
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      if (this.#skipped === 0) {
        this.#instruction = false;
        if (this.#original && this.#paragraph) {
          this.#paragraph.properties = this.#original;
          this.#gather = this.#original;
          this.#original = undefined;
        }
      }
      return;
    }
    if (this.#formula.isOpen && name.startsWith('m:')) this.#closeFormula();
    switch (name) {
      case 'w:rPr': this.#gatherRun = undefined; return;
      case 'w:pPr': this.#gather = undefined; return;
      case 'w:p': this.#closeParagraph(); return;
      case 'w:r': this.#runs.pop(); return;
      case 'w:t': case 'm:t': case 'a:t': case 'w:delText': this.#inText = false; return;
      case 'w:fldSimple': this.#endField(); return;
      case 'w:ins': case 'w:del': case 'w:moveTo': case 'w:moveFrom': if (!this.#gatherRun && !this.#gather) this.#tracked.close(name); return;
      case 'w:hyperlink': this.#links.pop(); return;
      case 'mc:AlternateContent': this.#choices.pop(); return;
      case 'w:txbxContent': case 'a:txBody': this.#closeBox(); return;
      case 'a:p': if (this.#container.kind === 'box') this.#closeParagraph(); return;
      case 'w:tbl': this.#closeTable(); return;
      case 'w:tr': this.#table?.closeRow(); return;
      case 'w:tc': this.#closeCell(); return;
      case 'w:sectPr':
        this.#sections.close();
        if (this.#paragraph) this.#paragraph.endsSection = true;
        return;
    }
  }

  // ---- paragraphs

  #openParagraph(): void {
    this.#paragraphs.push(new OpenParagraph(this.#paragraphPlace(this.#container), this.#containers.length));
    this.#runs.push(undefined);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    this.#runs.pop();
    if (!paragraph) return;
    this.#container.close(this.#context, paragraph);
    if (paragraph.endsSection) this.#context.noteNumbers.endSection();
  }

  /** Where a paragraph that opens now stands; counts it where it is one of the body's own. */
  #paragraphPlace(container: Container): Locator {
    if (container.at) return container.at;
    return { in: 'paragraph', paragraph: ++this.#context.paragraphs };
  }

  /** Where what is being read stands. */
  #here(): Locator {
    return this.#paragraph?.at ?? this.#nextPlace();
  }

  #nextPlace(): Locator {
    return this.#container.at ?? { in: 'paragraph', paragraph: this.#context.paragraphs + 1 };
  }

  // ---- text

  #print(text: string): void {
    const paragraph = this.#paragraph;
    if (!paragraph || this.#tracked.isOut || text === '') return;
    if (this.#fields.inCode) { this.#inCode += text; return; }
    if (this.#formula.isOpen) { this.#formula.text(text); return; }
    const run = this.#run;
    if (run?.customMark) {
      run.customMark(text);
      run.customMark = undefined;
    }
    const look = this.#look(paragraph, run);
    paragraph.add('text', text, look, this.#links.at(-1) ?? this.#fields.link, this.#fields.countsPages);
  }

  /** Closes an element of a formula; the whole of it is printed at its end. */
  #closeFormula(): void {
    for (const { text, raised } of this.#formula.close() ?? []) {
      if (raised && this.#paragraph) this.#printSuperscript(this.#paragraph, text);
      else this.#print(text);
    }
  }

  #mark(kind: 'tab' | 'break', text = kind === 'tab' ? '\t' : '\n'): void {
    const paragraph = this.#paragraph;
    if (!paragraph || !this.#run || this.#tracked.isOut || this.#fields.inCode) return;
    paragraph.add(kind, text, this.#look(paragraph, this.#run), undefined, false);
  }

  #look(paragraph: OpenParagraph, run: OpenRun | undefined): Look {
    if (run?.look) return run.look;
    const look = lookOf(this.#context.styles, paragraph.properties.style, run?.properties ?? {});
    if (run) run.look = look;
    return look;
  }

  #fieldChar(type: string | undefined): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#endField();
  }

  #endField(): void {
    const { prints, computed } = this.#fields.end();
    if (!this.#fields.inCode) this.#inCode = '';
    if (prints) this.#print(prints);
    if (computed && !this.#tracked.isOut) {
      this.#context.tell('computed-field', 'warning', `Word prints a number here (field ${computed}) that is not in the file.`, this.#here());
    }
  }

  #target(a: Attributes): string | undefined {
    const relationship = a['r:id'] === undefined ? undefined : this.#options.relationships.get(a['r:id']);
    const address = relationship?.external ? relationship.target : undefined;
    const anchor = a['w:anchor'];
    if (address === undefined && anchor === undefined) return undefined;
    return `${address ?? ''}${anchor === undefined ? '' : `#${anchor}`}`;
  }

  #note(kind: 'footnote' | 'endnote', a: Attributes): void {
    const paragraph = this.#paragraph;
    if (!paragraph || this.#tracked.isOut || this.#fields.inCode) return;
    const custom = on({ 'w:val': a['w:customMarkFollows'] ?? '0' });
    const note = this.#context.addNote(kind, a['w:id'] ?? '', this.#here(), custom);
    if (custom) {
      if (this.#run) this.#run.customMark = (text) => { note.mark = text.trim(); };
    } else this.#printSuperscript(paragraph, note.mark);
  }

  #printSuperscript(paragraph: OpenParagraph, text: string): void {
    paragraph.add('text', text, { ...this.#look(paragraph, this.#run), superscript: true }, undefined, false);
  }

  // ---- tracked changes

  /** Inside w:rPr of a paragraph's mark: the mark itself was inserted or deleted. True where the element was one of those. */
  #markProperty(name: string): boolean {
    if (!this.#gather || !isChange(name)) return false;
    if (this.#tracked.leavesOut(name) && this.#paragraph) this.#paragraph.joinsNext = true;
    return true;
  }

  #change(name: string): void {
    this.#tracked.count(name);
    // In w:trPr it says that the whole row was inserted or deleted.
    if (this.#table?.changeRow(this.#tracked.leavesOut(name))) this.#skipped = 1;
    else this.#tracked.open(name);
  }

  // ---- drawings and text boxes

  /** Of the alternatives that say one thing twice, the first is read. */
  #choose(): void {
    const choice = this.#choices.at(-1);
    if (!choice) return;
    if (choice.taken) this.#skipped = 1;
    choice.taken = true;
  }

  #picture(): void {
    if (this.#tracked.isOut) { this.#skipped = 1; return; }
    const cell = this.#table?.cell;
    if (cell && this.#container.kind === 'cell') cell.picture = true;
  }

  #openBox(): void {
    if (this.#tracked.isOut || this.#fields.inCode || !this.#paragraph) { this.#skipped = 1; return; }
    this.#paragraph.count(this.#context);
    const box = new Container('box', this.#container.width, this.#here());
    box.band = this.#context.bands.next();
    this.#containers.push(box);
    this.#links.push(undefined);
  }

  #closeBox(): void {
    const box = this.#containers.pop();
    this.#links.pop();
    box?.flush(this.#context);
    for (const block of box?.blocks ?? []) this.#paragraph?.boxes.push(block);
  }

  /** The text of a diagram, and the titles of a chart, stand in a part of their own. */
  #diagram(id: string | undefined): void {
    const part = id === undefined ? undefined : this.#options.relationships.get(id);
    const paragraph = this.#paragraph;
    if (!paragraph || !part || part.external || this.#tracked.isOut || this.#fields.inCode) return;
    this.#openBox();
    for (const text of diagramText(this.#context.file, part.target)) this.#shortParagraph(text);
    this.#closeBox();
  }

  /** Text drawn as a shape: in a header it is mostly a watermark. */
  #wordArt(text: string): void {
    if (text.trim() === '' || this.#tracked.isOut || this.#fields.inCode || !this.#paragraph) return;
    if (this.#options.watermarks) { this.#options.watermarks.push(text); return; }
    this.#openBox();
    this.#shortParagraph(text);
    this.#closeBox();
  }

  #shortParagraph(text: string): void {
    this.#openParagraph();
    this.#print(text);
    this.#closeParagraph();
  }

  // ---- tables

  #openTable(): void {
    this.#tables.push(new OpenTable(this.#context.nextId(), ++this.#context.tables, this.#context.limits));
  }

  #openCell(): void {
    const table = this.#table;
    const place = table?.openCell();
    if (!table || !place) return;
    const at: Locator = this.#options.at ?? { in: 'cell', table: table.number, ...place };
    const around = this.#container.width;
    table.container = new Container('cell', () => table.width(around()), at);
    this.#containers.push(table.container);
  }

  #closeCell(): void {
    const table = this.#table;
    if (!table?.cell || !table.container) return;
    this.#containers.pop();
    table.container.flush(this.#context);
    table.cell.blocks = table.container.blocks;
    nest(table.cell.blocks, this.#context.lists);
    table.cell.height = table.container.y + table.container.after;
    table.closeCell();
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (!table || table.rows.length === 0) return;
    table.firstRowApart &&= this.#context.styles.table(table.style).firstRow;
    const built = buildTable(table, this.#context.bands, (blocks) => this.#cover(blocks));
    this.#container.place(this.#context, built, table.rows.map((r) => r.height));
  }

  /** Text of a cell that a merge covers is not printed; a label that Word would have computed is no text of the file. */
  #cover(blocks: readonly Block[]): void {
    for (const p of eachParagraph(blocks)) this.#context.hide(this.#context.lists.has(p.id) ? p.text : printed(p), p.at, 'covered');
  }
}

/** English metric units in a point. */
const EMU = 12_700;
