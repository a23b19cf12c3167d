/** Every piece of text in a generated document is accounted for, once; and mammoth, asked for a second opinion, finds the same words. */
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/paper/model.js';
import { inkLength } from '../../../src/paper/text.js';
import { readDocx } from '../../../src/read/docx/read.js';
import { paragraphs } from './reading.js';
import { escape, paragraph, run, table, wordFile } from './word-file.js';

/** What a generated document holds: its XML, and the words that a reader must find, may not find, and must set apart. */
interface Made { readonly xml: string; readonly seen: readonly string[]; readonly unseen: readonly string[]; readonly hidden: readonly string[] }

const BY = 'w:id="1" w:author="A" w:date="2024-05-01T09:00:00Z"';
let words = 0;
/** Words that stand once each in a document, so that a lost or doubled one shows. */
const word = fc.constantFrom('alder', 'birch', 'cedar', 'damson', 'elm').map((w) => `${w}${++words}z`);
const made = (xml: string, seen: readonly string[] = [], unseen: readonly string[] = [], hidden: readonly string[] = []): Made => ({ xml, seen, unseen, hidden });
const joined = (parts: readonly Made[], xml: string): Made => made(xml, parts.flatMap((p) => p.seen), parts.flatMap((p) => p.unseen), parts.flatMap((p) => p.hidden));

const inline: fc.Arbitrary<Made> = fc.oneof(
  { weight: 5, arbitrary: word.map((w) => made(run(`${w} `), [w])) },
  word.map((w) => made(run(` ${w}`, '<w:b/><w:i/>'), [w])),
  word.map((w) => made(`<w:r><w:tab/><w:t>${w}</w:t><w:br/></w:r>`, [w])),
  word.map((w) => made(`<w:ins ${BY}>${run(` ${w} `)}</w:ins>`, [w])),
  word.map((w) => made(`<w:del ${BY}><w:r><w:delText>${w}</w:delText></w:r></w:del>`, [], [w])),
  word.map((w) => made(run(` ${w} `, '<w:vanish/>'), [], [], [w])),
  word.map((w) => made(`<w:hyperlink w:anchor="x">${run(` ${w} `)}</w:hyperlink>`, [w])),
  word.map((w) => made(`<w:fldSimple w:instr="REF ${w}c">${run(` ${w} `)}</w:fldSimple>`, [w])),
  fc.tuple(word, word).map(([code, result]) => made(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE ${code}</w:instrText><w:t>${code}</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(` ${result} `)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`, [result], [code])),
  word.map((w) => made(`<w:sdt><w:sdtPr><w:alias w:val="${w}a"/></w:sdtPr><w:sdtContent>${run(` ${w} `)}</w:sdtContent></w:sdt>`, [w])),
  word.map((w) => made(`<w:smartTag>${run(` ${escape(w)} `)}</w:smartTag>`, [w])),
);

const properties = fc.constantFrom('', '', '<w:jc w:val="center"/>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', '<w:pStyle w:val="Heading1"/>', `<w:rPr><w:del ${BY}/></w:rPr>`);

const para: fc.Arbitrary<Made> = fc.tuple(fc.array(inline, { maxLength: 5 }), properties).map(([parts, pPr]) => joined(parts, `<w:p>${pPr ? `<w:pPr>${pPr}</w:pPr>` : ''}${parts.map((p) => p.xml).join('')}</w:p>`));

const { block } = fc.letrec<{ block: Made; table: Made; box: Made; sdt: Made }>((tie) => ({
  block: fc.oneof({ depthSize: 'small', withCrossShrink: true }, { weight: 6, arbitrary: para }, { weight: 1, arbitrary: tie('table') }, { weight: 1, arbitrary: tie('box') }, { weight: 1, arbitrary: tie('sdt') }),
  table: fc.array(fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => joined(rows.flat(2), table(rows.map((cells) => cells.map((blocks) => blocks.map((b) => b.xml).join('') + paragraph('')))))),
  box: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((blocks) => {
    const content = `<w:txbxContent>${blocks.map((b) => b.xml).join('')}</w:txbxContent>`;
    return joined(blocks, `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`);
  }),
  sdt: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((blocks) => joined(blocks, `<w:sdt><w:sdtContent>${blocks.map((b) => b.xml).join('')}</w:sdtContent></w:sdt>`)),
}));

const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
const styles = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>';

const textOf = (paper: Paper): string => [...paragraphs(paper).map((p) => p.text), ...paper.furniture.map((f) => f.text)].join(' ');
const wordsOf = (text: string): string[] => text.match(/[a-z]+\d+z/g) ?? [];

describe('every piece of text', () => {
  it('is in a block once, or hidden, and no other text is', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (blocks) => {
      const all = joined(blocks, blocks.map((b) => b.xml).join(''));
      const paper = await readDocx(wordFile({ body: all.xml, numbering, styles }), {});
      expect(wordsOf(textOf(paper)).sort()).toEqual([...all.seen].sort());
      expect(wordsOf(paper.hidden.map((h) => h.text).join(' ')).sort()).toEqual([...all.hidden].sort());
      const ids = paragraphs(paper).map((p) => p.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const p of paragraphs(paper)) for (const s of p.spans ?? []) expect(s.start >= 0 && s.end <= p.text.length && s.start < s.end).toBe(true);
    }), { numRuns: 150, seed: 20241101 });
  });

  it('is what mammoth finds, where mammoth reads it', { timeout: 60_000 }, async () => {
    // Hidden text mammoth keeps; the results of simple fields it drops.
    const plain = fc.tuple(fc.array(inline.filter((m) => m.hidden.length === 0 && m.unseen.length === 0 && !m.xml.includes('w:fldSimple')), { maxLength: 5 })).map(([parts]) => joined(parts, `<w:p>${parts.map((p) => p.xml).join('')}</w:p>`));
    await fc.assert(fc.asyncProperty(fc.array(plain, { maxLength: 6 }), async (blocks) => {
      const bytes = wordFile({ body: blocks.map((b) => b.xml).join('') });
      const own = textOf(await readDocx(bytes, {}));
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      expect(wordsOf(own)).toEqual(wordsOf(value));
      expect(inkLength(own)).toBe(inkLength(value));
    }), { numRuns: 60, seed: 20241102 });
  });

  it('gives the same paper twice', async () => {
    const bytes = wordFile({ numbering, body: paragraph('a', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + table([[paragraph('b'), paragraph('c')]]) });
    expect(await readDocx(bytes, {})).toEqual(await readDocx(bytes, {}));
  });
});
