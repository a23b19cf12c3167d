/** The form in which a value is corrected. */
import { element, freshId } from './data.js';
import { type Allowed, valueOf } from './schema.js';

export interface Leaf {
  readonly label: string;
  readonly allowed: Allowed;
  get(): unknown;
  /** `undefined` takes the value out. */
  set(value: unknown): void;
}

/** Texts longer than this (characters) get a box of several lines. */
const SHORT = 60;

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function inputFor({ get, allowed }: Leaf): Input {
  const before = get();
  const values = allowed.values ?? (typeof before === 'boolean' || allowed.type === 'boolean' ? ['true', 'false'] : undefined);
  if (values) {
    const select = element('select');
    for (const value of [...(allowed.optional ? [''] : []), ...values]) {
      const option = element('option', '', value === '' ? '(none)' : value);
      option.value = value;
      select.append(option);
    }
    select.value = String(before ?? '');
    return select;
  }
  const input = typeof before === 'string' && (before.length > SHORT || before.includes('\n')) ? element('textarea') : element('input');
  input.value = String(before ?? '');
  if (input instanceof HTMLTextAreaElement) input.rows = Math.min(12, Math.ceil(input.value.length / SHORT) + 1);
  return input;
}

/** Opens the form under a row; `done` is called when it closes, with whether anything was changed. */
export function openEditor(row: HTMLElement, leaves: readonly Leaf[], done: (changed: boolean) => void): void {
  if (row.querySelector('.editor')) return;
  const form = element('form', 'editor');
  form.noValidate = true;
  const inputs = leaves.map((leaf) => {
    const input = inputFor(leaf);
    input.id = freshId();
    const label = element('label', '', `Corrected ${leaf.label}`);
    label.htmlFor = input.id;
    const problem = element('p', 'problem');
    problem.id = freshId();
    problem.setAttribute('role', 'alert');
    const hint = element('p', 'quiet hint', [leaf.allowed.pattern ? leaf.allowed.about : '', leaf.allowed.optional && !(input instanceof HTMLSelectElement) ? 'leave empty to take it out' : ''].filter(Boolean).join('; '));
    hint.id = freshId();
    input.setAttribute('aria-describedby', `${hint.id} ${problem.id}`);
    form.append(label, ...(hint.textContent ? [hint] : []), input, problem);
    return { leaf, input, problem };
  });
  const keep = element('button', 'primary', 'Keep');
  keep.type = 'submit';
  const drop = element('button', '', 'Cancel');
  drop.type = 'button';
  const buttons = element('div', 'buttons');
  buttons.append(keep, drop);
  form.append(buttons);
  const close = (changed: boolean): void => { form.remove(); done(changed); };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const results = inputs.map(({ leaf, input, problem }) => {
      const result = valueOf(input.value, leaf.get(), leaf.allowed);
      problem.textContent = 'problem' in result ? result.problem : '';
      if ('problem' in result) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
      return { leaf, input, result };
    });
    const wrong = results.find(({ result }) => 'problem' in result);
    if (wrong) { wrong.input.focus(); return; }
    let changed = false;
    for (const { leaf, result } of results) {
      if ('problem' in result || result.value === leaf.get()) continue;
      leaf.set(result.value);
      changed = true;
    }
    close(changed);
  });
  drop.addEventListener('click', () => close(false));
  form.addEventListener('keydown', (event) => { if (event.key === 'Escape') { event.stopPropagation(); close(false); } });
  row.append(form);
  const first = inputs.at(-1)?.input;
  first?.focus();
  form.scrollIntoView({ block: 'nearest' });
}
