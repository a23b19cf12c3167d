/**
 * Two engines, one page: both must see the same words at the same places, in the project's own PDFs and, where it lies beside the
 * checkout, in the corpus of real papers. Where they differ for a reason, the file is listed with the reason.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../../src/read/pdf/engine/open.js';
import type { PageGeometry } from '../../../../src/read/pdf/geometry.js';
import { wordsOf } from '../../../../src/read/pdf/layout/words.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FOLDERS = [join(ROOT, 'fixtures'), resolve(ROOT, '../shared/corpus')];
/** Part of the words that must agree, and how far apart their edges may lie in points. */
const SHARE = 0.995;
const NEAR = 1;
/** Pages of a long paper that are compared: the first ones, and every so many after. */
const FIRST_PAGES = 4;
const EVERY = 12;

/** Files in which the engines differ, how far they may, and why. */
const EXCEPTIONS: readonly { readonly file: RegExp; readonly share: number; readonly why: string }[] = [
  {
    file: /^eu-01[6-9]\.pdf$/, share: 0.9,
    why: 'Small capitals with a wrong character map; the producer states the right capitals beside them (ActualText). PDFium reads those, pdf.js gives the map, which has small letters for capitals.',
  },
];

function pdfsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((e) => e.isFile() && e.name.endsWith('.pdf')).map((e) => join(e.parentPath, e.name)).sort();
}

interface Placed { readonly text: string; readonly box: readonly [number, number, number, number] }

const placed = (page: PageGeometry): Placed[] => wordsOf(page.glyphs.filter((g) => !g.unseen)).map((w) => ({ text: w.text.normalize('NFKC'), box: w.box }));

/** How many words of `a` have a twin in `b`, each of those used once. */
function shared(a: readonly Placed[], b: readonly Placed[]): number {
  const byText = new Map<string, Placed[]>();
  for (const w of b) {
    const same = byText.get(w.text);
    if (same) same.push(w);
    else byText.set(w.text, [w]);
  }
  let n = 0;
  for (const w of a) {
    const same = byText.get(w.text) ?? [];
    const at = same.findIndex((o) => o.box.every((edge, i) => Math.abs(edge - (w.box[i] ?? 0)) <= NEAR));
    if (at < 0) continue;
    same.splice(at, 1);
    n++;
  }
  return n;
}

const files = FOLDERS.flatMap(pdfsIn);

describe.skipIf(files.length === 0)('PDFium and pdf.js', () => {
  it.each(files.map((path) => [basename(path), path]))('see the same words in %s', async (name, path) => {
    const bytes = new Uint8Array(readFileSync(path));
    const opened = await Promise.allSettled([openPdf(bytes, { engine: 'pdfium' }), openPdf(bytes, { engine: 'pdfjs' })]);
    const [first, second] = opened.map((o) => (o.status === 'fulfilled' ? o.value : undefined));
    // A file made to be refused is refused by both, or read by one alone.
    if (!first || !second) {
      await first?.close();
      await second?.close();
      return;
    }
    expect(second.pageCount).toBe(first.pageCount);
    expect(second.tagged).toBe(first.tagged);
    let words = 0;
    let same = 0;
    for (let page = 1; page <= first.pageCount; page++) {
      if (page > FIRST_PAGES && page % EVERY !== 0) continue;
      const a = await first.page(page);
      const b = await second.page(page);
      expect([b.width, b.height, b.rotation].map(Math.round)).toEqual([a.width, a.height, a.rotation].map(Math.round));
      const mine = placed(a);
      const theirs = placed(b);
      words += Math.max(mine.length, theirs.length);
      same += shared(mine, theirs);
    }
    await first.close();
    await second.close();
    const needed = EXCEPTIONS.find((e) => e.file.test(name))?.share ?? SHARE;
    if (words > 0) expect(same / words, `${same} of ${words} words agree`).toBeGreaterThanOrEqual(needed);
  }, 60_000);
});
