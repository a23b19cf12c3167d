/** Opens pages from disk in Debian's Chromium, with the network cut. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** The browser; `undefined` where none is installed. */
export const CHROMIUM = [process.env['CTRUST_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((p) => p !== undefined && p !== '' && existsSync(p));

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export interface Opened {
  readonly page: Page;
  /** What went wrong in the page, and what it asked of a network. */
  readonly complaints: string[];
}

export interface Browser {
  open(file: string, size?: { width: number; height: number }): Promise<Opened>;
  close(): Promise<void>;
}

/** A browser with a new profile and no network. */
export async function startBrowser(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'ctrust-browser-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM ?? '', headless: true, args: FLAGS, viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  await context.setOffline(true);
  return {
    async open(file, size) {
      const page = await context.newPage();
      if (size) await page.setViewportSize(size);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => { if (message.type() === 'error') complaints.push(`console: ${message.text()}`); });
      page.on('request', (request) => { if (!/^(file|blob|data):/.test(request.url())) complaints.push(`request: ${request.url()}`); });
      page.on('dialog', (dialog) => { if (dialog.type() !== 'beforeunload') complaints.push(`dialog: ${dialog.message()}`); void dialog.accept().catch(() => undefined); });
      await page.goto(pathToFileURL(file).href);
      return { page, complaints };
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
