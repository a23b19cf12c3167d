/** Where a group's report begins in a partnership's report, and where a field of it does. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { isCapitals, previousFilled, readsAsHeading } from '../shared/looks.js';
import { runInHeading } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';

/** A heading of a field has at most this many characters. */
const LONGEST_FIELD = 90;
/** A group's name, with what stands after it ("SUMMARY REPORT"), has at most this many characters. */
const LONGEST_NAME = 140;

/** The same without a figure: "this quarter", "since the last meeting", "in the last six months". */
const SINCE = /\s(?:to date|(?:this|(?:in|during|over|since)(?:\s(?:the|our|this))?(?:\s(?:last|past|previous))?)\s(?:(?:three|six|twelve|3|6|12)\s)?(?:quarter|period|year|half[- ]year|term|months?|meeting|report))$/iu;

/** A number of small letters is a list's: groups are numbered in figures, capitals or not at all. */
const LISTED = /^[a-z]+$/;

/** An entry in capitals of a list with small letters ("i) MMR") looks like a heading, and is none. */
export const isLettered = (p: Paragraph): boolean => p.heading?.by === 'looks' && p.number !== undefined && LISTED.test(p.number);

/** Fields under small letters ("a) Aims"): the other headings of the group have them too. */
export const isLetteredField = (b: Block, vocabulary: Vocabulary): boolean => b.type === 'paragraph' && b.number !== undefined && LISTED.test(b.number) && groupField(b, vocabulary) !== undefined;

/** The time that a heading speaks of: "Key objectives for 2009/10", "Progress in the year 2009", "Achievements (April 2009)". */
const YEAR = /[\s,(–—-]+(?:(?:for|in|during|to|since|over|from|of)\s+)?(?:the\s+)?(?:(?:financial\s+)?(?:year|period|quarter|half[- ]year)\s+)?(?:\p{Lu}\p{Ll}+\s+)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{4}|\d{2}))?\)?$/u;

/** The field that a heading names; `undefined` for what is no heading of a field. */
export function groupField(p: Paragraph, vocabulary: Vocabulary): string | undefined {
  if (p.bullet || p.text.length > LONGEST_FIELD || /[;,]$/.test(p.text)) return undefined;
  // A numbered or plain sentence may begin with the words of a heading: it ends as a sentence, a heading seldom does.
  if (/\.$/.test(p.text) && p.text.length > 40 && !p.heading) return undefined;
  return fieldFor(p.text, vocabulary.headings) ?? dated(p.text, vocabulary.headings);
}

/** The field of a heading that asks, or says for what time: "Achievements this quarter", "Objectives for 2009/10:". */
export function dated(text: string, wordings: Readonly<Record<string, readonly string[]>>): string | undefined {
  const plain = text.replace(/\s*[:?]$/u, '');
  const bare = /\d\)?$/.test(plain) ? plain.replace(YEAR, '') : plain.replace(SINCE, '');
  return bare === text ? undefined : fieldFor(bare, wordings);
}

/** Where the name begins in "Sub-group: Be Healthy Group"; `undefined` for any other line. */
export function groupLabel(p: Paragraph, vocabulary: Vocabulary): number | undefined {
  const colon = p.text.indexOf(':');
  if (colon < 1 || colon > 40 || p.bullet || p.text.length > LONGEST_NAME || !isOneOf(p.text.slice(0, colon), vocabulary.words['groupLabel'])) return undefined;
  const name = /^\s*(?=\p{Lu})/u.exec(p.text.slice(colon + 1));
  return name === null ? undefined : colon + 1 + name[0].length;
}

/** True for a line that reads as the name of a group. */
export function isGroupName(p: Paragraph, vocabulary: Vocabulary): boolean {
  if (!readsAsHeading(p, LONGEST_NAME)) return false;
  return isOneOf(p.text, vocabulary.words['group']);
}

/**
 * The indices of the paragraphs that head the groups. A group's heading names a group, or stands above the headings of fields by its
 * level, or is a numbered line in capitals; and a field's heading follows before the next such line. Headings of the level
 * of those are groups too, though nothing stands under them but text.
 */
export function groupStarts(blocks: readonly Block[], vocabulary: Vocabulary): number[] {
  const paragraph = (i: number): Paragraph | undefined => {
    const b = blocks[i];
    return b?.type === 'paragraph' ? b : undefined;
  };
  const isField = blocks.map((b) => b.type === 'paragraph' && (groupField(b, vocabulary) ?? runInHeading(b, vocabulary.headings)) !== undefined);
  const fieldLevels = blocks.flatMap((b, i) => (isField[i] && b.type === 'paragraph' && b.heading ? [b.heading.level] : []));
  const fieldLevel = fieldLevels.length > 0 ? Math.min(...fieldLevels) : undefined;
  const candidates: number[] = [];
  blocks.forEach((b, i) => {
    if (b.type !== 'paragraph' || isField[i] || b.text === '' || b.bullet || b.text.length > LONGEST_NAME) return;
    if (groupLabel(b, vocabulary) !== undefined) { candidates.push(i); return; }
    if (isLettered(b) && !isGroupName(b, vocabulary)) return;
    const styled = b.heading !== undefined;
    const numbered = b.number !== undefined && /^\d+$/.test(b.number);
    const named = isGroupName(b, vocabulary) && (styled || isCapitals(b.text) || numbered || b.bold === true || b.number === undefined);
    const above = styled && fieldLevel !== undefined && b.heading.level < fieldLevel;
    const loud = isCapitals(b.text) && (numbered || b.bold === true) && readsAsHeading(b, LONGEST_NAME);
    if (named && !styled && !loud && !numbered && (isAnswer(blocks, i, b, isField, fieldLevel) || isLabelledLine(b))) return;
    if (named || above || loud) candidates.push(i);
  });
  const followed = candidates.filter((i, n) => {
    const end = candidates[n + 1] ?? blocks.length;
    for (let j = i + 1; j < end; j++) if (isField[j] || blocks[j]?.type === 'table') return true;
    return false;
  });
  const sure = new Set(followed);
  const levels = new Set(followed.map((i) => paragraph(i)?.heading?.level).filter((l) => l !== undefined));
  const first = followed[0];
  return candidates.filter((i) => sure.has(i)
    || (first !== undefined && i > first && levels.has(paragraph(i)?.heading?.level ?? -1) && (fieldLevel === undefined || (paragraph(i)?.heading?.level ?? 9) < fieldLevel)));
}

/** A plain line right under a field's heading, or a heading of the same rank, says what that asks ("Reports to", "Ashby Safeguarding Board"): it heads nothing. */
function isAnswer(blocks: readonly Block[], i: number, p: Paragraph, isField: readonly boolean[], fieldLevel: number | undefined): boolean {
  const above = previousFilled(blocks, i);
  if (above?.type !== 'paragraph' || p.bold === true || isCapitals(p.text)) return false;
  return isField[blocks.indexOf(above)] === true || (above.heading !== undefined && fieldLevel !== undefined && above.heading.level >= fieldLevel);
}

/** "Reporting to: Children's Trust Board": a label, and a body's name after it. "Theme 1: Health Partnership" is numbered, and names a group. */
const isLabelledLine = (p: Paragraph): boolean => /^[^\d:]{1,40}:\s*\S/u.test(p.text);

/** Where the value begins in "Chair: Ann Lee", "Frequency of meetings: Termly". */
export function detailEnd(p: Paragraph, vocabulary: Vocabulary): number | undefined {
  const colon = p.text.indexOf(':');
  if (colon < 1 || !isOneOf(p.text.slice(0, colon), vocabulary.words['groupDetail'])) return undefined;
  const value = p.text.slice(colon + 1).trim();
  // "Meetings: three were held with parents." is a sentence of the text.
  return value === '' || (value.endsWith('.') && value.split(' ').length >= SENTENCE_WORDS) ? undefined : colon + 1;
}

/** With this many words and a full stop behind them, what stands behind a label is a sentence. */
const SENTENCE_WORDS = 4;
