/** What a report's headings mean: the field that a heading names, by its own words. Pure. */
import { fold } from '../../paper/text.js';
import type { Block, Paragraph } from '../../paper/model.js';
import { wordingsUnder } from '../shared/labels.js';
import { betweenBreaks, runInHeading } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';

/** A heading of a field has at most this many characters. */
export const LONGEST_HEADING = 120;
/** One that ends in a full stop, or has a wording's star in it, is a sentence past this length. */
export const LONGEST_SENTENCE = 60;
/** A heading of which a star takes in a part has at most this many characters ("… under section 100D of the Local Government Act 1972"). */
const LONGEST_STARRED = 110;
/** Verbs that make a line a sentence. */
const SENTENCE = /\b(?:is|are|was|were|has|have|had|will|would|be|no|not|there|arise|arising|may|must|should)\b/iu;

/** What a heading names: a field, an area of implications (`implications.AREA`), the heading over all of those (`implications`). */
export const IMPLICATIONS = 'implications';
/** "Environmental Impact Assessment - what the report does for the target": the words before the dash, two at least. */
const PREFIX = /^(\p{Lu}\S*(?:\s\S+){1,6}?)\s[–—-]\s/u;
/** An area that has no name of its own in a record. */
const OTHER = `${IMPLICATIONS}.other`;

/** "Section 1 – Summary and Recommendations" without the form's number of the section. */
export const withoutPart = (text: string): string => text.replace(/^(?:section|part)\s+(?:\d{1,2}|[A-Z])\s*[:–—-]\s*(?=\S)/iu, '');

/** The field that a heading names by its own words. */
export function headingField(p: Paragraph, vocabulary: Vocabulary): string | undefined {
  const named = p.heading ? PREFIX.exec(p.text)?.[1] : undefined;
  const said = named === undefined ? undefined : exact(named, vocabulary.headings);
  if (said !== undefined) return said;
  if (p.bullet || p.text === '' || p.text.length > LONGEST_HEADING || /[;,]$/.test(p.text)) return undefined;
  if (/\.$/.test(p.text) && p.text.length > LONGEST_SENTENCE) return undefined;
  // Small letters and romans number the points of a list.
  if (p.number !== undefined && !p.heading && !/^(?:\d+(?:\.\d+)*|[A-Z])$/.test(p.number)) return undefined;
  const words = withoutPart(p.text.replace(/\s*\?$/, ''));
  const field = fieldFor(words, vocabulary.headings);
  if (field !== undefined && (vocabulary.headings[field] ?? []).some((w) => fold(w) === fold(words))) return field;
  // What a wording's star takes in is a heading only where it reads as one: no sentence, nothing after a colon; a question may be one.
  const reads = p.text.length <= LONGEST_STARRED && !/\.$|:\s*\S/.test(p.text) && (/\?$/.test(p.text) || !SENTENCE.test(p.text));
  if (!reads) return undefined;
  return (field === undefined || field === OTHER ? areaIn(words, vocabulary) : undefined) ?? field ?? inPieces(words, vocabulary);
}

/** Fields whose labels stand line by line in one paragraph at a report's end ("Contact officer: … / Appendix: … / Background papers: …"). */
const AT_END: ReadonlySet<string> = new Set(['contacts', 'appendices', 'backgroundPapers']);

/** The blocks with such a paragraph parted into its lines. */
export function partedLabels(blocks: readonly Block[], vocabulary: Vocabulary): Block[] {
  return blocks.flatMap((b) => {
    if (b.type !== 'paragraph' || b.label !== undefined || !b.text.includes(':')) return [b];
    const lines = betweenBreaks(b);
    return lines.length > 1 && lines.every((line) => AT_END.has(runInHeading(line, vocabulary.headings)?.field ?? '')) ? lines : [b];
  });
}

/** The field of the paragraph that begins the body: a heading of a field, alone or run in. */
export const beginsBody = (p: Paragraph, vocabulary: Vocabulary): string | undefined => headingField(p, vocabulary) ?? runInHeading(p, vocabulary.headings)?.field;

/** "Statutory, Legal and Risk Implications", "Environmental Impact Considerations (Including Climate Change)": what the heading is over, and what it calls it. */
const OVER = /^(\p{Lu}.*?)\s+(implications|considerations|impacts?|comments)(?:\s*:?$|\s*[:–—-]?\s*\(.*\)$|\s+(?:for|of|on)\s)/iu;
/** A line without one of these is over no area: told first, since the expression above takes long to compile. */
const NAMES_MATTERS = /implication|consideration|impact|comment/i;
const JOINED = /\s*(?:,|\/|&|\band\b)\s*/iu;

/**
 * The area of implications that a heading of several words is over: that of the first of them that names one. "Considerations" are such
 * only of words that head nothing else: "Planning considerations" heads a section.
 */
function areaIn(text: string, vocabulary: Vocabulary): string | undefined {
  const found = text.length > LONGEST_STARRED || !NAMES_MATTERS.test(text) ? null : OVER.exec(text);
  if (!found?.[1]) return undefined;
  const { words, headings } = vocabulary;
  const sure = /^implications/iu.test(found[2] ?? '');
  const bare = wordingsUnder(words, 'area.');
  const areas = wordingsUnder(headings, `${IMPLICATIONS}.`);
  const parts = found[1].split(JOINED).map((part) => {
    const named = part.replace(/\s+impacts?$/iu, '');
    return { named, area: fieldFor(named, bare) ?? fieldFor(part, areas) ?? exact(`${named} implications`, areas) };
  });
  // "Climate change and environmental impact": two words for one area are sure of each other.
  const agreed = parts.length > 1 && parts.every((p) => p.area === parts[0]?.area);
  for (const { named, area } of parts) {
    if (area === undefined) continue;
    if (!sure && (area === 'other' || (!agreed && isOneOf(named, words['onlyUnderImplications'])))) return undefined;
    return `${IMPLICATIONS}.${area}`;
  }
  return undefined;
}

/** The field that has these very words for a wording. */
function exact(text: string, wordings: Readonly<Record<string, readonly string[]>>): string | undefined {
  const field = fieldFor(text, wordings);
  return field !== undefined && (wordings[field] ?? []).some((w) => fold(w) === fold(text)) ? field : undefined;
}

/**
 * A heading that says itself twice, or has more after it: "Purpose/Executive Summary", "Reasons for Recommendation / Conclusion", "Options & alternatives",
 * "Financial implications (revenue)". A word alone means too much to decide for others beside it.
 */
function inPieces(text: string, { headings, words }: Vocabulary): string | undefined {
  const plain = withoutBrackets(text).replace(/\s*:$/, '').replace(/\s*&\s*/gu, ' and ');
  const whole = plain === text || plain === '' ? undefined : exact(plain, headings);
  if (whole !== undefined || !plain.includes('/')) return whole;
  const parts = plain.split(/\s*\/\s*/u).filter((part) => part !== '');
  const fields = parts.map((part) => exact(part, headings));
  const [first] = fields;
  const several = (i: number): boolean => /\s/u.test(parts[i] ?? '');
  if (first !== undefined && fields.every((f, i) => i === 0 || f === first || several(0) || isOneOf(parts[i] ?? '', words['sectionHeading']) || (f !== undefined && several(i)))) return first;
  const second = fields.findIndex((f, i) => f !== undefined && several(i));
  return first === undefined && second > 0 ? fields[second] : undefined;
}

/** A heading without what it says in brackets at its end. */
export const withoutBrackets = (text: string): string => text.replace(/\s*\([^()]*\)\s*:?\s*$/u, '');

/** The area that a heading's bare words name ("Legal", "Community (Equality and Rural)", "Climate Change / Carbon"): where it says two, that of the first. */
export function bareArea(text: string, bare: Readonly<Record<string, readonly string[]>>): string | undefined {
  const found = fieldFor(text, bare);
  if (found !== undefined || !/[(/&]|\band\b/iu.test(text)) return found;
  const plain = withoutBrackets(text);
  if (plain === '') return undefined;
  const named = fieldFor(plain, bare) ?? fieldFor(plain.split(/\s*\/\s*/u)[0] ?? '', bare);
  if (named !== undefined) return named;
  // "Resource and Risk": where all of them are areas.
  const parts = plain.split(JOINED).map((part) => fieldFor(part, bare));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts[0] : undefined;
}
