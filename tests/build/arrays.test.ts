import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { arraysByIndex } from '../../scripts/arrays.mjs';

const folder = mkdtempSync(join(tmpdir(), 'ctrust-arrays-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The JavaScript made of a function with each of these bodies, as TypeScript writes it and as the build does. One program for all: its library takes the time. */
function compiled(bodies: readonly string[]): Map<string, { plain: string; lowered: string }> {
  const files = bodies.map((body, i) => {
    const file = join(folder, `f${i}.ts`);
    writeFileSync(file, `export function sample(): unknown {\n${body}\n}\n`);
    return file;
  });
  const program = ts.createProgram(files, { target: ts.ScriptTarget.ES2023, lib: ['lib.es2023.d.ts'], module: ts.ModuleKind.CommonJS, strict: true, types: [] });
  expect(ts.getPreEmitDiagnostics(program).map((d) => d.messageText)).toEqual([]);
  const emit = (file: string, before: ts.TransformerFactory<ts.SourceFile>[]): string => {
    let text = '';
    program.emit(program.getSourceFile(file), (_, t) => { text = t; }, undefined, false, { before });
    return text;
  };
  return new Map(bodies.map((body, i) => [body, { plain: emit(files[i] as string, []), lowered: emit(files[i] as string, [arraysByIndex(program)]) }]));
}

/** What the function gives, and how often it asked an array for its iterator. */
function run(code: string): { value: unknown; asked: number } {
  const made: { sample?: () => unknown } = {};
  new Function('exports', code)(made);
  const own = Array.prototype[Symbol.iterator];
  let asked = 0;
  Array.prototype[Symbol.iterator] = function <T>(this: T[]) { asked++; return own.call(this) as ArrayIterator<T>; };
  try {
    return { value: made.sample?.(), asked };
  } finally {
    Array.prototype[Symbol.iterator] = own;
  }
}

type Sample = readonly [what: string, body: string, value: unknown];

const ARRAYS: readonly Sample[] = [
  ['a loop', 'const out: number[] = []; for (const x of [1, 2, 3]) out.push(x * 2); return out;', [2, 4, 6]],
  ['a loop without a block, left early', 'let sum = 0; for (const x of [1, 2, 3, 4]) if (x === 3) break; else sum += x; return sum;', 3],
  ['a labelled loop in a loop', "const out: string[] = []; outer: for (const a of ['x', 'y']) for (const b of [1, 2]) { if (b === 2) continue outer; out.push(a + b); } return out;", ['x1', 'y1']],
  ['an array that grows while it is gone through', 'const list = [1]; for (const x of list) if (x < 5) list.push(x + 1); return list;', [1, 2, 3, 4, 5]],
  ['functions that keep their own turn of the loop', 'const all: (() => number)[] = []; for (const x of [1, 2]) all.push(() => x); return all.map((f) => f());', [1, 2]],
  ['a name declared anew in the body', 'const out: number[] = []; for (const x of [1, 2]) { const y = x; { const x = y * 10; out.push(x); } } return out;', [10, 20]],
  ['a name of the loop declared anew at the top of the body', 'const out: number[] = []; for (const x of [1]) { let y = 0; y += 5; out.push(y); const z = x; out.push(z); } return out;', [5, 1]],
  ['a variable of outside', 'let x = 0; for (x of [4, 5]) { /* only the last is wanted */ } return x;', 5],
  ['numbers and values', "const out: string[] = []; for (const [i, x] of ['a', 'b'].entries()) out.push(i + x); return out;", ['0a', '1b']],
  ['numbers alone, and values alone', "const out: unknown[] = []; for (const [i] of ['a'].entries()) out.push(i); for (const [, x] of ['b'].entries()) out.push(x); return out;", [0, 'b']],
  ['pairs in a list', "const pairs: [string, number][] = [['a', 1], ['b', 2]]; const out: string[] = []; for (const [k, v] of pairs) out.push(k + v); return out;", ['a1', 'b2']],
  ['pieces, defaults, a gap and a rest', 'const list: (number | undefined)[] = [1, undefined, 3, 4, 5]; const [a, b = 7, , ...rest] = list; return [a, b, rest];', [1, 7, [4, 5]]],
  ['pieces within pieces', 'const nested: [number, [string, { k: boolean }]] = [1, ["x", { k: true }]]; const [n, [s, { k }]] = nested; return [n, s, k];', [1, 'x', true]],
  ['as many values as names', 'let n = 0; const next = () => ++n; const [a, b] = [next(), next()]; return [b, a];', [2, 1]],
  ['parameters', 'const pairs: [number, number][] = [[1, 2], [3, 4]]; return pairs.map(([a, b]) => a * b).concat(pairs.map(function ([, b]) { return b; }));', [2, 12, 2, 4]],
  ['parameters of an arrow that gives an object', "const f = ([k, v]: readonly [string, number]) => ({ [k]: v }); return f(['a', 1]);", { a: 1 }],
  ['a union of arrays', "const list: string[] | readonly [string] = ['a', 'b'] as string[] | readonly [string]; let out = ''; for (const x of list) out += x; return out;", 'ab'],
  ['a list of a type parameter', "const join = <T extends readonly string[]>(list: T): string => { let out = ''; for (const x of list) out += x; return out; }; return join(['a', 'b']);", 'ab'],
  ['a generator', 'function* twice(list: number[]): Generator<number> { for (const x of list) { yield x; yield x; } } return Array.from(twice([1, 2]));', [1, 1, 2, 2]],
];
const OTHERS: readonly Sample[] = [
  ['a map', "const out: string[] = []; for (const [k, v] of new Map([['a', 1], ['b', 2]])) out.push(k + v); return out;", ['a1', 'b2']],
  ['a set', 'let sum = 0; for (const x of new Set([1, 2])) sum += x; return sum;', 3],
  ['the characters of a text', "const out: string[] = []; for (const c of 'a\\u{1F600}') out.push(c); return out.length;", 2],
  ['an array or a set', 'const some = (new Set([1]) as Set<number> | number[]); let n = 0; for (const x of some) n += x; return n;', 1],
  ['entries of a map', "const out: unknown[] = []; for (const [k, v] of new Map([['a', 1]]).entries()) out.push(k, v); return out;", ['a', 1]],
  ['a text taken apart', "const [a, b] = 'xy' as Iterable<string>; return [b, a];", ['y', 'x']],
];

describe('loops over arrays, and arrays taken apart', () => {
  const made = compiled([...ARRAYS, ...OTHERS].map(([, body]) => body));
  /** What the function gives, which is the same both ways, and how often it asks an array for its iterator as the build writes it. */
  const both = (body: string): { value: unknown; asked: number } => {
    const { plain, lowered } = made.get(body) as { plain: string; lowered: string };
    const got = run(lowered);
    expect(got.value).toEqual(run(plain).value);
    return got;
  };

  it.each(ARRAYS)('%s', (_, body, value) => {
    expect(both(body)).toEqual({ value, asked: 0 });
  });

  it.each(OTHERS)('%s is gone through as before', (_, body, value) => {
    expect(both(body).value).toEqual(value);
  });
});
