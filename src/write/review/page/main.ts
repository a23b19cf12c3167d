/** The review page: a paper on the left, its record on the right. */
import { toJson } from '../../json.js';
import { recordYaml } from '../../yaml.js';
import { button, clip, element, inWords, isPlain, list, type Path, type Plain, readData, text, words } from './data.js';
import { FieldTree, placesIn, textsIn } from './fields.js';
import { flowView, pagesView } from './paper.js';

const data = readData();
const record = structuredClone(data.record);
const byId = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
const say = (what: string): void => { byId('status').textContent = what; };
/** Most results of a search that are listed. */
const MOST_RESULTS = 40;

/** Paths of what stands at a place, in the record's order: the first is the outermost. */
const paths = new Map<string, Path>();

function pick(ats: readonly string[], exact: boolean): void {
  const at = ats.find((a) => paths.has(a));
  const path = at === undefined ? undefined : paths.get(at);
  if (!path) { say('No field stands here.'); return; }
  goTo(path);
  say(exact ? `Field found: ${path.map(words).join(', ')}` : `Nearest field on this line: ${path.map(words).join(', ')}`);
}

/** Opens a field, and puts the focus on it. */
function goTo(path: Path): void {
  const target = tree.reveal(path);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'center' });
}

const paper = data.pages.length > 0 ? pagesView(byId('sheets'), data.pages, pick) : flowView(byId('sheets'), data.flow, pick);
let corrected = 0;
/** The heading under which a field of the record's first level stands. */
const headingOf = (of: Plain, field: string): string => text(list(of['headings']).find((h) => h['field'] === field)?.['at']);
/** The record that a path is in: one that is attached, or the paper's own; and the path below it. */
function recordOf(path: Path): { of: Plain; below: Path } {
  const attached = path[0] === 'attached' && Array.isArray(record['attached']) ? record['attached'][Number(path[1])] as unknown : undefined;
  return isPlain(attached) && path.length > 2 ? { of: attached, below: path.slice(2) } : { of: record, below: path };
}
const tree = new FieldTree(record, {
  show: (place) => { if (place && !paper.show(place)) say(`${inWords(place.at)} is not shown here.`); },
  changed: () => { corrected++; byId('corrections').textContent = `${corrected} ${corrected === 1 ? 'correction' : 'corrections'}, not yet saved`; },
  schemaFor: (path) => { const { of, below } = recordOf(path); return { schema: data.schemas[text(of['kind'])], path: below }; },
  placeFor: (path) => {
    const mark = data.marks[path.join('.')];
    if (mark) return mark;
    const { of, below } = recordOf(path);
    const at = below.length === 1 ? headingOf(of, below[0] ?? '') : '';
    return at ? { at } : undefined;
  },
});
byId('record').append(tree.root);
for (const { mark, path } of placesIn(record)) {
  if (!paths.has(mark.at)) paths.set(mark.at, path);
  paper.outline(mark.at, 'field');
  if (mark.until) { if (!paths.has(mark.until)) paths.set(mark.until, path); paper.outline(mark.until, 'field'); }
}
for (const [path, mark] of Object.entries(data.marks)) {
  for (const at of [mark.at, mark.until]) {
    if (at === undefined || paths.has(at)) continue;
    paths.set(at, path.split('.'));
    paper.outline(at, 'field');
  }
}

/** An entry of a list that shows a place. */
function placed(into: HTMLElement, className: string, parts: readonly HTMLElement[], at: string): void {
  const line = element('li', className);
  if (at) {
    const go = button('value', '', () => { if (paper.show({ at })) say(`Shown: ${inWords(at)}`); });
    go.append(...parts, element('span', 'where', inWords(at)));
    line.append(go);
  } else line.append(...parts);
  into.append(line);
}

// What was missed: unassigned text, outlined on the paper and listed.
const missed = list(isPlain(record['coverage']) ? record['coverage']['unassigned'] : undefined);
for (const u of missed) {
  paper.outline(text(u['at']), 'unassigned');
  placed(byId('unassigned'), '', [element('span', 'text', text(u['text']))], text(u['at']));
}
byId('missed').textContent = missed.length === 0 ? 'Nothing: every character of the paper is in a field, or is a running head, foot or page number.'
  : `${missed.length} ${missed.length === 1 ? 'piece' : 'pieces'} of text, outlined with a dashed line on the paper:`;

// What became a date, a number, a name of a field: as printed.
const reworded = list(isPlain(record['coverage']) ? record['coverage']['interpreted'] : undefined);
for (const u of reworded) placed(byId('interpreted'), '', [element('span', 'text', text(u['text']))], text(u['at']));
byId('reworded').textContent = reworded.length === 0 ? 'Nothing: the fields have the words of the paper.' : 'Labels, and what was read as a date, a number or an outcome:';

// Diagnostics, by severity.
const diagnostics = [record, ...list(record['attached'])].flatMap((r) => list(r['diagnostics']));
const MARKS: Readonly<Record<string, string>> = { error: '✖ error', warning: '▲ warning', info: 'ℹ information' };
for (const d of diagnostics) placed(byId('diagnostics'), text(d['severity']), [element('span', 'severity', MARKS[text(d['severity'])] ?? ''), element('span', 'text', text(d['message'])), element('span', 'rule', text(d['rule']))], text(d['at']));
const count = (severity: string): number => diagnostics.filter((d) => d['severity'] === severity).length;
const filters = ['error', 'warning', 'info'].map((severity) => ({ severity, input: document.getElementById(`show-${severity}`) as HTMLInputElement }));
function filter(): void {
  for (const { severity, input } of filters) byId('diagnostics').classList.toggle(`without-${severity}`, !input.checked);
  const shown = filters.reduce((n, f) => n + (f.input.checked ? count(f.severity) : 0), 0);
  byId('shown').textContent = diagnostics.length === 0 ? 'None.' : `${shown} of ${diagnostics.length} shown`;
}
for (const { severity, input } of filters) { byId(`count-${severity}`).textContent = `(${count(severity)})`; input.addEventListener('change', filter); }
filter();

// Finding a field by its words.
const search = document.getElementById('find') as HTMLInputElement;
function find(): void {
  const wanted = search.value.trim().toLocaleLowerCase();
  const results = byId('results');
  results.replaceChildren();
  byId('found').textContent = '';
  if (wanted.length < 2) return;
  let n = 0;
  for (const { value, path } of textsIn(record)) {
    if (!value.toLocaleLowerCase().includes(wanted)) continue;
    if (++n > MOST_RESULTS) continue;
    const line = element('li');
    const go = button('value', '', () => goTo(path));
    go.append(element('span', 'name', words(path.findLast((p) => !/^\d+$/.test(p)) ?? '')), element('span', 'text', clip(value, 160)));
    line.append(go);
    results.append(line);
  }
  byId('found').textContent = n === 0 ? 'Nothing found.' : n > MOST_RESULTS ? `${n} found, the first ${MOST_RESULTS} shown` : `${n} found`;
}
search.addEventListener('input', find);

// Keys: up and down go from field to field, and leave the words of an editor alone.
byId('side').addEventListener('keydown', (event) => {
  const from = event.target as HTMLElement;
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) || !from.matches('summary, button.value')) return;
  const all = [...byId('side').querySelectorAll<HTMLElement>('summary, button.value')].filter((e) => e.offsetParent !== null);
  const i = all.indexOf(from);
  const to = event.key === 'Home' ? all[0] : event.key === 'End' ? all.at(-1) : all[i + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: 'nearest' });
});

// The size of the pages, and going to one.
let zoom = 100;
function resize(by: number): void {
  zoom = Math.min(400, Math.max(50, zoom + by));
  byId('sheets').style.setProperty('--zoom', String(zoom / 100));
  byId('zoom').textContent = `${zoom} %`;
}
byId('smaller').addEventListener('click', () => resize(-25));
byId('larger').addEventListener('click', () => resize(25));
const number = document.getElementById('page') as HTMLInputElement | null;
number?.addEventListener('change', () => paper.goTo(Number(number.value)));

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
