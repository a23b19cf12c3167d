// Each kind's parser in a file of its own, loaded when a paper is of that kind: a child weighs a paper for every kind, but reads it as one.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a kind's folder brings to the child besides its parser; what is held against records is the parent's to ask. */
const PARSER = /^import \{ parse \} from '\.\/parse\.js';$/m;
const RULES = /^import \{ rules \} from '\.\/rules\.js';$/m;
const SOME_RULES = /\brules\.js\b/;

/** For a bundle whose files load each other by `__load`: the entries, how what they share is put together, and the plugin that parts kinds from their parsers. */
export function parsersApart(folder) {
  const kinds = readdirSync(folder).filter((kind) => existsSync(join(folder, kind, 'index.js')));
  const input = Object.fromEntries(kinds.filter((kind) => existsSync(join(folder, kind, 'parse.js'))).map((kind) => [`parse-${kind}`, join(folder, kind, 'parse.js')]));
  return {
    input,
    output: { codeSplitting: { groups: [{ name: 'kinds', test: /[/\\]dist[/\\](?:kinds|values|paper)[/\\]/, minShareCount: 2 }] } },
    plugin: {
      name: 'parsers', enforce: 'pre',
      transform(code, id) {
        const kind = /[/\\]kinds[/\\]([^/\\]+)[/\\]index\.js$/.exec(id)?.[1];
        if (kind === undefined || input[`parse-${kind}`] === undefined) return undefined;
        if (!PARSER.test(code)) throw new Error(`${id} does not import its parser in a line of its own`);
        if (SOME_RULES.test(code) && !RULES.test(code)) throw new Error(`${id} does not import its rules in a line of its own`);
        return code.replace(PARSER, `const parse = (context) => __load('./parse-${kind}.js').parse(context);`).replace(RULES, 'const rules = [];');
      },
    },
  };
}
