/** The body of a report, parted at its headings into the fields that they name; what no field claims is left for sections. */
import { depthOf, inferHeadings } from '../shared/sections.js';
import { follows, isFirst } from '../../paper/label.js';
import { fold } from '../../paper/text.js';
import type { Block, Paragraph } from '../../paper/model.js';
import { readOutcome } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { withoutCaptions } from '../shared/captions.js';
import { contentsIn } from '../shared/contents.js';
import { afterOpening, wordingsUnder } from '../shared/labels.js';
import { isCapitals, nextFilled, previousFilled, readsAsHeading } from '../shared/looks.js';
import { headSiblings } from '../shared/siblings.js';
import { runInHeading, stretchOf } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { appendixLine, listedAtEnd } from './appendices.js';
import { askedOf, hasContact } from './contacts.js';
import { bareArea, headingField, IMPLICATIONS, LONGEST_HEADING, LONGEST_SENTENCE, withoutBrackets, withoutPart } from './headings.js';
import { barNumber, openedBody, openedForm } from './opened-forms.js';

export interface Segment {
  readonly field: string;
  readonly heading: Paragraph;
  readonly blocks: Block[];
}

export interface Body {
  readonly segments: Segment[];
  /** Blocks for sections, in order, headings marked. */
  readonly rest: Block[];
}

/** A heading's level: what the source says, else the depth of its number, else 1 for capitals and 2 for others. */
function levelOf(p: Paragraph): number {
  if (p.number !== undefined && /^\d+(?:\.\d+)*$/.test(p.number)) return depthOf(p.number);
  if (p.heading && p.heading.by !== 'looks') return p.heading.level;
  return isCapitals(p.text) ? 1 : 2;
}

/** True where heading `a` stands under heading `b`. */
function isUnder(a: Paragraph, b: Paragraph): boolean {
  const decimal = /^\d+(?:\.\d+)*$/;
  if (a.number !== undefined && b.number !== undefined && decimal.test(a.number) && decimal.test(b.number)) return a.number !== b.number && !/\.0$/.test(a.number) && a.number.startsWith(`${b.number.replace(/\.0$/, '')}.`);
  if (a.heading && b.heading && a.heading.by !== 'looks' && b.heading.by !== 'looks' && a.number === undefined && b.number === undefined) return a.heading.level > b.heading.level;
  return levelOf(a) > levelOf(b);
}

/** Marks the headings: those that the wordings name, those set at the head of their paragraph, those that their numbers show. */
export function markHeadings(context: ParseContext, blocks: readonly Block[]): Block[] {
  const { vocabulary } = context;
  const bodied = withoutCaptions(blocks, vocabulary.words['caption']).flatMap((b) => (b.type === 'table' ? openedBody(context, b) ?? [b] : [b]));
  const barred = bodied.map((b) => barNumber(context, b.type === 'paragraph' && b.heading?.by === 'looks' && namesSomebody(b.text, vocabulary) ? { ...b, heading: undefined } : b));
  const contents = contentsIn(barred, vocabulary.words['contents']);
  const inBold = boldManner(barred, vocabulary);
  let recommending = false;
  const opened = barred.flatMap((b, i): Block[] => {
    if (b.type !== 'paragraph') return openedForm(b, vocabulary) ?? [b];
    // What a list of contents names stands further down.
    if (contents && i >= contents.heading && i < contents.end) return [i === contents.heading ? { ...b, heading: b.heading ?? { level: levelOf(b), by: 'looks' } } : { ...b, heading: undefined }];
    // A line that introduces recommendations is none of their headings, however it is set.
    if (isAsk(b, vocabulary)) { recommending = true; return [{ ...b, heading: undefined }]; }
    // Recommendations may be set in bold; a numbered sentence under their heading is one, whatever its look.
    if (recommending && b.heading?.by === 'looks' && b.number !== undefined && /[.;]$/.test(b.text) && headingField(b, vocabulary) === undefined) return [{ ...b, heading: undefined }];
    const field = headingField(b, vocabulary);
    if (!b.heading && (isWorded(barred, i, b, recommending, vocabulary) || opensChapter(barred, i, b) || (inBold && field === undefined && isBoldLine(barred, i, b)))) { recommending = false; return [{ ...b, heading: { level: levelOf(b), by: 'looks' as const } }]; }
    if (b.heading || field !== undefined) recommending = field === 'recommendations';
    if (field !== undefined) return [b.heading ? b : { ...b, heading: { level: levelOf(b), by: 'looks' as const } }];
    const run = runInHeading(b, vocabulary.headings) ?? askedOf(b, vocabulary);
    if (!run) return [b];
    recommending = run.field === 'recommendations';
    context.take(b);
    const head = stretchOf(b, 0, run.rest);
    const text = run.heading;
    return [{ ...head, text, heading: { level: levelOf({ ...head, text }), by: 'looks' as const } }, stretchOf(b, run.rest)];
  });
  return headSiblings(inferHeadings(areaLines(opened, vocabulary)));
}

/** "Name: Jo Lane", "Telephone: 01632 960111", "Designation: Head of Roads": a line of a form, which a short line's look makes no heading. */
function namesSomebody(text: string, vocabulary: Vocabulary): boolean {
  const colon = text.indexOf(':');
  if (colon < 1 || /:$/.test(text) || fieldFor(text.slice(0, colon), vocabulary.headings) !== undefined) return false;
  const label = text.slice(0, colon);
  return hasContact(text) || fieldFor(label, wordingsUnder(vocabulary.words, 'contact.')) !== undefined || isOneOf(label, vocabulary.words['names']);
}

/** The first point of a chapter: "3.1". */
const FIRST_POINT = /^(\d{1,2})\.1$/;

/** A short line without a number over "3.1", where the points before it are those of chapter 2 (or there are none, over "1.1"): it heads the chapter. */
function opensChapter(blocks: readonly Block[], i: number, p: Paragraph): boolean {
  if (p.number !== undefined || !readsAsHeading(p, LONGEST_SENTENCE)) return false;
  const next = nextFilled(blocks, i);
  const chapter = next?.type === 'paragraph' && !next.heading ? FIRST_POINT.exec(next.number ?? '')?.[1] : undefined;
  if (chapter === undefined) return false;
  let before = 0;
  for (let j = i - 1; j >= 0; j--) {
    const b = blocks[j];
    if (b?.type === 'paragraph' && b.number !== undefined && /^\d+(?:\.\d+)+$/.test(b.number)) { before = Number.parseInt(b.number, 10); break; }
  }
  return before === Number(chapter) - 1;
}

/** This many lines in bold that are headings by their words show that a paper sets its headings so. */
const BOLD_HEADINGS = 3;
const boldManner = (blocks: readonly Block[], vocabulary: Vocabulary): boolean => blocks.filter((b) => b.type === 'paragraph' && b.bold === true && b.label === undefined && headingField(b, vocabulary) !== undefined).length >= BOLD_HEADINGS;

/** A short line all in bold without a label, over text that is not: a heading in a paper that sets them so. */
function isBoldLine(blocks: readonly Block[], i: number, p: Paragraph): boolean {
  const next = nextFilled(blocks, i);
  return p.bold === true && p.label === undefined && readsAsHeading(p, LONGEST_SENTENCE) && !/:\s/.test(p.text) && next?.type === 'paragraph' && next.bold !== true && !/^\p{Ll}/u.test(next.text);
}

/** A paragraph of prose begins as a sentence does, and ends as one or as what introduces a list. */
const PROSE = /^[\p{Lu}\p{N}£‘“"'(].*[.?!:][’”"')]*$/su;
/** "Chief Financial Officer: Dawn Carver", "Pledges<tab>P6": a form's line; where a source has no tabs, a code ends it. */
const isLabelled = (p: Paragraph): boolean => /^\p{Lu}[^:]{1,60}(?::\s+\S|\s\p{Lu}{1,3}\d{1,3}$)/u.test(p.text) || (p.spans ?? []).some((s) => s.style === 'tab');

/**
 * True for a line of a usual heading's words that has no look of one: over prose or a chapter's first point, and no entry of a list. Under
 * a heading of recommendations it must stand behind a finished one, and over what is none.
 */
function isWorded(blocks: readonly Block[], i: number, p: Paragraph, recommending: boolean, vocabulary: Vocabulary): boolean {
  const known = (text: string): boolean => isOneOf(text, vocabulary.words['sectionHeading']) || isOneOf(text, vocabulary.words['commonHeading']);
  if (p.label !== undefined || p.bullet || !known(withoutPart(p.text)) || !readsAsHeading(p, LONGEST_SENTENCE)) return false;
  const next = nextFilled(blocks, i);
  if (next?.type !== 'paragraph' || next.heading || next.bullet || known(next.text) || (next.number === undefined && next.label !== undefined)) return false;
  // Words that are the entries of many a list need a look, or a form's lines under them.
  if (isOneOf(p.text, vocabulary.words['commonHeading'])) return p.bold === true || p.underlined === true || isCapitals(p.text) || (!recommending && !endsList(blocks, i, vocabulary) && isLabelled(next));
  if (endsList(blocks, i, vocabulary)) return false;
  if (FIRST_POINT.test(next.number ?? '')) return true;
  const prose = PROSE.test(next.text) || isLabelled(next);
  if (!recommending) return prose && (next.number === undefined || /^\d+(?:\.\d+)*$/.test(next.number));
  const before = previousFilled(blocks, i);
  if (before?.type !== 'paragraph' || before.heading || !/\.$/.test(before.text)) return false;
  // After a recommendation without a number, "1." begins the text's own count.
  const own = next.label === undefined || (before.number === undefined && next.number !== undefined && isFirst(next.number));
  return prose && own && !/^(?:that|to)\b/iu.test(next.text) && (before.number !== undefined || (readOutcome(next.text) ?? 'other') === 'other');
}

/** True where short lines up to this one follow a line that ends in a colon: they are the entries of its list. */
function endsList(blocks: readonly Block[], i: number, vocabulary: Vocabulary): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const b = blocks[j];
    if (b?.type !== 'paragraph' || b.heading) return false;
    if (b.text === '' && b.label === undefined) continue;
    if (/[:;,]$/.test(b.text)) return headingField(b, vocabulary) === undefined || isAsk(b, vocabulary);
    if (b.label !== undefined || !readsAsHeading(b, LONGEST_SENTENCE)) return false;
  }
  return false;
}

/** Lines of one or two words under a heading of implications that name an area ("Legal") are headings, though they have no look of one. */
function areaLines(blocks: readonly Block[], vocabulary: Vocabulary): Block[] {
  const bare = wordingsUnder(vocabulary.words, 'area.');
  let under = false;
  return blocks.map((b) => {
    if (b.type !== 'paragraph') return b;
    if (b.heading) {
      const field = headingField(b, vocabulary);
      if (field === IMPLICATIONS) under = true;
      else if (field !== undefined && !field.startsWith(IMPLICATIONS)) under = false;
      return b;
    }
    if (!under || b.bullet || withoutBrackets(b.text).length > LONGEST_SENTENCE || !readsAsHeading(b) || (b.number !== undefined && !/^(?:\d+(?:\.\d+)*|[A-Za-z])$/.test(b.number))) return b;
    return bareArea(b.text, bare) === undefined ? b : { ...b, heading: { level: levelOf(b), by: 'looks' as const } };
  });
}

/** "PART B", "Part 2": a part of the report without a title of its own. */
const PART = /^part\s(?:[A-Z]|\d|[IVX]{1,3}|one|two|three)$/iu;
const LONGEST_PART = 10;

/** Parts the marked blocks into segments. */
export function partBody(context: ParseContext, blocks: readonly Block[]): Body {
  const { vocabulary } = context;
  const bare = wordingsUnder(vocabulary.words, 'area.');
  const areas = { ...areasOf(vocabulary), ...bareAreas(bare) };
  const fields = resolved(blocks, vocabulary, bare);
  const segments: Segment[] = [];
  const rest: Block[] = [];
  const listed = new Set<string>();
  let now: Segment | undefined;
  let over: Paragraph | undefined;
  let inAppendix = false;
  let untitled = false;
  // "Cabinet is asked to:" stands for the heading in a report that has none.
  const appended = blocks.findIndex((b) => b.type === 'paragraph' && b.heading !== undefined && appendixLine(b.text, vocabulary)?.number !== undefined);
  const headed = fields.slice(0, appended < 0 ? undefined : appended).includes('recommendations');
  const tail = listedAtEnd(blocks, vocabulary);
  const open = (field: string, heading: Paragraph): void => {
    now = { field, heading, blocks: [] };
    segments.push(now);
  };
  const loose = (block: Block): void => { now = undefined; rest.push(block); };
  blocks.forEach((block, i) => {
    if (block.type === 'table') { (now?.blocks ?? rest).push(block); return; }
    // "PART B" ends whatever stood open.
    if (block.heading && block.text.length <= LONGEST_PART && PART.test(block.text)) { over = undefined; loose(block); return; }
    const line = block.bullet ? undefined : appendixLine(block.text, vocabulary);
    if (untitled && block.text !== '' && line?.number === undefined) {
      untitled = false;
      if (now?.field === 'appendices' && block.number === undefined) { now.blocks.push({ ...block, heading: undefined } as Paragraph); return; }
    }
    if (line && line.number !== undefined) {
      const key = fold(`${line.word ?? ''} ${line.number}`);
      const inList = now?.field === 'appendices' && !listed.has(key);
      const head = block.heading !== undefined || (block.label === undefined && readsAsHeading(block));
      if (inList) {
        listed.add(key);
        now?.blocks.push({ ...block, heading: undefined } as Paragraph);
        // "Appendix C" on a line of its own: the next line is its title, whatever its words.
        untitled = line.title === '';
        return;
      }
      if (head && (block.heading !== undefined || listed.has(key) || inAppendix || line.title === '')) {
        const field = line.title === '' ? undefined : fieldFor(line.title, vocabulary.headings);
        if (field !== undefined) { over = field === IMPLICATIONS ? block : undefined; open(field, block); return; }
        // "Appendix 1" over "IMPLICATIONS": the appendix is those.
        const under = line.title === '' ? blocks.indexOf(nextFilled(blocks, i) ?? block) : -1;
        if (under > i && fields[under]?.startsWith(IMPLICATIONS)) { context.heading(block, IMPLICATIONS); inAppendix = false; return; }
        over = undefined;
        inAppendix = true;
        loose({ ...block, heading: { level: 0, by: block.heading?.by ?? 'looks' } });
        return;
      }
    }
    if (now?.field === 'otherOptions' && !block.bullet && isOption(block, vocabulary)) {
      now.blocks.push({ ...block, heading: { level: OPTION_LEVEL, by: block.heading?.by ?? 'looks' } });
      return;
    }
    if (!headed && !inAppendix && isAsk(block, vocabulary) && !segments.some((s) => s.field === 'recommendations')) {
      open('recommendations', block);
      now?.blocks.push({ ...block, heading: undefined });
      return;
    }
    const area = over && now && isSibling(block, now.heading) && now.field.startsWith(`${IMPLICATIONS}.`) && !runInHeading(block, areas) ? UNKNOWN_AREA.exec(block.text) : null;
    if (area?.[1] !== undefined && fields[i] === undefined) {
      context.take(block);
      open(`${IMPLICATIONS}.${bareArea(area[1], bare) ?? 'other'}`, { ...stretchOf(block, 0, area[0].length), text: area[1] });
      now?.blocks.push(stretchOf(block, area[0].length));
      return;
    }
    if (tail.has(block)) {
      if (now?.field !== 'appendices') open('appendices', block);
      now?.blocks.push(block);
      return;
    }
    const back = now?.field === 'reasons' ? resumed(block, segments) : undefined;
    if (back) { now = back; back.blocks.push(block); return; }
    if (!block.heading) {
      if (over && now) {
        const run = runInHeading(block, areas);
        if (run) {
          context.take(block);
          open(run.field, { ...stretchOf(block, 0, run.rest), text: run.heading });
          now?.blocks.push(stretchOf(block, run.rest));
          return;
        }
      }
      (now?.blocks ?? rest).push(block);
      return;
    }
    const field = inAppendix && over === undefined ? undefined : fields[i];
    if (field !== undefined) {
      if (field === IMPLICATIONS) over = block;
      else if (over && !field.startsWith(`${IMPLICATIONS}.`)) over = undefined;
      // A heading under one of the same field is a part of it ("Options" under "Options considered").
      if (now && now.field === field && isUnder(block, now.heading)) { now.blocks.push(block); return; }
      open(field, block);
      return;
    }
    // The last entry of a list of papers may look like a heading: nothing stands under it.
    // And so may the first, right under the list's own heading.
    if (now && LISTING.has(now.field) && block.number === undefined && block.heading.by === 'looks' && (isLast(blocks, i) || (now.blocks.length === 0 && !isOneOf(block.text, vocabulary.words['sectionHeading'])))) { now.blocks.push({ ...block, heading: undefined }); return; }
    if (now && !inAppendix && isUnder(block, now.heading)) {
      if (now.heading === over) open(`${IMPLICATIONS}.other`, block);
      else now.blocks.push(block);
      return;
    }
    if (over && isUnder(block, over) && block.number !== undefined) {
      open(`${IMPLICATIONS}.other`, block);
      return;
    }
    over = undefined;
    loose(block);
  });
  return { segments, rest };
}

/**
 * The recommendations that a numbered point goes on with, after the reason for the one before it: "1. That …", "Reason: …", "2. That …". The
 * reason's own points begin anew.
 */
function resumed(p: Paragraph, segments: readonly Segment[]): Segment | undefined {
  const reasons = segments.at(-1);
  const before = segments.at(-2);
  if (p.number === undefined || p.heading || before?.field !== 'recommendations' || reasons?.blocks.some((b) => b.type === 'table' || b.number !== undefined)) return undefined;
  const last = before.blocks.findLast((b): b is Paragraph => b.type === 'paragraph' && b.number !== undefined);
  return last?.number !== undefined && follows(last.number, p.number) ? before : undefined;
}

/** "Customer Service – None.", "Community (Rural and Island) – None.": an area of a few words that no wording knows, run in among numbered areas. */
const UNKNOWN_AREA = /^(\p{Lu}[^\s–—:.;!?()]*(?: [^\s–—:.;!?()]+){0,4}(?: \([^()]{1,90}\))?)(?:\s[–—-]\s+|:\s+)(?=\S)/u;

/** True where both are numbered points of one parent: "5.6" and "5.7". */
function isSibling(a: Paragraph, b: Paragraph): boolean {
  const parent = (n: string): string => n.slice(0, n.lastIndexOf('.'));
  return a.number !== undefined && b.number !== undefined && /^\d+(?:\.\d+)+$/.test(a.number) && /^\d+(?:\.\d+)+$/.test(b.number)
    && (parent(a.number) === parent(b.number) || parent(a.number) === parent(parent(b.number)));
}

/** Fields whose entries are single lines. */
const LISTING = new Set(['backgroundPapers', 'appendices', 'contacts']);
function isLast(blocks: readonly Block[], i: number): boolean {
  const next = nextFilled(blocks, i);
  return next === undefined || (next.type === 'paragraph' && next.heading !== undefined);
}

/** Words that introduce recommendations and break off before them. */
const isAsk = (p: Paragraph, vocabulary: Vocabulary): boolean =>
  !p.bullet && p.text.length <= LONGEST_HEADING && /[:–—-]\s*$|\b(?:to|that)\s*$/iu.test(p.text) && isOneOf(p.text, vocabulary.words['asks']);

/** "Option 2 – Close the site": the heading of one option, deeper than any other heading in its field. */
const OPTION_LEVEL = 9;
function isOption(p: Paragraph, vocabulary: Vocabulary): boolean {
  if (!readsAsHeading(p, LONGEST_HEADING)) return false;
  const rest = afterOpening(p.text, vocabulary.words['option']);
  return rest !== undefined && /^(?:no\.?\s*)?(?:\d{1,2}|[A-Z]|one|two|three|four|five|six)(?=$|[\s:.,)–—-])/iu.test(rest);
}

const areasOf = (v: Vocabulary): Record<string, readonly string[]> => Object.fromEntries(Object.entries(v.headings).filter(([k]) => k.startsWith(`${IMPLICATIONS}.`)));
const bareAreas = (bare: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(bare).map(([k, v]) => [`${IMPLICATIONS}.${k}`, v]));

/**
 * The field of every heading among the blocks. One-word headings of areas ("Legal", "Consultation") are areas only under a heading
 * of implications, or beside headings that are: elsewhere they head a section like any other.
 */
function resolved(blocks: readonly Block[], vocabulary: Vocabulary, bare: Readonly<Record<string, readonly string[]>>): (string | undefined)[] {
  const fields = blocks.map((b) => (b.type === 'paragraph' && b.heading ? headingField(b, vocabulary) : undefined));
  const maybe = blocks.map((b) => (b.type === 'paragraph' && b.heading && !b.bullet && withoutBrackets(b.text).length <= LONGEST_SENTENCE ? bareArea(b.text, bare) : undefined));
  const heads = blocks.flatMap((b, i) => (b.type === 'paragraph' && b.heading ? [i] : []));
  const general = vocabulary.words['onlyUnderImplications'];
  /** True for a heading under one over all implications. */
  const inside = (i: number, place: number): boolean => {
    const own = blocks[i] as Paragraph;
    for (let n = place - 1; n >= 0; n--) {
      const j = heads[n] ?? 0;
      if (fields[j] === IMPLICATIONS) return isUnder(own, blocks[j] as Paragraph);
      if (fields[j] === undefined || !isArea(fields[j])) return false;
    }
    return false;
  };
  const isArea = (f: string | undefined): boolean => f !== undefined && f.startsWith(IMPLICATIONS);
  const spread = (order: readonly number[]): void => {
    let before: number | undefined;
    for (const [place, i] of order.entries()) {
      const own = blocks[i] as Paragraph;
      const other = before === undefined ? undefined : blocks[before] as Paragraph;
      if (fields[i] === undefined && maybe[i] !== undefined && before !== undefined && other && isArea(fields[before]) && (inside(i, place) || !isOneOf(own.text, general))
        && (levelOf(own) === levelOf(other) || isUnder(own, other))) fields[i] = `${IMPLICATIONS}.${maybe[i]}`;
      before = i;
    }
  };
  spread(heads);
  // Backwards, a heading over all implications does not reach up to what stands before it.
  const back = [...heads].reverse();
  let after: number | undefined;
  for (const i of back) {
    const own = blocks[i] as Paragraph;
    if (fields[i] === undefined && maybe[i] !== undefined && after !== undefined) {
      const other = blocks[after] as Paragraph;
      const f = fields[after];
      if (f !== undefined && f.startsWith(`${IMPLICATIONS}.`) && !isOneOf(own.text, general) && levelOf(own) === levelOf(other)) fields[i] = `${IMPLICATIONS}.${maybe[i]}`;
    }
    after = i;
  }
  /** The first heading after the n-th that is of the level, or above it. */
  const following = (n: number, level: number): number | undefined => {
    for (let m = n + 1; m < heads.length; m++) {
      const j = heads[m] ?? 0;
      if (levelOf(blocks[j] as Paragraph) <= level) return j;
    }
    return undefined;
  };
  // A heading that no wording knows, between two areas of its own level, is one more area.
  let area: number | undefined;
  heads.forEach((i, n) => {
    const own = blocks[i] as Paragraph;
    if (fields[i]?.startsWith(`${IMPLICATIONS}.`)) { area = levelOf(own); return; }
    if (area === undefined) return;
    if (fields[i] !== undefined || levelOf(own) < area) { area = undefined; return; }
    if (levelOf(own) !== area) return;
    const next = following(n, area);
    if (next !== undefined && fields[next]?.startsWith(`${IMPLICATIONS}.`) && levelOf(blocks[next] as Paragraph) === area && own.number === undefined) fields[i] = `${IMPLICATIONS}.other`;
  });
  return fields;
}
