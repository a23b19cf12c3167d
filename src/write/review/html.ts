/**
 * A review page: one self-contained HTML file that opens from disk without a network. Data of the paper is carried as JSON and shown as text by
 * the page's script; a Content Security Policy (W3C, CSP Level 3) lets that script and that style run by their hashes, and nothing else.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface ReviewInput {
  readonly record: Readonly<Record<string, unknown>>;
  /** Sizes in PDF points; pictures as base64. */
  readonly pages: readonly { readonly number: number; readonly width: number; readonly height: number; readonly png: string }[];
  readonly flow: readonly { readonly at: string; readonly text: string; readonly heading?: number; readonly cell?: boolean }[];
  /** Where fields of the record's head stand, by their path joined with dots. */
  readonly marks: Readonly<Record<string, { readonly at: string; readonly until?: string }>>;
  /** JSON Schemas of the record's kind and of those attached to it, by kind. */
  readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
/** JSON that cannot end the element which carries it, nor open a comment in it. */
const embedded = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
const part = (name: string): string => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** Each picture stands in an element of its own, so that a browser reads it when its page comes near, and not before. */
const picture = ({ number, png }: ReviewInput['pages'][number]): string => (BASE64.test(png) ? `<script type="text/plain" id="picture-${number}">${png}</script>\n` : '');

/** The page. The same input gives the same bytes. */
export function reviewHtml(input: ReviewInput): string {
  const script = part('review.js').replace(/<\/script/gi, '<\\/script');
  const style = part('review.css');
  const { record, pages, flow, marks, schemas } = input;
  const source = record['source'] as { file?: unknown; language?: unknown } | undefined;
  const file = typeof source?.file === 'string' ? source.file : 'paper';
  const title = typeof record['title'] === 'string' && record['title'].trim() !== '' ? record['title'] : file;
  const ratio = (record['coverage'] as { ratio?: number } | undefined)?.ratio ?? 1;
  const lang = typeof source?.language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(source.language) ? source.language : 'en-GB';
  const policy = `default-src 'none'; img-src blob:; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
  // Rounded down: 100 % is said where nothing at all is left over.
  const share = (Math.floor(ratio * 1000) / 10).toFixed(1).replace(/\.0$/, '');
  const sizes = pages.map(({ number, width, height }) => ({ number, width, height }));
  const paged = pages.length > 0;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Review: ${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#side">Skip to the fields</a>
<header>
<h1 lang="${escape(lang)}">${escape(title)}</h1>
<p class="quiet">${escape(file)} · ${escape(String(record['kind']).replace(/-/g, ' '))} · ${share} % of the text in fields</p>
</header>
<main>
<section id="paper" aria-label="The paper">
<div class="bar">
${paged ? `<label for="page">Page</label><input id="page" type="number" min="1" max="${sizes.at(-1)?.number ?? 1}" value="${sizes[0]?.number ?? 1}"><span>of ${sizes.at(-1)?.number ?? 1}</span>` : '<span>Text of the paper</span>'}
<span class="group"><button type="button" id="smaller" aria-label="Smaller">−</button><span id="zoom" role="status">100 %</span><button type="button" id="larger" aria-label="Larger">+</button></span>
<span class="legend">${paged ? '<span><span class="key in-field"></span>in a field</span>' : ''}<span><span class="key unassigned"></span>in no field</span><span><span class="key lit"></span>chosen</span></span>
</div>
<div id="sheets" lang="${escape(lang)}" tabindex="0" role="region" aria-label="${paged ? 'Pages' : 'Text'}"></div>
</section>
<section id="side" aria-label="What was read" tabindex="-1">
<div class="bar">
<button type="button" class="primary" id="save-yaml">Save as YAML</button>
<button type="button" id="save-json">Save as JSON</button>
<span id="corrections" role="status"></span>
</div>
<p id="status" role="status" class="quiet"></p>
<p class="quiet help">Choose a field and its place lights up; click on the paper and its field is shown. Up and Down go from field to field, F2 corrects.</p>
<search>
<label for="find">Find in the fields</label>
<input id="find" type="search" autocomplete="off" spellcheck="false">
<span id="found" role="status" class="quiet"></span>
<ul id="results"></ul>
</search>
<h2 id="fields-heading">Fields</h2>
<div id="record" role="group" aria-labelledby="fields-heading" lang="${escape(lang)}"></div>
<h2 id="missed-heading">In no field</h2>
<p id="missed"></p>
<ul id="unassigned" aria-labelledby="missed-heading"></ul>
<h2 id="interpreted-heading">Said in other words</h2>
<p id="reworded"></p>
<ul id="interpreted" aria-labelledby="interpreted-heading"></ul>
<h2 id="diagnostics-heading">Diagnostics</h2>
<fieldset>
<legend>Show</legend>
<label><input type="checkbox" id="show-error" checked> errors <span id="count-error"></span></label>
<label><input type="checkbox" id="show-warning" checked> warnings <span id="count-warning"></span></label>
<label><input type="checkbox" id="show-info" checked> information <span id="count-info"></span></label>
<span id="shown" role="status" class="quiet"></span>
</fieldset>
<ul id="diagnostics" aria-labelledby="diagnostics-heading"></ul>
</section>
</main>
<noscript><p>This page shows its record by a script, which this browser does not run.</p></noscript>
<script type="application/json" id="data">${embedded({ record, pages: sizes, flow, marks, schemas, file })}</script>
${pages.map(picture).join('')}<script>${script}</script>
</body>
</html>
`;
}
