/** What a value of a record may be, told from the JSON Schema of its kind, so that a corrected record is one that `ctrust validate` accepts. */
import { isPlain, type Path, type Plain } from './data.js';

/** What is known of one value. */
export interface Allowed {
  /** The only values that it may have. */
  readonly values?: readonly string[];
  readonly pattern?: string;
  readonly about?: string;
  readonly type?: 'string' | 'number' | 'integer' | 'boolean';
  /** It may be taken out. */
  readonly optional: boolean;
}

const branches = (schema: Plain): Plain[] => ['anyOf', 'oneOf', 'allOf'].flatMap((k) => (Array.isArray(schema[k]) ? (schema[k] as unknown[]).filter(isPlain) : []));

/** A schema with its references followed. */
function followed(schema: unknown, root: Plain): Plain | undefined {
  let at = schema;
  for (let n = 0; n < 20 && isPlain(at) && typeof at['$ref'] === 'string'; n++) {
    const steps = at['$ref'].split('/').slice(1);
    at = steps.reduce<unknown>((s, step) => (isPlain(s) ? s[step] : undefined), root);
  }
  return isPlain(at) ? at : undefined;
}

/** The schema one step further down; the first branch that knows the step. */
function step(schema: Plain, key: string, root: Plain): { schema: Plain; optional: boolean } | undefined {
  const own = isPlain(schema['properties']) ? schema['properties'][key] : /^\d+$/.test(key) ? schema['items'] : undefined;
  const found = followed(own ?? (isPlain(schema['additionalProperties']) ? schema['additionalProperties'] : undefined), root);
  if (found) return { schema: found, optional: isPlain(schema['properties']) && !(Array.isArray(schema['required']) && schema['required'].includes(key)) };
  for (const b of branches(schema)) {
    const next = followed(b, root);
    const below = next && step(next, key, root);
    if (below) return below;
  }
  return undefined;
}

/** What the value at the end of a path may be. Nothing is forbidden where the schema does not say. */
export function allowedAt(root: Plain | undefined, path: Path): Allowed {
  let at: Plain | undefined = root;
  let optional = false;
  for (const key of path) {
    const next: { schema: Plain; optional: boolean } | undefined = at && root ? step(at, key, root) : undefined;
    at = next?.schema;
    optional = next?.optional ?? false;
  }
  if (!at) return { optional: false };
  const values = Array.isArray(at['enum']) ? (at['enum'] as unknown[]).filter((v): v is string => typeof v === 'string') : undefined;
  const type = at['type'];
  return {
    optional,
    ...(values && values.length > 0 ? { values } : {}),
    ...(typeof at['pattern'] === 'string' ? { pattern: at['pattern'] } : {}),
    ...(typeof at['description'] === 'string' ? { about: at['description'] } : {}),
    ...(type === 'string' || type === 'number' || type === 'integer' || type === 'boolean' ? { type } : {}),
  };
}

/** The text as a value of the record, or what is wrong with it. */
export function valueOf(input: string, before: unknown, allowed: Allowed): { value: unknown } | { problem: string } {
  if (input.trim() === '' && allowed.optional) return { value: undefined };
  if (allowed.type === 'number' || allowed.type === 'integer' || typeof before === 'number') {
    const n = Number(input);
    if (input.trim() === '' || !Number.isFinite(n)) return { problem: 'Give a number.' };
    return allowed.type === 'integer' && !Number.isInteger(n) ? { problem: 'Give a whole number.' } : { value: n };
  }
  if (allowed.type === 'boolean' || typeof before === 'boolean') return input === 'true' || input === 'false' ? { value: input === 'true' } : { problem: 'Give true or false.' };
  if (allowed.values && !allowed.values.includes(input)) return { problem: `Choose one of ${allowed.values.join(', ')}.` };
  if (allowed.pattern && !new RegExp(allowed.pattern, 'u').test(input)) return { problem: `This does not have the form that is wanted${allowed.about ? `: ${allowed.about}` : ''}.` };
  if (/date/i.test(allowed.about ?? '') && /^\d{4}-\d{2}-\d{2}$/.test(input) && new Date(`${input}T00:00:00Z`).toJSON()?.slice(0, 10) !== input) return { problem: 'There is no such day.' };
  return { value: input };
}
