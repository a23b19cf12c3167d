/** The review page: a paper on the left, its record on the right. */
import { toJson } from '../../json.js';
import { recordYaml } from '../../yaml.js';
import { element, inWords, type Plain, readData } from './data.js';
import { fieldTree } from './fields.js';
import { flowView, pagesView } from './paper.js';

const data = readData();
const record = structuredClone(data.record);
const places = new Map<string, HTMLElement>();
const byId = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
const list = (value: unknown): Plain[] => (Array.isArray(value) ? value as Plain[] : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const status = byId('status');

/** Opens what is folded around an element, and puts the focus on it. */
function reveal(target: HTMLElement): void {
  for (let e: HTMLElement | null = target; e; e = e.parentElement) if (e instanceof HTMLDetailsElement) e.open = true;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** A click on the paper: the field that stands there. */
function pick(ats: string[]): void {
  const at = ats.find((a) => places.has(a));
  const target = at === undefined ? undefined : places.get(at);
  if (target) { reveal(target); status.textContent = 'Field found.'; } else status.textContent = 'No field stands here.';
}

const paper = data.pages.length > 0 ? pagesView(byId('paper'), data.pages, pick) : flowView(byId('paper'), data.flow, pick);
let corrected = 0;
byId('record').append(fieldTree(record, {
  show: (at, until) => paper.show(at, until),
  changed: () => { corrected++; byId('corrections').textContent = corrected === 1 ? '1 correction, not yet saved' : `${corrected} corrections, not yet saved`; },
}, places));
for (const [at, e] of places) paper.outline(at, 'field', e.querySelector('.name')?.textContent ?? '');

// What was missed: unassigned text, outlined on the page and listed.
const coverage = (record['coverage'] ?? {}) as Plain;
const missed = list(coverage['unassigned']);
for (const u of missed) {
  paper.outline(text(u['at']), 'unassigned', 'in no field');
  const line = element('li');
  const go = element('button', 'value');
  go.type = 'button';
  go.append(element('span', 'text', text(u['text'])), element('span', 'where', inWords(text(u['at']))));
  go.addEventListener('click', () => paper.show(text(u['at'])));
  line.append(go);
  byId('unassigned').append(line);
}
byId('missed').textContent = missed.length === 0 ? 'Nothing: every character of the paper is in a field.' : `${missed.length} ${missed.length === 1 ? 'piece' : 'pieces'} of text, outlined with a dashed line on the paper:`;

// Diagnostics, by severity.
const diagnostics = list(record['diagnostics']);
for (const d of diagnostics) {
  const line = element('li', text(d['severity']));
  const at = text(d['at']);
  const content = [element('span', 'severity', text(d['severity'])), element('span', 'text', text(d['message'])), element('span', 'where', at ? inWords(at) : '')];
  if (at) {
    const go = element('button', 'value');
    go.type = 'button';
    go.append(...content);
    go.addEventListener('click', () => paper.show(at));
    line.append(go);
  } else line.append(...content);
  byId('diagnostics').append(line);
}
if (diagnostics.length === 0) byId('diagnostics').append(element('li', '', 'None.'));
for (const severity of ['error', 'warning', 'info']) {
  const box = document.getElementById(`show-${severity}`);
  box?.addEventListener('change', () => byId('diagnostics').classList.toggle(`without-${severity}`, !(box as HTMLInputElement).checked));
}

/** Hands the corrected record over as a file. */
function save(ending: 'yaml' | 'json'): void {
  const body = ending === 'yaml' ? recordYaml(record) : toJson(record);
  const link = element('a');
  link.href = URL.createObjectURL(new Blob([body], { type: ending === 'yaml' ? 'application/yaml' : 'application/json' }));
  link.download = `${data.file.replace(/\.[^.]+$/, '')}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  corrected = 0;
  byId('corrections').textContent = `Saved as ${link.download}`;
}
byId('save-yaml').addEventListener('click', () => save('yaml'));
byId('save-json').addEventListener('click', () => save('json'));
addEventListener('beforeunload', (event) => { if (corrected > 0) event.preventDefault(); });
