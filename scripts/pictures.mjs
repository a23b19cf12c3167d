// Makes the pictures of the documentation: the review page in Chromium, and a workbook in LibreOffice. Both must be installed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'docs/pictures');
const paper = (name) => join(root, 'fixtures/papers', name);
const work = mkdtempSync(join(tmpdir(), 'ctrust-pictures-'));
const ctrust = (...args) => execFileSync(process.execPath, [join(root, 'bin/ctrust.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
mkdirSync(out, { recursive: true });

// The review page: a recommendation chosen, its place lit up.
const review = join(work, 'review.html');
ctrust('review', paper('ardmere-skatepark-action-plan.pdf'), '-o', review);
const browser = await chromium.launchPersistentContext(join(work, 'profile'), {
  executablePath: process.env['CTRUST_CHROMIUM'] ?? '/usr/bin/chromium', headless: true, viewport: { width: 1120, height: 600 },
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
await browser.setOffline(true);
const page = await browser.newPage();
await page.goto(pathToFileURL(review).href);
await page.locator('.sheet img[src]').first().waitFor();
await page.locator('summary', { hasText: 'That a youth forum' }).click();
await page.locator('#side').evaluate((side) => { const chosen = document.activeElement; side.scrollTop += (chosen?.getBoundingClientRect().top ?? 0) - 200; });
await page.mouse.move(0, 0);
await page.waitForTimeout(800);
await page.screenshot({ path: join(out, 'review.png') });

// The workbook, as a spreadsheet program prints its rows.
const book = join(work, 'rows.xlsx');
ctrust('extract', paper('ardmere-skatepark-action-plan.pdf'), '-o', book);
execFileSync(process.env['CTRUST_SOFFICE'] ?? 'soffice', [`-env:UserInstallation=${pathToFileURL(join(work, 'office')).href}`, '--headless', '--convert-to', 'html', '--outdir', work, book], { stdio: 'ignore' });
await page.setViewportSize({ width: 1120, height: 156 });
await page.goto(pathToFileURL(join(work, 'rows.html')).href);
await page.addStyleTag({ content: 'body { margin: 0; zoom: .7; font: 12px "Liberation Sans", sans-serif; } body > *:not(table) { display: none; } table { border-collapse: collapse; table-layout: fixed; width: 3400px; } td { border: 1px solid #c3ccd6 !important; padding: 2px 4px; } tr:first-child td { position: sticky; top: 0; }' });
// From the recommendation's number on: what is left of it is the same in every row.
await page.locator('td', { hasText: 'parentNumber' }).first().evaluate((cell) => scrollTo(cell.getBoundingClientRect().left, 0));
await page.screenshot({ path: join(out, 'rows.png') });
await browser.close();
rmSync(work, { recursive: true, force: true });
