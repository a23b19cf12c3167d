/**
 * Numbering as Word files state it, one small file a case. Each paragraph's text is Item1, Item2 …, so that its label can
 * be found before it in what a word processor prints.
 */
import { paragraph, run, table, wordFile } from './word-file.js';

export interface NumberingCase {
  readonly name: string;
  readonly file: Uint8Array;
  /** How many items it has. */
  readonly items: number;
}

/** One level: format and text, and what else stands in it. */
interface LevelOf { format?: string; text: string; start?: number; more?: string; run?: string; left?: number; noStart?: boolean }

function level(at: number, { format = 'decimal', text, start = 1, more = '', run: look = '', left, noStart }: LevelOf): string {
  const indent = left ?? 720 * (at + 1);
  return `<w:lvl w:ilvl="${at}">${noStart ? '' : `<w:start w:val="${start}"/>`}<w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>`
    + `<w:pPr><w:ind w:left="${indent}" w:hanging="720"/></w:pPr>${look ? `<w:rPr>${look}</w:rPr>` : ''}</w:lvl>`;
}

const abstract = (id: number, levels: readonly (LevelOf | undefined)[], extra = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${extra}${levels.map((l, at) => (l ? level(at, l) : '')).join('')}</w:abstractNum>`;
const list = (id: number, abstractId: number, overrides = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
const startAt = (at: number, value: number): string => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
const levelAt = (at: number, l: LevelOf, start = ''): string => `<w:lvlOverride w:ilvl="${at}">${start}${level(at, l)}</w:lvlOverride>`;
const legal: readonly LevelOf[] = [{ text: '%1.' }, { text: '%1.%2.' }, { text: '%1.%2.%3.' }, { text: '%1.%2.%3.%4.' }];
const one = (format: string, text = '%1.', start = 1): string => abstract(1, [{ format, text, start }]) + list(1, 1);

const numPr = (numId: number | undefined, at: number | undefined): string =>
  `<w:numPr>${at === undefined ? '' : `<w:ilvl w:val="${at}"/>`}${numId === undefined ? '' : `<w:numId w:val="${numId}"/>`}</w:numPr>`;

const style = (id: string, name: string, basedOn: string | undefined, properties: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn ? `<w:basedOn w:val="${basedOn}"/>` : ''}<w:pPr>${properties}</w:pPr></w:style>`;
const NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>';

/** Writes a body, numbering the items as they come. */
class Body {
  xml = '';
  items = 0;
  /** An item with these paragraph properties. */
  with(properties = ''): this {
    this.xml += this.item(properties);
    return this;
  }
  /** Items of a list, one for each level given. */
  list(numId: number, ...levels: number[]): this {
    for (const at of levels) this.with(numPr(numId, at));
    return this;
  }
  styled(...ids: string[]): this {
    for (const id of ids) this.with(`<w:pStyle w:val="${id}"/>`);
    return this;
  }
  prose(): this {
    return this.with();
  }
  raw(xml: string): this {
    this.xml += xml;
    return this;
  }
  item(properties = '', text = ''): string {
    return paragraph(run(`Item${++this.items}${text}`), properties);
  }
}

interface Recipe { numbering: string; styles?: string; body: (b: Body) => Body }

const RECIPES: Readonly<Record<string, Recipe>> = {
  // Formats.
  decimal: { numbering: one('decimal'), body: (b) => b.list(1, 0, 0, 0) },
  'decimal-zero': { numbering: one('decimalZero'), body: (b) => b.list(1, ...Array<number>(11).fill(0)) },
  'lower-letter-brackets': { numbering: one('lowerLetter', '(%1)'), body: (b) => b.list(1, 0, 0, 0) },
  'lower-letter-half-bracket': { numbering: one('lowerLetter', '%1)'), body: (b) => b.list(1, 0, 0, 0) },
  'upper-letter': { numbering: one('upperLetter'), body: (b) => b.list(1, 0, 0) },
  'letters-past-z': { numbering: one('lowerLetter', '%1)', 25), body: (b) => b.list(1, 0, 0, 0, 0) },
  'lower-roman': { numbering: one('lowerRoman', '(%1)'), body: (b) => b.list(1, 0, 0, 0, 0, 0) },
  'upper-roman': { numbering: one('upperRoman', '%1', 38), body: (b) => b.list(1, 0, 0, 0) },
  ordinal: { numbering: one('ordinal', '%1'), body: (b) => b.list(1, 0, 0, 0, 0) },
  'ordinal-teens': { numbering: one('ordinal', '%1', 10), body: (b) => b.list(1, 0, 0, 0, 0, 0) },
  'ordinal-text': { numbering: one('ordinalText', '%1'), body: (b) => b.list(1, 0, 0, 0) },
  'cardinal-text': { numbering: one('cardinalText', 'Part %1', 19), body: (b) => b.list(1, 0, 0, 0) },
  'none-prints-nothing': { numbering: one('none', ''), body: (b) => b.list(1, 0, 0).prose() },
  'none-with-words': { numbering: one('none', 'Note:'), body: (b) => b.list(1, 0, 0) },
  'none-above': { numbering: abstract(1, [{ format: 'none', text: '' }, { text: '%2.' }, { text: '%2.%3' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1, 2, 0, 1) },
  'none-in-the-middle': { numbering: abstract(1, [{ text: '%1' }, { format: 'none', text: '' }, { text: '%1.%2.%3' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 2, 2, 1, 2) },
  'none-with-brackets-above': { numbering: abstract(1, [{ format: 'none', text: '' }, { text: '(%1) %2' }, { text: 'Part %1 item %2-%3' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 2, 2) },
  'none-naming-others': { numbering: abstract(1, [{ text: '%1.' }, { format: 'none', text: '%1.%2.' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1, 0) },
  'bullet-above': { numbering: abstract(1, [{ format: 'bullet', text: '•' }, { text: '%1.%2' }, { text: '%2.%3' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 2, 1) },
  'bullet-symbol': { numbering: abstract(1, [{ format: 'bullet', text: '\uF0B7', run: '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 0) },
  'bullet-wingdings': { numbering: abstract(1, [{ format: 'bullet', text: '\uF0A7', run: '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:hint="default"/>' }, { format: 'bullet', text: 'o', run: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 0) },
  'bullet-dash': { numbering: abstract(1, [{ format: 'bullet', text: '–' }]) + list(1, 1), body: (b) => b.list(1, 0, 0) },
  'words-around-number': { numbering: one('upperLetter', 'Appendix %1:'), body: (b) => b.list(1, 0, 0) },
  // Levels.
  'three-levels': { numbering: abstract(1, legal) + list(1, 1), body: (b) => b.list(1, 0, 1, 2, 2, 1, 2, 0, 1, 2) },
  'mixed-formats': { numbering: abstract(1, [{ text: '%1.' }, { format: 'lowerLetter', text: '(%2)' }, { format: 'lowerRoman', text: '(%3)' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1, 2, 2, 1, 0, 1) },
  'letter-and-roman-in-one': { numbering: abstract(1, [{ format: 'upperRoman', text: '%1' }, { format: 'lowerLetter', text: '%1.%2' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1, 0, 1) },
  'is-legal': { numbering: abstract(1, [{ format: 'upperRoman', text: 'Article %1.' }, { text: 'Section %1.%2', more: '<w:isLgl/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1, 0, 0, 1) },
  'is-legal-keeps-zero': { numbering: abstract(1, [{ format: 'lowerLetter', text: '%1' }, { format: 'decimalZero', text: '%1.%2' , more: '<w:isLgl/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1) },
  'level-skipped': { numbering: abstract(1, legal) + list(1, 1), body: (b) => b.list(1, 0, 2, 2, 0, 1, 2) },
  'starts-at-second-level': { numbering: abstract(1, legal) + list(1, 1), body: (b) => b.list(1, 1, 1, 0, 1) },
  'start-values': { numbering: abstract(1, [{ text: '%1.', start: 3 }, { text: '%1.%2.', start: 5 }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1, 0, 1) },
  'start-zero': { numbering: abstract(1, [{ text: '%1.', start: 0 }]) + list(1, 1), body: (b) => b.list(1, 0, 0, 0) },
  'no-start-stated': { numbering: abstract(1, [{ text: '%1.', noStart: true }]) + list(1, 1), body: (b) => b.list(1, 0, 0) },
  'restart-never': { numbering: abstract(1, [{ text: '%1.' }, { text: '(%2)', more: '<w:lvlRestart w:val="0"/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 1, 0, 1, 1) },
  'restart-after-first-only': { numbering: abstract(1, [{ text: '%1.' }, { text: '%1.%2' }, { text: '(%3)', more: '<w:lvlRestart w:val="1"/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 2, 2, 1, 2, 0, 1, 2) },
  'nine-levels': { numbering: abstract(1, Array.from({ length: 9 }, (_, i) => ({ text: Array.from({ length: i + 1 }, (__, k) => `%${k + 1}`).join('.'), left: 300 * (i + 1) }))) + list(1, 1), body: (b) => b.list(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 3, 8) },
  'custom-padding': { numbering: abstract(1, [{ text: '%1', more: '' }]).replace('<w:numFmt w:val="decimal"/>', '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>') + list(1, 1), body: (b) => b.list(1, 0, 0) },
  // Lists.
  'resumed-after-prose': { numbering: one('decimal'), body: (b) => b.list(1, 0, 0).prose().prose().list(1, 0, 0) },
  'two-lists-one-abstract': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1), body: (b) => b.list(1, 0, 0).prose().list(2, 0, 0) },
  'start-override': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1, startAt(0, 1)), body: (b) => b.list(1, 0, 0).list(2, 0, 0).list(1, 0) },
  'start-override-high': { numbering: abstract(1, legal) + list(1, 1, startAt(0, 7)), body: (b) => b.list(1, 0, 1, 0) },
  'start-override-second-level': { numbering: abstract(1, legal) + list(1, 1, startAt(1, 4)), body: (b) => b.list(1, 0, 1, 1, 0, 1) },
  'override-back-and-forth': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1, startAt(0, 1)), body: (b) => b.list(1, 0, 0).list(2, 0).list(1, 0).list(2, 0) },
  'level-override': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1, levelAt(0, { format: 'upperLetter', text: '%1)' })), body: (b) => b.list(1, 0).list(2, 0, 0).list(1, 0) },
  'level-override-with-start': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1, levelAt(0, { format: 'lowerLetter', text: '%1)' }, '<w:startOverride w:val="3"/>')), body: (b) => b.list(1, 0).list(2, 0, 0) },
  'two-abstracts-mixed': { numbering: abstract(1, legal) + abstract(2, [{ format: 'lowerLetter', text: '%1)' }]) + list(1, 1) + list(2, 2), body: (b) => b.list(1, 0, 0).list(2, 0, 0).list(1, 0).list(2, 0) },
  'each-restarted-by-its-own-list': { numbering: abstract(1, [{ format: 'lowerLetter', text: '%1)' }]) + list(1, 1) + list(2, 1, startAt(0, 1)) + list(3, 1, startAt(0, 1)), body: (b) => b.list(1, 0, 0).prose().list(2, 0, 0).prose().list(3, 0, 0) },
  'number-off': { numbering: one('decimal'), styles: NORMAL + style('Numbered', 'Numbered', 'Normal', numPr(1, undefined)), body: (b) => b.styled('Numbered').with(`<w:pStyle w:val="Numbered"/>${numPr(0, 0)}`).styled('Numbered') },
  'unknown-list': { numbering: one('decimal'), body: (b) => b.list(1, 0).list(9, 0).list(1, 0) },
  // Styles.
  'by-style': { numbering: one('decimal'), styles: NORMAL + style('Numbered', 'Numbered', 'Normal', numPr(1, undefined)), body: (b) => b.styled('Numbered', 'Numbered') },
  'by-style-level': { numbering: abstract(1, legal) + list(1, 1), styles: NORMAL + style('Second', 'Second', 'Normal', numPr(1, 1)), body: (b) => b.list(1, 0).styled('Second', 'Second').list(1, 0).styled('Second') },
  'headings-linked': {
    numbering: abstract(1, [{ text: '%1', more: '<w:pStyle w:val="Heading1"/>' }, { text: '%1.%2', more: '<w:pStyle w:val="Heading2"/>' }, { text: '%1.%2.%3' }]) + list(1, 1),
    styles: NORMAL + style('Heading1', 'heading 1', 'Normal', `${numPr(1, undefined)}<w:outlineLvl w:val="0"/>`) + style('Heading2', 'heading 2', 'Normal', `${numPr(1, 1)}<w:outlineLvl w:val="1"/>`),
    body: (b) => b.styled('Heading1', 'Heading2').list(1, 2, 2).styled('Heading2').list(1, 2).styled('Heading1', 'Heading2'),
  },
  'based-on': { numbering: one('decimal'), styles: NORMAL + style('Base', 'Base', 'Normal', numPr(1, undefined)) + style('Derived', 'Derived', 'Base', ''), body: (b) => b.styled('Base', 'Derived', 'Base') },
  'based-on-level-apart': { numbering: abstract(1, legal) + list(1, 1), styles: NORMAL + style('Base', 'Base', 'Normal', numPr(1, undefined)) + style('Derived', 'Derived', 'Base', numPr(undefined, 1)), body: (b) => b.styled('Base', 'Derived', 'Derived', 'Base', 'Derived') },
  'based-on-list-apart': { numbering: abstract(1, legal) + abstract(2, [{ format: 'lowerLetter', text: '%1)' }, { format: 'lowerRoman', text: '%2)' }]) + list(1, 1) + list(2, 2), styles: NORMAL + style('Base', 'Base', 'Normal', numPr(1, 1)) + style('Derived', 'Derived', 'Base', numPr(2, undefined)), body: (b) => b.list(1, 0).styled('Base', 'Derived', 'Base') },
  'based-on-off': { numbering: one('decimal'), styles: NORMAL + style('Base', 'Base', 'Normal', numPr(1, undefined)) + style('Off', 'Off', 'Base', numPr(0, undefined)), body: (b) => b.styled('Base', 'Off', 'Base') },
  'style-level-direct-list': { numbering: abstract(1, legal) + abstract(2, [{ format: 'lowerLetter', text: '%1)' }, { format: 'lowerRoman', text: '%2)' }]) + list(1, 1) + list(2, 2), styles: NORMAL + style('Second', 'Second', 'Normal', numPr(1, 1)), body: (b) => b.list(1, 0).styled('Second').with(`<w:pStyle w:val="Second"/>${numPr(2, 0)}`).styled('Second') },
  'direct-level-style-list': { numbering: abstract(1, legal) + list(1, 1), styles: NORMAL + style('Numbered', 'Numbered', 'Normal', numPr(1, undefined)), body: (b) => b.styled('Numbered').with(`<w:pStyle w:val="Numbered"/>${numPr(undefined, 1)}`).styled('Numbered') },
  'numbering-style': {
    numbering: `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/><w:styleLink w:val="Minutes"/>${legal.map((l, i) => level(i, l)).join('')}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="Minutes"/></w:abstractNum>${list(1, 1)}${list(2, 2)}`,
    styles: `${NORMAL}<w:style w:type="numbering" w:styleId="Minutes"><w:name w:val="Minutes"/><w:pPr>${numPr(1, undefined)}</w:pPr></w:style>`,
    body: (b) => b.list(2, 0, 1, 1, 0, 1),
  },
  'headings-linked-without-level': {
    numbering: abstract(1, [{ text: '%1', more: '<w:pStyle w:val="Heading1"/>' }, { text: '%1.%2', more: '<w:pStyle w:val="Heading2"/>' }]) + list(1, 1),
    styles: NORMAL + style('Heading1', 'heading 1', 'Normal', numPr(1, undefined)) + style('Heading2', 'heading 2', 'Normal', numPr(1, undefined)),
    body: (b) => b.styled('Heading1', 'Heading2', 'Heading2', 'Heading1', 'Heading2'),
  },
  'direct-list-style-level': { numbering: abstract(1, legal) + abstract(2, [{ format: 'lowerLetter', text: '%1)' }, { format: 'lowerRoman', text: '%2)' }]) + list(1, 1) + list(2, 2), styles: NORMAL + style('Second', 'Second', 'Normal', numPr(1, 1)), body: (b) => b.list(1, 0).styled('Second').with(`<w:pStyle w:val="Second"/>${numPr(2, undefined)}`).styled('Second') },
  'levels-across-lists': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1), body: (b) => b.list(1, 0).list(2, 1, 1).list(1, 0, 1).list(2, 1) },
  'override-met-from-below': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1, startAt(0, 1)), body: (b) => b.list(1, 0, 0).list(2, 1, 0, 1) },
  'override-waits-for-its-level': { numbering: abstract(1, [{ text: '%1.' }, { text: '%1.%2' }]) + list(1, 1) + list(2, 1, startAt(0, 4)), body: (b) => b.list(2, 1, 1).list(1, 0, 0) },
  'override-every-level': { numbering: abstract(1, legal) + list(1, 1) + list(2, 1, [0, 1, 2, 3].map((at) => startAt(at, 1)).join('')), body: (b) => b.list(1, 0, 1, 1, 2).list(2, 0, 1, 2, 2).list(1, 0, 1) },
  'digits-in-text': { numbering: abstract(1, [{ text: '2.%1' }, { text: '2.%1.%2' }]) + list(1, 1), body: (b) => b.list(1, 0, 0, 1, 1, 0) },
  'level-not-defined': { numbering: abstract(1, [{ text: '%1.' }]) + list(1, 1), body: (b) => b.list(1, 0, 1, 0) },
  'no-space-after': { numbering: abstract(1, [{ text: '%1.', more: '<w:suff w:val="space"/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 0) },
  'capitals-by-level': { numbering: abstract(1, [{ format: 'lowerRoman', text: 'item %1', run: '<w:caps/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 0) },
  'hidden-label': { numbering: abstract(1, [{ text: '%1.', run: '<w:vanish/>' }]) + list(1, 1), body: (b) => b.list(1, 0, 0) },
  'abstract-missing': { numbering: abstract(1, legal) + list(1, 1) + list(2, 7), body: (b) => b.list(1, 0).list(2, 0).list(1, 0) },
  'chicago': { numbering: one('chicago', '%1'), body: (b) => b.list(1, 0, 0, 0, 0, 0) },
  'number-in-dash': { numbering: one('numberInDash', '%1'), body: (b) => b.list(1, 0, 0) },
  // Places.
  'inside-merged-cell': {
    numbering: one('decimal'),
    body: (b) => b.raw(table([
      [`<w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr>${b.item(numPr(1, 0))}`, b.item()],
      [`<w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:vMerge/></w:tcPr>${paragraph('', numPr(1, 0))}`, b.item()],
      [`<w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${b.item(numPr(1, 0))}`, b.item()],
    ], undefined, [4000, 4000])).list(1, 0),
  },
  'content-control': { numbering: one('decimal'), body: (b) => b.list(1, 0).raw(`<w:sdt><w:sdtPr/><w:sdtContent>${b.item(numPr(1, 0))}</w:sdtContent></w:sdt>`).list(1, 0) },
  'section-break': { numbering: one('decimal'), body: (b) => b.list(1, 0).raw(paragraph('', `${numPr(1, 0)}<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>`)).list(1, 0) },
  'inserted-paragraph': { numbering: one('decimal'), body: (b) => b.list(1, 0).raw(`<w:p><w:pPr>${numPr(1, 0)}<w:rPr><w:ins w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"/></w:rPr></w:pPr><w:ins w:id="2" w:author="A" w:date="2024-01-01T00:00:00Z"><w:r><w:t>Item${++b.items}</w:t></w:r></w:ins></w:p>`).list(1, 0) },
  'in-table-cells': { numbering: one('decimal'), body: (b) => b.list(1, 0).raw(table([[b.item(numPr(1, 0)), b.item(numPr(1, 0))], [b.item(numPr(1, 0)), b.item()]], undefined, [4000, 4000])).list(1, 0) },
  'merged-cells': {
    numbering: one('decimal'),
    body: (b) => b.raw(table([
      [`<w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr>${b.item(numPr(1, 0))}`, b.item()],
      ['<w:tcPr><w:tcW w:w="4000" w:type="dxa"/><w:vMerge/></w:tcPr><w:p/>', b.item()],
      [`<w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${b.item(numPr(1, 0))}`, b.item()],
    ], undefined, [4000, 4000])).list(1, 0),
  },
  'empty-paragraph-counts': { numbering: one('decimal'), body: (b) => b.list(1, 0).raw(paragraph('', numPr(1, 0))).list(1, 0) },
  'hidden-paragraph': { numbering: one('decimal'), body: (b) => b.list(1, 0).raw(paragraph(run('unseen', '<w:vanish/>'), `${numPr(1, 0)}<w:rPr><w:vanish/></w:rPr>`)).list(1, 0) },
  'deleted-paragraph': { numbering: one('decimal'), body: (b) => b.list(1, 0).raw(`<w:p><w:pPr>${numPr(1, 0)}<w:rPr><w:del w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"/></w:rPr></w:pPr><w:del w:id="2" w:author="A" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`).list(1, 0) },
  'body-after-numbered-heading': {
    numbering: abstract(1, [{ text: '%1.', more: '<w:pStyle w:val="Heading1"/>' }]) + abstract(2, [{ format: 'lowerLetter', text: '%1)' }]) + list(1, 1) + list(2, 2, ''),
    styles: NORMAL + style('Heading1', 'heading 1', 'Normal', `${numPr(1, undefined)}<w:outlineLvl w:val="0"/>`),
    body: (b) => b.styled('Heading1').prose().list(2, 0, 0).styled('Heading1').prose().list(2, 0),
  },
};

export const CASES: readonly NumberingCase[] = Object.entries(RECIPES).map(([name, { numbering, styles, body }]) => {
  const b = body(new Body());
  return { name, items: b.items, file: wordFile({ numbering, styles: styles ?? NORMAL, body: b.xml + '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720"/></w:sectPr>' }) };
});
