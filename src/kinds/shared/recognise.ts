/** Recognition: what speaks for each kind is weighed, and the sum becomes a confidence. Pure. */
import type { Locator } from '../../paper/locator.js';
import type { Paper, Paragraph } from '../../paper/model.js';
import { cellText, eachParagraph, eachTable } from '../../paper/walk.js';
import { hasLetterOrDigit, wordsAlone } from '../../paper/characters.js';
import { fold, mayFoldTo } from '../../paper/text.js';
import type { Evidence } from '../kind.js';
import { oncePer, oncePerBlock, remembered } from './remember.js';
import { matchFolded, type Vocabulary } from './vocabulary.js';

/** Lines in which a paper says what it is: the masthead. */
const MASTHEAD_LINES = 12;
/** Longer than this (characters) a paragraph is not looked at as a heading. */
const HEADING_LENGTH = 120;
/** Longer than this (characters) a line of the masthead is prose, and no title: "MINUTES of a meeting of … held in … on …" has some 200. */
const TITLE_LENGTH = 300;

export interface Line { readonly text: string; readonly at: Locator }

/** The masthead: the first paragraphs with text. */
export function mastheadOf(paper: Paper, count = MASTHEAD_LINES): Paragraph[] {
  const out: Paragraph[] = [];
  for (const p of eachParagraph(paper.blocks)) {
    if (!hasLetterOrDigit(p.text)) continue;
    out.push(p);
    if (out.length >= count) break;
  }
  return out;
}

/** A line of the masthead or a heading of a column, made ready for every kind to look at: its words folded once, not once a phrase. */
interface Ready extends Line { readonly folded: string; readonly words: string }

/** The lines of a paper that phrases are looked for in. */
interface Lines {
  readonly titles: readonly Ready[];
  /** The words of all of them and of the declared title, a line each: most phrases are in none. */
  readonly titled: string;
  readonly declared: Ready | undefined;
  readonly columns: readonly Ready[];
  readonly paragraphs: readonly Paragraph[];
}

/** Evidence is looked for in this many paragraphs with text, some 300 pages: a longer paper has shown what it is by then, and what its parts are is weighed part by part. */
const LOOKED_AT = 4_000;

/** The paragraphs in which evidence is looked for. */
export const lookedAt = oncePer((paper: Paper): readonly Paragraph[] => {
  const out: Paragraph[] = [];
  for (const p of eachParagraph(paper.blocks)) if (p.text !== '' && out.push(p) >= LOOKED_AT) break;
  return out;
});

const linesOf = oncePer((paper: Paper): Lines => {
  const ready = (text: string, at: Locator): Ready => ({ text, at, folded: '', words: wordsOf(text) });
  const masthead = mastheadOf(paper);
  const columns: Ready[] = [];
  for (const table of eachTable(paper.blocks)) {
    for (const cell of table.cells) {
      if (cell.row >= Math.max(1, table.headerRows)) continue;
      const text = cellText(cell).replace(/\n/g, ' ');
      columns.push({ text, at: cell.at, folded: fold(text), words: '' });
    }
  }
  const titles = [...masthead.filter((p) => p.text.length <= TITLE_LENGTH).map((p) => ready(p.text, p.at)), ...paper.furniture.filter((f) => f.why === 'header').map((f) => ready(f.text, f.at))];
  const declared = paper.declaredTitle && masthead[0] ? ready(paper.declaredTitle, masthead[0].at) : undefined;
  return { titles, titled: [...titles, ...(declared ? [declared] : [])].map((l) => l.words).join('\n'), declared, columns, paragraphs: lookedAt(paper) };
});

const NONE: readonly number[] = [];

/** A paragraph's folded text: every kind asks for it. */
const foldedOf = oncePerBlock((p: Paragraph) => fold(p.text));

/** A phrase made ready: its place in the vocabulary's list, and its words folded. */
interface Phrase { readonly place: number; readonly phrase: string; readonly folded: string }

/** A vocabulary's phrases by where they are looked for; those for the start of a paragraph by the letter that it must have. */
interface Phrases {
  readonly headings: readonly Phrase[];
  readonly starts: ReadonlyMap<number, readonly Phrase[]>;
  readonly texts: readonly Phrase[];
  readonly columns: readonly Phrase[];
  readonly titles: readonly Phrase[];
}

const phrasesOf = oncePer((vocabulary: Vocabulary): Phrases => {
  const of = (where: Vocabulary['evidence'][number]['where']): Phrase[] => vocabulary.evidence.flatMap((e, place) => (e.where === where ? [{ place, phrase: e.phrase, folded: where === 'title' ? wordsOf(e.phrase) : fold(e.phrase) }] : []));
  const starts = new Map<number, Phrase[]>();
  for (const phrase of of('start')) starts.set(phrase.folded.charCodeAt(0), [...(starts.get(phrase.folded.charCodeAt(0)) ?? []), phrase]);
  return { headings: of('heading'), starts, texts: of('text'), columns: of('column'), titles: of('title') };
});

/** The phrases (places in the vocabulary's list) that a paragraph satisfies: at its start, anywhere in it, or as a heading. */
const phrasesIn = remembered((p: Paragraph, vocabulary: Vocabulary): readonly number[] => {
  const { headings, starts, texts } = phrasesOf(vocabulary);
  const folded = foldedOf(p);
  let out: number[] | undefined;
  if (p.heading !== undefined || p.text.length <= HEADING_LENGTH) for (const { phrase, place } of headings) if (matchFolded(folded, phrase) > 0) (out ??= []).push(place);
  const begun = starts.get(folded.charCodeAt(0));
  if (begun) for (const phrase of begun) if (folded.startsWith(phrase.folded)) (out ??= []).push(phrase.place);
  for (const phrase of texts) if (folded.includes(phrase.folded)) (out ??= []).push(phrase.place);
  return out ?? NONE;
});

/** False where a paragraph certainly has none of the phrases, told by its length and its first letter: most paragraphs are long, and most phrases are those of headings. */
function mayHave(p: Paragraph, { starts, texts }: Phrases): boolean {
  return texts.length > 0 || p.heading !== undefined || p.text.length <= HEADING_LENGTH || (starts.size > 0 && mayFoldTo(p.text, starts));
}

/** The evidence that a vocabulary's phrases find in a paper, each phrase once, at its first place. */
export function phraseEvidence(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const { titles, titled, declared, columns, paragraphs } = linesOf(paper);
  const known = phrasesOf(vocabulary);
  const first = new Map<number, Line>();
  const see = (place: number, line: Line | undefined): void => { if (line && !first.has(place)) first.set(place, line); };
  for (const p of paragraphs) if (mayHave(p, known)) for (const place of phrasesIn(p, vocabulary)) see(place, p);
  for (const { place, folded } of known.titles) if (titled.includes(folded)) see(place, titles.find((l) => l.words.includes(folded)) ?? (declared?.words.includes(folded) ? declared : undefined));
  if (columns.length > 0) for (const { place, phrase } of known.columns) see(place, columns.find((l) => matchFolded(l.folded, phrase) > 0));
  return [...first].sort(([a], [b]) => a - b).map(([place, line]) => ({ text: clip(line.text), weight: vocabulary.evidence[place]?.weight ?? 0, at: line.at }));
}

/** In a title a phrase may stand anywhere, as whole words; a `*` is not needed. */
const wordsOf = (text: string): string => ` ${wordsAlone(fold(text))} `;

const clip = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, 157)}…`);

/** The weight at which a paper of a kind is as likely as not: evidence under it leaves the paper a `document`. */
const PRIOR = 3;

/** The sum of weights of evidence. */
export const weightOf = (evidence: readonly Evidence[]): number => evidence.reduce((n, e) => n + e.weight, 0);

/**
 * Confidence of a kind whose evidence weighs `weight`, beside the next best that weighs `other`: the logistic function of the
 * smaller of its lead over the prior and its lead over the other.
 */
export function confidenceOf(weight: number, other: number): number {
  const lead = Math.min(weight - PRIOR, weight - other);
  return Math.round((1 / (1 + Math.exp(-lead))) * 1000) / 1000;
}
