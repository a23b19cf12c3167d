// The lint rules; the second half keeps each room of the house from knowing what it must not.
import tseslint from 'typescript-eslint';

/** Packages that only a room which says so may load. */
const HEAVY = ['pdf-parse', 'pdfjs-dist', '@hyzyla/pdfium', 'mammoth', 'parse5', 'saxes', 'write-excel-file', 'csv-stringify', 'fast-xml-parser'];
const TERMINAL = ['chalk', 'commander'];
const FILES = ['node:'];

/** A folder of src/ in an import's path, or a package, as a regular expression over that path. A selector's expression cannot hold a slash as such. */
const asPattern = (name) => `${name.endsWith('/') ? '/' : '^'}${name}`.replace(/[/]/g, '\\u002F');

/** Forbids imports, static and dynamic, of folders (`read/`) and packages in one room. */
const room = (files, forbidden, why, ignores = []) => {
  const pattern = forbidden.map(asPattern).join('|');
  const message = why;
  return {
    files, ignores,
    rules: {
      'no-restricted-syntax': ['error',
        ...['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'].map((node) => ({ selector: `${node}[source.value=/${pattern}/]`, message }))],
    },
  };
};

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
  // The executable is CommonJS, which Node starts without its module loader.
  { files: ['bin/*.js'], languageOptions: { sourceType: 'commonjs' }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
  room(['src/paper/**'], ['read/', 'kinds/', 'values/', 'cli/', 'write/', 'check/', 'work/', ...FILES, ...HEAVY, ...TERMINAL], 'src/paper is plain data: it knows nothing of files, formats, kinds or values.'),
  room(['src/values/**'], ['paper/', 'read/', 'kinds/', 'cli/', 'write/', 'check/', 'work/', ...FILES, ...HEAVY, ...TERMINAL], 'src/values turns text into values: it knows no papers and no files.'),
  room(['src/read/**'], ['kinds/', 'values/', 'cli/', 'write/', 'check/', 'work/', ...TERMINAL], 'Readers turn bytes into a Paper: they know no kinds, values or terminals.', ['src/read/pdf/layout/**']),
  room(['src/read/pdf/layout/**'], ['kinds/', 'values/', 'cli/', 'write/', 'check/', 'work/', 'engine/', ...FILES, ...HEAVY, ...TERMINAL], 'Layout is pure functions over plain numbers: it knows no PDF library and no files.'),
  room(['src/kinds/**'], ['read/', 'cli/', 'write/', 'work/', 'check/', ...FILES, ...HEAVY, ...TERMINAL], 'Kinds read a Paper: they know no formats, files or terminals.'),
  room(['src/check/**'], ['paper/', 'values/', 'read/', 'cli/', 'write/', 'work/', ...TERMINAL], 'Checks run rules over records: they do no parsing.'),
  room(['src/write/**'], ['paper/', 'values/', 'read/', 'cli/', 'check/', 'work/', ...TERMINAL], 'Writers know records, not papers.'),
  room(['src/work/**'], ['cli/', 'check/', 'write/', ...TERMINAL], 'Work reads papers and makes records of them: it knows no rules, no terminal, and no format but in run.ts.', ['src/work/run.ts']),
  // Records become text where they are made: the parent of many processes would be held up by it.
  room(['src/work/run.ts'], ['cli/', 'check/', ...TERMINAL], 'Work is done without rules and without a terminal.'),
  room(['src/cli/**'], ['read/pdf/', 'read/docx/', 'read/html/', 'read/text/', 'values/', ...HEAVY], 'The command line knows neither how a format is read nor how a value is.'),
  room(['bin/**'], ['read/', 'kinds/', 'work/', 'write/', 'check/', 'values/', 'paper/', ...HEAVY, ...TERMINAL], 'The executable knows the command line only.'),
);
