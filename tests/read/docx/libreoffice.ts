/** What LibreOffice prints for the numbering cases, read back from its PDF. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type NumberingCase } from './numbering-cases.js';

const runs = (program: string, argument: string): boolean => {
  try {
    execFileSync(program, [argument], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
};

/** True where LibreOffice and pdftotext are on this machine. */
export const hasLibreOffice = (): boolean => runs('soffice', '--version') && runs('pdftotext', '-v');

/** One sign for every bullet: the PDF has the code of the symbol font. */
export const oneBullet = (label: string): string => label.replace(/[\uE000-\uF8FF•▪▸■]/gu, '•');

/** The labels printed before Item1, Item2 … of each case, by name; all files in one run of LibreOffice. */
export function printedLabels(cases: readonly NumberingCase[]): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ctrust-numbering-'));
  try {
    for (const c of cases) writeFileSync(join(folder, `${c.name}.docx`), c.file);
    execFileSync('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder,
      ...cases.map((c) => join(folder, `${c.name}.docx`)),
    ], { stdio: 'ignore', timeout: 120_000 });
    return Object.fromEntries(cases.map((c) => [c.name, labelsIn(execFileSync('pdftotext', ['-layout', join(folder, `${c.name}.pdf`), '-'], { encoding: 'utf8' }), c.items)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function labelsIn(text: string, items: number): string[] {
  const labels = Array.from({ length: items }, () => '(not printed)');
  for (const line of text.split('\n')) {
    let at = 0;
    for (const found of line.matchAll(/Item(\d+)/g)) {
      labels[Number(found[1]) - 1] = oneBullet(line.slice(at, found.index).trim());
      at = found.index + found[0].length;
    }
  }
  return labels;
}

/** The checked-in result of that comparison. */
export interface Checked {
  /** What LibreOffice printed, by case. */
  readonly libreOffice: Readonly<Record<string, readonly string[]>>;
  /** Cases in which LibreOffice departs from Word: why, and what Word prints. */
  readonly word: Readonly<Record<string, { readonly why: string; readonly labels: readonly string[] }>>;
}

export const checkedFile = new URL('../../../fixtures/numbering/labels.json', import.meta.url);
export const readChecked = (): Checked => JSON.parse(readFileSync(checkedFile, 'utf8')) as Checked;
