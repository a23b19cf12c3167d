/** A paper to a record: recognise its kind, parse it, close the books, check the result against the kind's schema. */
import { fragment } from '../paper/locator.js';
import type { Paper } from '../paper/model.js';
import { type AddedWords, withWords } from '../values/index.js';
import { splitAttached } from './attached.js';
import { interpretedIn } from './interpreted.js';
import type { Evidence, Kind } from './kind.js';
import { KINDS, kindNamed } from './registry.js';
import { KIND_NAMES, SCHEMA_VERSION, type KindName } from './names.js';
import { ParseContext } from './shared/context.js';
import { given } from './shared/given.js';
import { isAuthority } from './shared/masthead.js';
import { isLetter } from './shared/letters.js';
import { reportFronts } from './shared/report-fronts.js';
import { confidenceOf, mastheadOf, weightOf } from './shared/recognise.js';
import type { Vocabulary } from './shared/vocabulary.js';
import { forgetPaper } from './shared/remember.js';

export type Vocabularies = Readonly<Record<KindName, Vocabulary>>;

interface Weighed { readonly kind: KindName; readonly weight: number; readonly evidence: readonly Evidence[] }

export interface Classification {
  readonly kind: KindName;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** What each kind weighed, for `inspect`; heaviest first. */
  readonly weights: readonly Weighed[];
}

/** Under this confidence a paper is a `document`: a wrong kind costs a reader more than none. */
const LEAST_CONFIDENCE = 0.5;
/** Pieces of evidence that a record lists, heaviest first. */
const LISTED_EVIDENCE = 8;

/** What a stretch of a paper is asked: whether it is one of these kinds, for which as much as `weight` must speak. */
export interface Sought {
  readonly kinds: ReadonlySet<KindName>;
  readonly weight: number;
}

/** The kind of a paper, by weighing what speaks for each. Where some kinds are sought and for none of them enough speaks, the others are not weighed: it is a `document` then. Pure. */
export function classify(paper: Paper, vocabularies: Vocabularies, sought?: Sought): Classification {
  const weighed = (kinds: readonly Kind[]): Weighed[] => kinds.map((kind) => {
    const evidence = kind.recognise(paper, vocabularies[kind.name]);
    return { kind: kind.name, weight: Math.round(weightOf(evidence) * 100) / 100, evidence };
  });
  const kinds = KINDS.filter((k) => k.name !== 'document');
  const first = weighed(sought ? kinds.filter((k) => sought.kinds.has(k.name)) : kinds);
  if (sought && !first.some((w) => w.weight >= sought.weight)) return { kind: 'document', confidence: 0, evidence: [], weights: first };
  const weights = [...first, ...(sought ? weighed(kinds.filter((k) => !sought.kinds.has(k.name))) : [])].sort((a, b) => b.weight - a.weight || (KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind)));
  const [best, second] = weights;
  const confidence = best ? confidenceOf(best.weight, second?.weight ?? 0) : 0;
  if (!best || confidence < LEAST_CONFIDENCE) {
    return { kind: 'document', confidence: Math.round((1 - confidence) * 1000) / 1000, evidence: [], weights };
  }
  const evidence = [...best.evidence].filter((e) => e.weight > 0).sort((a, b) => b.weight - a.weight).slice(0, LISTED_EVIDENCE);
  return { kind: best.kind, confidence, evidence, weights };
}

/** What the outside knows of the paper's file. */
export interface SourceFacts {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A record of any kind: the envelope, and fields by the kind's own schema. */
export type AnyRecord = Record<string, unknown> & { kind: KindName };

/** Raised when a parser yields what its own schema refuses: a fault of this program, never of the paper. */
export class SchemaFault extends Error {
  constructor(kind: KindName, issues: readonly { path: PropertyKey[]; message: string }[]) {
    super(`the record does not fit the schema of ${kind}: ${issues.slice(0, 3).map((i) => `${i.path.map(String).join('.')}: ${i.message}`).join('; ')}`);
    this.name = 'SchemaFault';
  }
}

export interface RecordOptions {
  /** Take the paper for this kind. */
  readonly kind?: KindName;
  readonly generator: { readonly name: string; readonly version: string };
  /** A council's own posts, bodies and outcome verbs. */
  readonly words?: AddedWords;
}

/** Makes the record of a paper; of the papers inside it too, under `attached`. Throws a SchemaFault where a parser breaks its own schema. */
export function toRecord(paper: Paper, facts: SourceFacts, vocabularies: Vocabularies, options: RecordOptions): AnyRecord {
  try {
    return withWords(options.words, () => recordWith(paper, facts, vocabularies, options));
  } finally {
    forgetPaper();
  }
}

function recordWith(paper: Paper, facts: SourceFacts, vocabularies: Vocabularies, options: RecordOptions): AnyRecord {
  const found = classify(paper, vocabularies);
  const ofReports = vocabularies['cabinet-report'];
  const { main, parts, found: left } = splitAttached(paper, found, (p, sought) => classify(p, vocabularies, sought), options.kind, { frontsIn: (blocks) => reportFronts(blocks, ofReports), isLetter: (blocks) => isLetter(blocks, ofReports) });
  const record = oneRecord(main, left, facts, vocabularies, options);
  if (parts.length === 0) return record;
  const date = typeof record['date'] === 'string' ? record['date'] : undefined;
  const attached = parts.map((part) => {
    const own: Paper = { ...paper, blocks: part.blocks, furniture: [], hidden: [], diagnostics: [], declaredTitle: undefined };
    return oneRecord(own, classify(own, vocabularies), facts, vocabularies, { generator: options.generator }, date);
  });
  return withAttached(record, attached);
}

/** The record with others under `attached`, before its coverage, as the schema lists it. */
function withAttached(record: AnyRecord, attached: readonly AnyRecord[]): AnyRecord {
  const { coverage, diagnostics, ...rest } = record;
  return { ...rest, attached, coverage, diagnostics } as AnyRecord;
}

/** The record of a paper that is one paper throughout; half-said dates of one inside another are read by the date of that. */
function oneRecord(paper: Paper, found: Classification, facts: SourceFacts, vocabularies: Vocabularies, options: RecordOptions, date?: string): AnyRecord {
  const chosen = options.kind ?? found.kind;
  const kind: Kind = kindNamed(chosen);
  const context = new ParseContext(paper, paper.blocks, vocabularies[chosen]);
  if (date !== undefined) context.date = date;
  for (const d of paper.diagnostics) context.diagnose(d.rule, d.severity, d.message, d.at);
  const { masthead, fields } = kind.parse(context);
  const title = masthead.title ?? paper.declaredTitle ?? mastheadOf(paper, 1)[0]?.text ?? '';
  const { organisation = headerAuthority(paper), body, date: day } = masthead;
  const interpreted = interpretedIn(context.ledger.captured(), { title, organisation, body, fields, headings: context.headings });
  const coverage = { ...context.ledger.close(paper), interpreted };
  if (options.kind === undefined && found.kind === 'document' && (found.weights[0]?.weight ?? 0) > 0 && paper.blocks.length > 0) {
    context.diagnose('kind-not-certain', 'info', 'What speaks for any kind of paper is too little, so it is read as a document; give --kind to say what it is.');
  }
  const asked = options.kind !== undefined;
  const evidence = asked ? [{ text: `taken for ${chosen} as asked`, weight: 0 }] : found.evidence;
  const record = {
    schemaVersion: SCHEMA_VERSION,
    kind: chosen,
    title,
    ...given({ organisation, body, date: day }),
    source: {
      file: facts.file, format: paper.format, sha256: facts.sha256, bytes: facts.bytes,
      ...given({ pages: paper.pages, language: paper.language, metadata: paper.metadata && Object.keys(paper.metadata).length > 0 ? paper.metadata : undefined }),
    },
    generator: options.generator,
    classification: {
      kind: chosen, confidence: asked ? 1 : found.confidence,
      evidence: evidence.map((e: Evidence) => ({ text: e.text, ...(e.at ? { at: fragment(e.at) } : {}) })),
    },
    ...fields,
    headings: context.headings,
    coverage,
    diagnostics: context.diagnostics,
  };
  // A record is checked once: to compile a checker for it takes longer than to check it without.
  const checked = kind.schema.safeParse(record, { jitless: true });
  if (!checked.success) throw new SchemaFault(chosen, checked.error.issues);
  return placesLast(record) as AnyRecord;
}

/** The authority named by a running header, for a paper whose own head names none. */
const headerAuthority = (paper: Paper): string | undefined => paper.furniture.find((f) => f.why === 'header' && isAuthority(f.text))?.text;

/** The same data with `at` and `until` as the last keys of every object: people read what a thing says before where it stands. */
function placesLast(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(placesLast);
  const { at, until } = value as Record<string, unknown>;
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (key === 'at' || key === 'until') continue;
    const own = placesLast((value as Record<string, unknown>)[key]);
    // A column may be headed by anything.
    if (key === '__proto__') Object.defineProperty(out, key, { value: own, enumerable: true, configurable: true, writable: true });
    else out[key] = own;
  }
  if (at !== undefined) out['at'] = at;
  if (until !== undefined) out['until'] = until;
  return out;
}
