// The reference of records, made from the JSON Schemas.

const cell = (text) => text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\n/g, ' ');
/** Deeper fields are told once, under the type that they belong to. */
const DEEPEST = 4;

/** A schema that others refer to by a number is called by what it holds. */
function nameOf(schema) {
  const has = (k) => schema.properties && k in schema.properties;
  if (has('paragraphs')) return 'Section';
  if (has('rowSpan')) return 'Cell';
  if (has('text') && has('references')) return 'Item';
  return 'Value';
}

function typeOf(schema, defs) {
  if (schema.$ref) { const to = defs[schema.$ref.split('/').at(-1)]; return to ? nameOf(to) : 'value'; }
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((v) => `\`${v}\``).join(' ');
  if (schema.anyOf) return schema.anyOf.map((s) => typeOf(s, defs)).join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items, defs) : 'value'}`;
  return schema.type ?? 'value';
}

function* rowsOf(schema, defs, path = '', depth = 0) {
  const object = schema.type === 'array' ? schema.items : schema;
  if (!object || object.$ref || depth > DEEPEST) return;
  const prefix = path === '' ? '' : `${path}${schema.type === 'array' ? '[]' : ''}.`;
  for (const [key, value] of Object.entries(object.properties ?? {})) {
    const always = object.required?.includes(key) ? 'yes' : '';
    yield `| \`${prefix}${key}\` | ${cell(typeOf(value, defs))} | ${always} | ${cell(value.description ?? '')} |`;
    yield* rowsOf(value, defs, `${prefix}${key}`, depth + 1);
  }
}

const table = (rows) => `| field | type | always there | what |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;

/** docs/reference/KIND.md */
export function kindPage(schema) {
  const defs = schema.$defs ?? {};
  const parts = new Map(Object.values(defs).map((d) => [nameOf(d), d]));
  const more = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, d]) => `## ${name}\n\n${table([...rowsOf(d, defs)])}`);
  return `# ${schema.title}\n\n<!-- made by scripts/docs.mjs from the JSON Schema; npm run generate writes it anew -->\n\n${schema.description}. The schema itself: [\`schemas/${schema.title}.schema.json\`](../../schemas/${schema.title}.schema.json), or \`ctrust schema ${schema.title}\`.\n[Output](../output.md) says what the values mean.\n\n## Fields\n\n${table([...rowsOf(schema, defs)])}\n${more.join('\n')}`;
}

/** docs/reference/README.md */
export function referencePage(schemas, columns) {
  return `# Reference\n\n<!-- made by scripts/docs.mjs; npm run generate writes it anew -->\n\n| page | what |\n| --- | --- |\n| [commands](commands.md) | every command and option |\n| [rules](../rules/README.md) | every rule of \`ctrust validate\` |\n${schemas.map((s) => `| [${s.title}](${s.title}.md) | ${cell(s.description)} |`).join('\n')}\n\n## Columns of a spreadsheet\n\nThe same for papers of every kind, so that they can be stacked in one table.\n\n| column | type | what |\n| --- | --- | --- |\n${columns.map((c) => `| \`${c.name}\` | ${c.type} | ${cell(c.about)} |`).join('\n')}\n`;
}
