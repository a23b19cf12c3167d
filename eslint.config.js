// The lint rules; the second half keeps each room of the house from knowing what it must not.
import tseslint from 'typescript-eslint';

/** Forbids imports of other rooms, by path pattern, in one room. */
const room = (files, forbidden, why) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message: why }] }],
  },
});

const HEAVY = ['pdf-parse', 'pdfjs-dist', 'pdfjs-dist/*', '@hyzyla/pdfium', 'mammoth', 'parse5'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'fixtures/**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly' } } },
  room(['src/paper/**'], ['../read/*', '../kinds/*', '../values/*', '../cli/*', '../write/*', '../check/*', '../work/*', 'node:*', ...HEAVY], 'src/paper is plain data: it knows nothing of files, formats, kinds or values.'),
  room(['src/values/**'], ['../paper/*', '../read/*', '../kinds/*', '../cli/*', '../write/*', '../check/*', '../work/*', ...HEAVY], 'src/values turns text into values: it knows no papers.'),
  room(['src/read/**'], ['**/kinds/**', '**/values/**', '**/cli/**', '**/write/**', '**/check/**', '**/work/**'], 'Readers turn bytes into a Paper: they know no kinds, values or terminals.'),
  room(['src/read/pdf/layout/**'], ['**/kinds/**', '**/values/**', '**/cli/**', '**/write/**', '**/engine*', '**/pdfium*', '**/pdfjs*', 'node:*', ...HEAVY], 'Layout is pure functions over plain numbers: it knows no PDF library and no files.'),
  room(['src/kinds/**'], ['**/read/**', '**/cli/**', '**/write/**', '**/work/**', ...HEAVY], 'Kinds read a Paper: they know no formats, files or terminals.'),
  room(['src/check/**'], ['**/read/**', '**/cli/**', '**/write/**', '**/work/**', ...HEAVY], 'Checks run rules over records: they do no parsing.'),
  room(['src/write/**'], ['**/read/**', '**/cli/**', '**/check/**', '**/work/**', ...HEAVY], 'Writers know records, not papers.'),
  room(['bin/**'], ['../src/*', '../dist/read/*', '../dist/kinds/*'], 'The executable knows the command line only.'),
);
