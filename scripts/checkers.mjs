// Checkers of records, made from the schemas when the program is built. A child process that reads a short paper needs one of them once, and Zod takes longer to
// load, and to put its schemas together, than the paper takes to read.
import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv/dist/2020');
const { default: standalone } = require('ajv/dist/standalone');

/**
 * The source of a CommonJS module whose `safeParse` says of a record what the Zod schema's does: whether it fits, and if not the first place where it does not.
 * Throws where the checker would need a part of Ajv when it runs.
 */
export function checkerOf(schema) {
  const ajv = new Ajv({ code: { source: true }, inlineRefs: false });
  const code = standalone(ajv, ajv.compile(z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'ref' })));
  if (code.includes('require(')) throw new Error('a checker of records asks for a part of Ajv, which is not installed with the program');
  return `${code}
const check = module.exports;
const issueOf = ({ instancePath, message, params }) => ({ path: [...instancePath.split('/').slice(1), ...(params.additionalProperty === undefined ? [] : [params.additionalProperty])], message });
check.safeParse = (record) => (check(record) ? { success: true, data: record } : { success: false, error: { issues: check.errors.map(issueOf) } });
`;
}

/** Puts checkers in the place of the schemas of the compiled kinds: `emit` is given the name and source of each checker's file. For a bundle whose files load each other by `__load`. */
export function checkersInstead(emit) {
  return {
    name: 'checkers', enforce: 'pre',
    async load(id) {
      const kind = /[/\\]kinds[/\\]([^/\\]+)[/\\]schema\.js$/.exec(id)?.[1];
      if (kind === undefined) return undefined;
      const exported = await import(id);
      const schemas = Object.entries(exported).filter(([, value]) => value instanceof z.ZodObject && 'schemaVersion' in value.shape);
      if (schemas.length !== 1) throw new Error(`${id} exports ${schemas.length} schemas of records, not one`);
      const [[name, schema]] = schemas;
      emit(`check-${kind}.js`, checkerOf(schema));
      return `export const ${name} = { safeParse: (record) => __load('./check-${kind}.js').safeParse(record) };\n`;
    },
  };
}
