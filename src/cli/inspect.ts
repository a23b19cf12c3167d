/** `ctrust inspect`: what the reader saw, and why this kind was chosen. */
import { join } from 'node:path';
import type { Classification } from '../kinds/record.js';
import { fragment } from '../paper/locator.js';
import type { Block, Paper, Paragraph } from '../paper/model.js';
import { printed } from '../paper/walk.js';
import { toJson } from '../write/json.js';
import type { Drawing } from '../work/task.js';
import { batch, keepPapers } from './batch.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { targetOf, toStdout, writeWhole } from './output.js';
import { safe } from './safe.js';

export interface InspectCommand extends CommonOptions { format: 'text' | 'json'; draw?: string }

interface Inspection { paper: Paper; classification: Classification; drawings?: Drawing[] }

export async function inspect(arg: string, options: InspectCommand): Promise<void> {
  const target = await targetOf(options.output);
  if (target.to === 'folder') throw new CommandError(EXIT.usage, 'give a file with -o, not a folder; pictures of the pages go to the folder of --draw');
  const { papers, results } = await batch('inspect', [arg], { ...options, jobs: 1 }, { draw: options.draw !== undefined });
  if (target.to === 'file') await keepPapers(papers, [target.path]);
  for await (const { value } of results) {
    const seen = value as Inspection;
    if (options.draw !== undefined) await draw(options.draw, seen.drawings ?? []);
    const text = options.format === 'json' ? toJson(forJson(seen)) : forPeople(seen);
    if (target.to === 'stdout') await toStdout(text);
    else await writeWhole(target.path, text);
  }
}

/** Writes the pictures to a folder, one a page. */
async function draw(folder: string, drawings: readonly Drawing[]): Promise<void> {
  if (drawings.length === 0) process.stderr.write('ctrust: only the pages of a PDF can be drawn\n');
  const digits = String(drawings.at(-1)?.page ?? 1).length;
  for (const { page, png } of drawings) await writeWhole(join(folder, `page-${String(page).padStart(digits, '0')}.png`), png);
}

/** The inspection with locators as fragments. */
function forJson({ paper, classification }: Inspection): unknown {
  const walk = (blocks: readonly Block[]): unknown[] => blocks.map((b) => (b.type === 'table'
    ? { ...b, at: fragment(b.at), until: b.until && fragment(b.until), cells: b.cells.map((c) => ({ ...c, at: fragment(c.at), blocks: walk(c.blocks) })) }
    : { ...b, at: fragment(b.at), until: b.until && fragment(b.until), pieces: undefined }));
  const apart = (list: Paper['furniture']): unknown[] => list.map((f) => ({ ...f, at: fragment(f.at) }));
  return {
    format: paper.format, pages: paper.pages, language: paper.language, metadata: paper.metadata, reading: paper.reading,
    kind: classification.kind, confidence: classification.confidence,
    weights: classification.weights.map((w) => ({ ...w, evidence: w.evidence.map((e) => ({ ...e, at: e.at && fragment(e.at) })) })),
    blocks: walk(paper.blocks), furniture: apart(paper.furniture), hidden: apart(paper.hidden),
    diagnostics: paper.diagnostics.map((d) => ({ ...d, at: d.at && fragment(d.at) })),
  };
}

function forPeople({ paper, classification }: Inspection): string {
  const out: string[] = [];
  out.push(`${paper.format}${paper.pages === undefined ? '' : `, ${paper.pages} pages`}${paper.language ? `, language ${paper.language}` : ''}`);
  for (const r of paper.reading ?? []) out.push(`page ${r.page}: read by ${r.by} (${r.why})`);
  out.push('', `kind: ${classification.kind}, confidence ${classification.confidence}`);
  for (const w of classification.weights) {
    out.push(`  ${w.kind} weighs ${w.weight}`);
    for (const e of w.evidence) out.push(`    ${e.weight > 0 ? '+' : ''}${e.weight}  ${safe(e.text)}${e.at ? `  ${fragment(e.at)}` : ''}`);
  }
  out.push('', 'blocks:');
  const walk = (blocks: readonly Block[], indent: string): void => {
    for (const b of blocks) {
      if (b.type === 'paragraph') { out.push(`${indent}${describe(b)}`); continue; }
      out.push(`${indent}[table ${b.rows} x ${b.columns}, ${b.headerRows} heading rows]  ${fragment(b.at)}`);
      for (const c of b.cells) {
        out.push(`${indent}  (${c.row},${c.column}${c.rowSpan > 1 || c.columnSpan > 1 ? ` spans ${c.rowSpan}x${c.columnSpan}` : ''}${c.header ? ' heading' : ''})  ${fragment(c.at)}`);
        walk(c.blocks, `${indent}    `);
      }
    }
  };
  walk(paper.blocks, '  ');
  if (paper.furniture.length > 0) out.push('', 'furniture:', ...paper.furniture.map((f) => `  [${f.why}] ${safe(f.text)}  ${fragment(f.at)}`));
  if (paper.hidden.length > 0) out.push('', 'hidden:', ...paper.hidden.map((h) => `  [${h.why}] ${safe(h.text)}  ${fragment(h.at)}`));
  if (paper.diagnostics.length > 0) out.push('', 'diagnostics:', ...paper.diagnostics.map((d) => `  ${d.severity} ${d.rule}: ${safe(d.message)}${d.at ? `  ${fragment(d.at)}` : ''}`));
  return `${out.join('\n')}\n`;
}

function describe(p: Paragraph): string {
  const marks = [
    p.heading ? `heading ${p.heading.level} by ${p.heading.by}` : p.bullet ? 'bullet' : p.number !== undefined ? 'numbered' : 'text',
    p.depth === undefined ? '' : `depth ${p.depth}`, p.bold ? 'bold' : '', p.band === undefined ? '' : `band ${p.band}`, p.note === undefined ? '' : `note ${p.note}`,
  ].filter(Boolean).join(', ');
  return `[${marks}] ${safe(printed(p))}  ${fragment(p.at)}${p.until ? ` to ${fragment(p.until)}` : ''}`;
}
