/** The right side: the record's fields, each with its value, its place, and a way to correct it. */
import { element, inWords, type Plain, words } from './data.js';

export interface FieldActions {
  show(at: string, until: string | undefined): void;
  changed(): void;
}

/** Fields that say where things stand or what the program did: not for correcting. */
const NOT_FIELDS = new Set(['schemaVersion', 'kind', 'source', 'generator', 'classification', 'headings', 'coverage', 'diagnostics', 'attached', 'at', 'until', 'columns', 'cells']);
const NAMES = ['number', 'title', 'name', 'heading', 'text', 'area', 'label'] as const;

const isPlain = (v: unknown): v is Plain => typeof v === 'object' && v !== null && !Array.isArray(v);

/** What an entry of a list is called: its number and the first words of what it says. */
function nameOf(value: Plain, index: number): string {
  const parts = NAMES.flatMap((k) => (typeof value[k] === 'string' && value[k] !== '' ? [value[k]] : []));
  const name = parts.slice(0, 2).join(' ');
  return name.length > 70 ? `${name.slice(0, 69)}…` : name || `entry ${index + 1}`;
}

/** Builds the tree of fields of a record; `places` is filled with the element for each place. */
export function fieldTree(record: Plain, actions: FieldActions, places: Map<string, HTMLElement>): HTMLElement {
  const root = element('div', 'fields');
  addFields(root, record, actions, places, undefined, undefined, 0);
  return root;
}

function addFields(into: HTMLElement, of: Plain, actions: FieldActions, places: Map<string, HTMLElement>, at: string | undefined, until: string | undefined, depth: number): void {
  const own = typeof of['at'] === 'string' ? of['at'] : at;
  const end = typeof of['until'] === 'string' ? of['until'] : own === at ? until : undefined;
  for (const [key, value] of Object.entries(of)) {
    if (NOT_FIELDS.has(key) && (depth === 0 || key === 'at' || key === 'until' || key === 'cells')) continue;
    if (Array.isArray(value)) addList(into, key, value, actions, places, own, end, depth);
    else if (isPlain(value)) {
      const group = element('details', 'group');
      group.open = depth < 1;
      group.append(element('summary', '', words(key)));
      into.append(group);
      addFields(group, value, actions, places, own, end, depth + 1);
    } else into.append(valueRow(of, key, value, actions, places, own, end));
  }
}

function addList(into: HTMLElement, key: string, list: unknown[], actions: FieldActions, places: Map<string, HTMLElement>, at: string | undefined, until: string | undefined, depth: number): void {
  if (list.length === 0) return;
  const group = element('details', 'group');
  group.open = depth < 1;
  group.append(element('summary', '', `${words(key)} (${list.length})`));
  into.append(group);
  list.forEach((value, i) => {
    if (isPlain(value)) {
      const entry = element('details', 'entry');
      entry.append(element('summary', '', nameOf(value, i)));
      group.append(entry);
      addFields(entry, value, actions, places, at, until, depth + 1);
    } else if (!Array.isArray(value)) group.append(valueRow(list as unknown as Plain, String(i), value, actions, places, at, until));
  });
}

let fieldCount = 0;

/** One value: a button that lights up its place, and an input to correct it. */
function valueRow(owner: Plain, key: string, value: unknown, actions: FieldActions, places: Map<string, HTMLElement>, at: string | undefined, until: string | undefined): HTMLElement {
  const row = element('div', 'field');
  const id = `field-${++fieldCount}`;
  const label = /^\d+$/.test(key) ? `entry ${Number(key) + 1}` : words(key);
  const show = element('button', 'value');
  show.type = 'button';
  show.id = id;
  const name = element('span', 'name', label);
  const text = element('span', 'text', String(value));
  show.append(name, text);
  if (at) {
    show.append(element('span', 'where', inWords(at)));
    show.addEventListener('click', () => actions.show(at, until));
    show.addEventListener('focus', () => actions.show(at, until));
    if (!places.has(at)) places.set(at, show);
  }
  const edit = element('button', 'edit', 'Correct');
  edit.type = 'button';
  edit.setAttribute('aria-describedby', id);
  edit.addEventListener('click', () => openEditor(row, owner, key, label, text, edit, actions));
  row.append(show, edit);
  return row;
}

function openEditor(row: HTMLElement, owner: Plain, key: string, label: string, text: HTMLElement, edit: HTMLButtonElement, actions: FieldActions): void {
  if (row.querySelector('.editor')) return;
  const editor = element('form', 'editor');
  const before = owner[key];
  const caption = element('label', '', `Corrected ${label}`);
  const input = typeof before === 'string' && before.length > 60 ? element('textarea') : element('input');
  input.id = `edit-${++fieldCount}`;
  caption.htmlFor = input.id;
  input.value = String(before);
  const keep = element('button', '', 'Keep');
  keep.type = 'submit';
  const drop = element('button', '', 'Cancel');
  drop.type = 'button';
  const said = element('p', 'problem');
  said.setAttribute('role', 'alert');
  const close = (): void => { editor.remove(); edit.focus(); };
  editor.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = typed(before, input.value);
    if (value === undefined) { said.textContent = typeof before === 'number' ? 'Give a number.' : 'Give true or false.'; return; }
    if (value !== before) {
      owner[key] = value;
      text.textContent = String(value);
      row.classList.add('corrected');
      actions.changed();
    }
    close();
  });
  drop.addEventListener('click', close);
  editor.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
  editor.append(caption, input, keep, drop, said);
  row.append(editor);
  input.focus();
}

/** The text as a value of the same type as before; `undefined` where it is none. */
function typed(before: unknown, text: string): unknown {
  if (typeof before === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (typeof before === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  return text;
}
