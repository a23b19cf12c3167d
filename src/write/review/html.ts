/**
 * A review page: one self-contained HTML file that opens from disk without a network. Data of the paper is carried as JSON and shown as text by
 * the page's script; a Content Security Policy lets that script run, and nothing else.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface ReviewInput {
  readonly record: Readonly<Record<string, unknown>>;
  readonly pages: readonly { readonly number: number; readonly width: number; readonly height: number; readonly png: string }[];
  readonly flow: readonly { readonly at: string; readonly text: string; readonly heading?: number; readonly cell?: boolean }[];
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
/** JSON that cannot end the element which carries it, nor open a comment in it. */
const embedded = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
const part = (name: string): string => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page. The same input gives the same bytes. */
export function reviewHtml(input: ReviewInput): string {
  const script = part('review.js').replace(/<\/script/gi, '<\\/script');
  const style = part('review.css');
  const { record } = input;
  const source = record['source'] as { file?: unknown } | undefined;
  const file = typeof source?.file === 'string' ? source.file : 'paper';
  const language = (record['source'] as { language?: unknown } | undefined)?.language;
  const title = typeof record['title'] === 'string' && record['title'] !== '' ? record['title'] : file;
  const ratio = (record['coverage'] as { ratio?: number } | undefined)?.ratio ?? 1;
  const lang = typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(language) ? language : 'en-GB';
  const policy = `default-src 'none'; img-src blob:; script-src ${hash(script)}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
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
<span class="quiet">${escape(file)}: ${escape(String(record['kind']))}, ${(ratio * 100).toFixed(1)} % of the text in fields</span>
</header>
<main>
<section id="paper" aria-label="The paper" tabindex="0"></section>
<section id="side" aria-label="What was read" tabindex="0">
<div class="actions">
<button type="button" id="save-yaml">Save as YAML</button>
<button type="button" id="save-json">Save as JSON</button>
<span id="corrections" role="status"></span>
<span id="status" role="status" class="quiet"></span>
</div>
<h2 id="fields-heading">Fields</h2>
<div id="record" role="group" aria-labelledby="fields-heading"></div>
<h2>In no field</h2>
<p id="missed"></p>
<ul id="unassigned"></ul>
<h2>Diagnostics</h2>
<fieldset>
<legend>Show</legend>
<label><input type="checkbox" id="show-error" checked> errors</label>
<label><input type="checkbox" id="show-warning" checked> warnings</label>
<label><input type="checkbox" id="show-info" checked> information</label>
</fieldset>
<ul id="diagnostics"></ul>
</section>
</main>
<script type="application/json" id="data">${embedded({ ...input, file })}</script>
<script>${script}</script>
</body>
</html>
`;
}
