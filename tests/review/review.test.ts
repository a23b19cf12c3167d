/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The review page as a clerk uses it: opened from disk in a browser without a network. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, crc32 } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as Html from '../../src/write/review/html.js';
import { ctrust } from '../cli/run.js';
import { type Browser, CHROMIUM, startBrowser } from './browser.js';

const PAPERS = fileURLToPath(new URL('../../fixtures/papers/', import.meta.url));
/** A paper of each kind, in each of the formats. */
const ONE_OF_EACH = [
  ['action-plan', 'ardmere-skatepark-action-plan.pdf'],
  ['minutes', 'brackenford-council-minutes.pdf'],
  ['minutes', 'eskmouth-harbour-item-minutes.html'],
  ['cabinet-report', 'marlcombe-libraries-cabinet-report.docx'],
  ['partnership-report', 'ravensholt-safer-partnership.pdf'],
  ['strategy-paper', 'saltmarch-play-strategy.docx'],
  ['agenda', 'penllwyn-cabinet-agenda.pdf'],
  ['decision-notice', 'tarnbridge-leader-decision.docx'],
  ['document', 'eskerdale-residents-letter.pdf'],
] as const;

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface AxeResult { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }
/** What axe-core finds against WCAG 2.2 A and AA and its own best practices. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate('axe.run(document)') as AxeResult;
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ''}`));
}

/** A grey PNG of so many pixels with noise in it, so that it does not shrink to nothing. */
function noise(width: number, height: number): string {
  const rows = Buffer.alloc((width + 1) * height);
  let seed = 1;
  for (let i = 0; i < rows.length; i++) { seed = (seed * 1103515245 + 12345) % 2147483648; rows[i] = i % (width + 1) === 0 ? 0 : seed % 7 === 0 ? (seed >> 8) & 255 : 255; }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]).toString('base64');
}

describe.skipIf(CHROMIUM === undefined)(`the review page in a browser${CHROMIUM === undefined ? ' (skipped: no Chromium is installed)' : ''}`, () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ctrust-review-'));
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const reviewed = async (paper: string): Promise<string> => {
    const html = join(folder, `${paper.split('/').at(-1) ?? ''}.review.html`);
    const { status, err } = await ctrust(['review', paper, '-o', html]);
    expect(err).toBe('');
    expect(status).toBe(0);
    return html;
  };

  it.each(ONE_OF_EACH)('%s: %s is shown, lit up, found, corrected, saved and valid', async (kind, file) => {
    const html = await reviewed(join(PAPERS, file));
    const { page, complaints } = await browser.open(html);
    expect(await page.locator('header p').textContent()).toContain(kind.replace(/-/g, ' '));
    expect(await violations(page)).toEqual([]);

    // A field lights up its place, and a click on that place finds a field.
    const field = page.locator('#record button.value:has(.where)').first();
    await field.click();
    const lit = page.locator('#sheets .lit').first();
    await lit.waitFor();
    await page.waitForTimeout(700);
    const box = await lit.boundingBox();
    const view = page.viewportSize();
    expect(box && view && box.y >= 0 && box.y < view.height).toBe(true);
    if (box) await page.mouse.click(box.x + Math.min(12, box.width / 2), box.y + box.height / 2);
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/^(Field found|Nearest field)/);
    expect(await page.evaluate(() => document.activeElement?.closest('#record') !== null)).toBe(true);
    if (file.endsWith('.pdf')) expect(await page.locator('.sheet img[src^="blob:"]').count()).toBeGreaterThan(0);

    // Correcting by keyboard alone, with the form looked at by axe as well.
    const text = page.locator('#record button.value:has(.name:text-is("title"))').first();
    await text.focus();
    await page.keyboard.press('F2');
    expect(await page.locator('.editor').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('A corrected title: "quoted"');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#corrections').textContent()).toBe('1 correction, not yet saved');
    for (const ending of ['yaml', 'json'] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`#save-${ending}`).click()]);
      expect(download.suggestedFilename()).toBe(file.replace(/\.[a-z]+$/, `.${ending}`));
      const saved = join(folder, `${kind}.${ending}`);
      await download.saveAs(saved);
      const body = await readFile(saved, 'utf8');
      const record = (ending === 'yaml' ? parse(body) : JSON.parse(body)) as { title: string; kind: string };
      expect(record).toMatchObject({ kind, title: 'A corrected title: "quoted"' });
      const { status, err } = await ctrust(['validate', saved, '--fail-on', 'never']);
      expect(err).toBe('');
      expect(status).toBe(0);
    }
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it('refuses a value that the schema does not allow, and takes one out that may be absent', async () => {
    const html = await reviewed(join(PAPERS, 'brackenford-council-minutes.pdf'));
    const { page, complaints } = await browser.open(html);
    const date = page.locator('#record > .fields > .field:has(.name:text-is("date"))');
    await date.locator('.edit').click();
    await date.locator('input').fill('25 February');
    await date.locator('button:text-is("Keep")').click();
    expect(await date.locator('.problem').textContent()).toContain('ISO date');
    expect(await date.locator('input').getAttribute('aria-invalid')).toBe('true');
    await date.locator('input').fill('2020-02-31');
    await page.keyboard.press('Enter');
    expect(await date.locator('.problem').textContent()).toBe('There is no such day.');
    await page.keyboard.press('Escape');
    expect(await page.locator('.editor').count()).toBe(0);
    expect(await page.locator('#corrections').textContent()).toBe('');
    await date.locator('.edit').click();
    await date.locator('input').fill('');
    await page.keyboard.press('Enter');
    expect(await date.locator('.value .text').textContent()).toBe('(taken out)');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save-json').click()]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).not.toHaveProperty('date');
    expect(complaints).toEqual([]);
    await page.close();
  }, 60_000);

  it('goes from field to field by keys, finds words, and filters diagnostics', async () => {
    const html = await reviewed(join(PAPERS, 'ardmere-skatepark-action-plan.pdf'));
    const { page } = await browser.open(html);
    await page.locator('#record button.value').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('body');
    await page.locator('#find').fill('twice a year');
    await expect.poll(() => page.locator('#found').textContent()).toBe('1 found');
    await page.locator('#results button').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('twice a year');
    expect(await page.locator('.sheet .lit').count()).toBe(1);
    expect(await page.locator('#diagnostics li:visible').count()).toBe(1);
    await page.locator('#show-warning').uncheck();
    expect(await page.locator('#diagnostics li:visible').count()).toBe(0);
    expect(await page.locator('#shown').textContent()).toBe('0 of 1 shown');
    await page.close();
  }, 60_000);

  it('needs no sideways scrolling at 400 % (320 by 256 CSS pixels)', async () => {
    const html = await reviewed(join(PAPERS, 'marlcombe-libraries-cabinet-report.docx'));
    const { page } = await browser.open(html, { width: 320, height: 256 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
    await page.close();
  }, 60_000);

  it('runs nothing that a paper says', async () => {
    const paper = join(folder, 'hostile.html');
    const evil = ['&lt;script&gt;window.ran = 1&lt;/script&gt;', '&quot;&gt;&lt;img src=x onerror=&quot;window.ran = 2&quot;&gt;', '&lt;/script&gt;&lt;script&gt;window.ran = 3&lt;/script&gt;', '&lt;!--&lt;script&gt;', 'javascript:window.ran=4'];
    await writeFile(paper, `<!DOCTYPE html><title>${evil[0]}</title><h1>${evil[2]}</h1><p>${evil[3]} opens</p>
<p>Minutes of the meeting of the ${evil[0]} Board held on 3 March 2015</p><p>Present: Councillors ${evil[1]} (Chair) and ${evil[0]}</p>
${evil.map((e, i) => `<h2>${i + 1}. ${e}</h2><p><a href="javascript:window.ran=5">${e}</a></p><p>RESOLVED – That ${e} be noted.</p>`).join('\n')}`);
    const { page, complaints } = await browser.open(await reviewed(paper));
    expect(await page.locator('#record').textContent()).toContain('<script>window.ran');
    // Folded parts are built as they open: opened until nothing is folded.
    for (let n = 0; n < 10; n++) await page.evaluate(() => { for (const d of document.querySelectorAll('#record details')) (d as HTMLDetailsElement).open = true; });
    await page.locator('#find').fill('onerror');
    await page.locator('#results button').first().click();
    await page.waitForTimeout(300);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.evaluate(() => [...document.querySelectorAll('a[href], img, iframe, object, embed, svg')].map((e) => e.outerHTML))).toEqual(['<a class="skip" href="#side">Skip to the fields</a>']);
    expect(await page.evaluate(() => document.scripts.length)).toBe(2);
    expect(complaints).toEqual([]);
    // An inline script that were there all the same would be refused.
    expect(await page.evaluate(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 6'; document.body.append(s); return (window as { ran?: number }).ran; })).toBeUndefined();
    await page.close();
  }, 60_000);

  it('stays usable with 300 pages: pictures are decoded as they come near', async () => {
    const { reviewHtml } = await import(new URL('../../dist/write/review/html.js', import.meta.url).href) as typeof Html;
    const pages = 300;
    const png = noise(893, 1263);
    const paragraphs = Array.from({ length: pages * 20 }, (_, i) => ({ number: String(i + 1), text: `Paragraph ${i + 1} of a long paper about drains and verges.`, at: `#page=${Math.floor(i / 20) + 1}&viewrect=60,${60 + (i % 20) * 35},400,24` }));
    const record = {
      schemaVersion: '1.0', kind: 'document', title: 'A long paper', source: { file: 'long.pdf' }, coverage: { ratio: 0.99, unassigned: [{ text: 'Left over.', at: '#page=250&viewrect=60,780,200,20' }] }, diagnostics: [],
      sections: Array.from({ length: 60 }, (_, s) => ({ title: `Section ${s + 1}`, paragraphs: paragraphs.slice(s * 100, s * 100 + 100), sections: [], at: paragraphs[s * 100]?.at })),
    };
    const html = join(folder, 'long.html');
    await writeFile(html, reviewHtml({ record, pages: Array.from({ length: pages }, (_, i) => ({ number: i + 1, width: 595, height: 842, png })), flow: [], marks: {}, schemas: {} }));
    const started = performance.now();
    const { page, complaints } = await browser.open(html);
    await page.locator('.sheet img[src]').first().waitFor();
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeLessThan(15);
    expect(await page.locator('.sheet img[src]').count()).toBeLessThan(12);
    await page.locator('#unassigned button').click();
    await expect.poll(() => page.locator('.sheet[data-page="250"] img[src]').count(), { timeout: 15_000 }).toBe(1);
    expect(await page.locator('.sheet[data-page="250"] .outline.unassigned').count()).toBe(1);
    await page.locator('#page').fill('120');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.sheet[data-page="120"] img[src]').count(), { timeout: 15_000 }).toBe(1);
    expect(await page.locator('.sheet img[src]').count()).toBeLessThan(16);
    expect(await page.locator('*').count()).toBeLessThan(6000);
    expect(complaints).toEqual([]);
    await page.close();
  }, 90_000);
});

it('is the same bytes for the same paper', async () => {
  const paper = join(PAPERS, 'eskmouth-harbour-item-minutes.html');
  const [one, two] = [await ctrust(['review', paper]), await ctrust(['review', paper])];
  expect(one.out).toBe(two.out);
  expect(one.out).toMatch(/^<!DOCTYPE html>/);
});
