/**
 * Plans written as prose under their priorities: "Priority 1: …" with labelled actions ("Action: … / Lead: … / By when: …"), labels run in behind each
 * action, or owner and date in brackets at its end ("(Head of Parks, March 2026)"). Pure.
 */
import type { Block, Paragraph } from '../../paper/model.js';
import { labelledValues } from '../shared/labels.js';
import { openingOf } from '../shared/openings.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Role } from './columns.js';
import type { ProseField, ProseRecommendation } from './prose.js';
import { whoAndWhen, type Half } from './who-and-when.js';

/** A paper is written so where this many of its actions have an owner or a date of their own. */
const LEAST_ACTIONS = 2;
/** A line that heads actions has at most this many characters: two printed lines. */
const LONGEST_HEADING = 200;
/** "(Virtual School Head and Head of Corporate Parenting, ongoing)" has some 60; a longer bracket is a remark. */
const LONGEST_TAIL = 160;
/** Labels that say what an action needs, and stand behind it. */
const BESIDE: ReadonlySet<Role> = new Set<Role>(['owner', 'timescale', 'cost', 'status', 'indicator']);
/** Labels without which no line is an action. */
const TELLING: ReadonlySet<Role> = new Set<Role>(['owner', 'timescale']);

interface Draft {
  readonly recommendation: ProseRecommendation;
  /** The word that its heading begins with: "priority". */
  readonly word: string;
}

/** What is set behind an action, and where its own words end. */
interface Tail { readonly end: number; readonly fields: ProseField[]; readonly sure: boolean }

/** Who and when stand behind a colon or in brackets: without either in any paragraph there is nothing to look for, and every stretch of a long paper is asked. */
const mayTell = (b: Block): boolean => b.type === 'paragraph' && (b.text.includes(':') || b.text.includes(')') || b.text.includes(']'));

/** The priorities and what is to be done for each; empty where the paper is not written so. */
export function priorityRecommendations(blocks: readonly Block[], vocabulary: Vocabulary): ProseRecommendation[] {
  if (!blocks.some(mayTell)) return [];
  const sure = blocks.filter((b) => b.type === 'paragraph' && !b.heading && bracketTail(b, vocabulary)?.sure === true).length;
  const bracketed = sure >= LEAST_ACTIONS;
  const out: Draft[] = [];
  let outer: Draft | undefined;
  let open: Draft | undefined;
  let lead: Paragraph | undefined;
  let before: Block | undefined;
  const begin = (heading: Paragraph, word: string, more: Partial<ProseRecommendation>, text: Paragraph[]): void => {
    // "Priority 1" and right under it "Objective 1.1": the one groups the other, and who leads on it stands on the first of them.
    const above = open && word !== '' && open.word !== word && isRightAbove(open.recommendation, before) && outranks(open.recommendation.heading, heading) ? open : undefined;
    if (above) outer = above;
    else if (outer?.word === word || word === '') outer = undefined;
    const own = above?.recommendation;
    open = { word, recommendation: { heading, text, fields: [...(own?.fields ?? [])], strict: true, taken: [...(own?.taken ?? []), heading], ...(outer ? { under: outer.recommendation.heading } : {}), ...more } };
    out.push(open);
  };
  for (const [i, block] of blocks.entries()) {
    before = blocks[i - 1];
    if (block.type !== 'paragraph') { open = undefined; continue; }
    if (block.text === '') continue;
    const named = namedHeading(block, vocabulary);
    if (named) { begin(block, named.word, named.number === undefined ? {} : { number: named.number }, named.from < block.text.length ? [stretchOf(block, named.from)] : []); lead = undefined; continue; }
    const fields = labelledFields(block, vocabulary);
    const next = blocks[i + 1];
    if (isPlainHeading(block, vocabulary) && fields.length === 0) { begin(block, '', { grouped: true }, []); lead = undefined; continue; }
    const action = fields.length > 0 ? undefined : actionIn(block, next?.type === 'paragraph' ? next : undefined, bracketed, vocabulary);
    if (fields.length > 0) {
      if (!open) { if (fields[0]?.role !== 'action') continue; begin(block, '', { text: [] }, []); }
      open?.recommendation.fields.push(...fields);
      open?.recommendation.taken.push(block);
      continue;
    }
    if (isLead(block, vocabulary)) { lead = block; continue; }
    const above = open?.recommendation.fields.findLast((f) => f.role === 'action');
    const depth = above?.paragraphs[0]?.depth;
    if (above && depth !== undefined && (block.depth ?? 0) > depth) { above.paragraphs.push(block); open?.recommendation.taken.push(block); continue; }
    if (!open) { if (action && action.length > 1) { begin(block, '', {}, []); pushTo(open, block, action, lead); lead = undefined; } continue; }
    if (action) { pushTo(open, block, action, lead); lead = undefined; continue; }
    lead = undefined;
    // A list under an action is its own; other prose stays prose.
    const last = open.recommendation.fields.at(-1);
    if (last?.role === 'action' && !bracketed && (block.bullet === true || block.number !== undefined)) { last.paragraphs.push(block); open.recommendation.taken.push(block); }
    else if (last === undefined && saysAim(block, vocabulary)) { open.recommendation.text.push(block); open.recommendation.taken.push(block); }
    else if (last === undefined && open.recommendation.grouped !== true && open.recommendation.text.length === 0 && block.label === undefined && block.text.length <= LONGEST_HEADING) { open.recommendation.text.push(block); open.recommendation.taken.push(block); }
  }
  const made = out.map((d) => d.recommendation).filter((r) => r.fields.some((f) => f.role === 'action'));
  const whole = made.reduce((n, r) => n + r.fields.filter((f, i) => f.role === 'action' && r.fields[i + 1] !== undefined && TELLING.has((r.fields[i + 1] as ProseField).role)).length, 0);
  return whole >= LEAST_ACTIONS ? made : [];
}

/** True for a heading that says all it says in its own line, with nothing but its labels between it and what comes next. */
const isRightAbove = (r: ProseRecommendation, before: Block | undefined): boolean => before?.type === 'paragraph' && r.taken.includes(before)
  && r.fields.every((f) => f.role !== 'action') && r.text.every((p) => p.id === r.heading.id);

/** True where the looks do not gainsay that the one heading stands over the other. */
const outranks = (a: Paragraph, b: Paragraph): boolean => a.heading === undefined || b.heading === undefined || a.heading.by === 'looks' || b.heading.by === 'looks' || a.heading.level < b.heading.level;

function pushTo(open: Draft | undefined, block: Paragraph, fields: readonly ProseField[], lead: Paragraph | undefined): void {
  open?.recommendation.taken.push(...(lead ? [lead] : []), block);
  fields.forEach((f, i) => open?.recommendation.fields.push(lead && i === 0 ? { ...f, lead } : f));
}

/** "Priority 1: Recognise neglect early", "Objective B – …", "Theme: …": the word, the number and where the text begins. */
export function namedHeading(p: Paragraph, vocabulary: Vocabulary): { word: string; number?: string; from: number } | undefined {
  if (p.text.length > LONGEST_HEADING || p.bullet || p.number !== undefined) return undefined;
  const word = openingOf(p.text, vocabulary.words['priority']);
  if (!word || word.start !== 0) return undefined;
  const own = p.text.slice(0, word.end).toLowerCase();
  const m = /^\s+(?:no\.?\s*)?([A-Z]?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)(?=\s|[:.–—)-]|$)\s*[:.)–—-]?\s*/u.exec(p.text.slice(word.end));
  if (m?.[1] !== undefined) return { word: own, number: numberOf(m[1]), from: word.end + m[0].length };
  const colon = /^\s*[:–—]\s*(?=\S)/u.exec(p.text.slice(word.end));
  return colon && (p.heading !== undefined || p.bold === true) ? { word: own, from: word.end + colon[0].length } : undefined;
}

/** "Objective: All schools …" in plain letters under a priority's heading says what it is to achieve. */
function saysAim(p: Paragraph, vocabulary: Vocabulary): boolean {
  const word = p.label === undefined ? openingOf(p.text, vocabulary.words['priority']) : undefined;
  return word?.start === 0 && /^\s*:\s*\S/u.test(p.text.slice(word.end));
}

const COUNTED = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const numberOf = (printed: string): string => (COUNTED.includes(printed) ? String(COUNTED.indexOf(printed) + 1) : printed);

/** A heading of the paper that says no more than what the actions under it are for. */
const isPlainHeading = (p: Paragraph, vocabulary: Vocabulary): boolean => p.heading !== undefined && p.text.length <= LONGEST_HEADING && !isLead(p, vocabulary);

/** "We will:", "What we will do", "Actions": words over a list of actions. */
function isLead(p: Paragraph, vocabulary: Vocabulary): boolean {
  if (p.bullet || p.text.length > LONGEST_HEADING) return false;
  const bare = p.text.replace(/\s*[:–—-]$/u, '');
  return isOneOf(bare, vocabulary.words['actionsFollow']) || (bare !== p.text && fieldFor(bare, vocabulary.columns) === 'action');
}

/** The values of a line that begins with a label: "Lead: Business Manager", "Action 1.2 – …", bulleted or not. */
function labelledFields(p: Paragraph, vocabulary: Vocabulary): ProseField[] {
  const { bullet: _bullet, ...bare } = p;
  const numbered = !/^[^\d.,:;()]{5,40}\d/.test(p.text) ? null : /^([\p{L} ]{4,30}?)\s+([A-Z]?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?)\s*[:.–—-]\s+(?=\S)/u.exec(p.text);
  if (numbered?.[1] !== undefined && numbered[2] !== undefined && p.number === undefined && fieldFor(numbered[1], vocabulary.columns) === 'action') {
    const rest = stretchOf(p, numbered[0].length);
    const tail = bracketTail(rest, vocabulary) ?? runInTail(rest, vocabulary);
    const own = tail ? stretchOf(rest, 0, tail.end) : rest;
    return [{ role: 'action', label: numbered[1], paragraphs: [{ ...own, number: numbered[2], label: numbered[2] }] }, ...(tail?.fields ?? [])];
  }
  const values = labelledValues(bare, vocabulary.columns).filter((v) => v.label.length <= 60);
  const [first] = values;
  if (!first || !/[:]\s*$/u.test(p.text.slice(0, first.start)) || first.start >= p.text.length) return [];
  if (first.field !== 'action' && !BESIDE.has(first.field as Role)) return [];
  return values.map((v): ProseField => ({ role: v.field as Role, label: v.label, paragraphs: v.end > v.start ? [stretchOf(p, v.start, v.end)] : [] }));
}

/** What makes a line an action: labels run in behind it, owner and date in brackets, or a line of labels right under it. */
function actionIn(p: Paragraph, next: Paragraph | undefined, bracketed: boolean, vocabulary: Vocabulary): ProseField[] | undefined {
  if (p.heading) return undefined;
  const tail = (bracketed ? bracketTail(p, vocabulary) : undefined) ?? runInTail(p, vocabulary);
  if (tail && tail.end > 0) return [{ role: 'action', label: '', paragraphs: [stretchOf(p, 0, tail.end)] }, ...tail.fields];
  const isEntry = p.bullet === true || p.number !== undefined;
  if (bracketed && isEntry) return [{ role: 'action', label: '', paragraphs: [p] }];
  const under = next && !/[:;]$/u.test(p.text) ? labelledFields(next, vocabulary)[0] : undefined;
  return under && TELLING.has(under.role) ? [{ role: 'action', label: '', paragraphs: [p] }] : undefined;
}

/** "… on the path. Owner: Parks Manager. Timescale: October 2025.": the values behind the first label that is not at the line's head. */
function runInTail(p: Paragraph, vocabulary: Vocabulary): Tail | undefined {
  if (!p.text.includes(':')) return undefined;
  const found: { role: Role; label: string; from: number; start: number }[] = [];
  for (const m of p.text.matchAll(/(?<=[.;,|([–—-]\s?)\p{L}[^.;:,|()[\]–—\d-]{1,40}:\s/gu)) {
    const label = m[0].trim().slice(0, -1);
    const role = fieldFor(label, vocabulary.columns) as Role | undefined;
    if (role !== undefined && BESIDE.has(role)) found.push({ role, label, from: m.index, start: m.index + m[0].length });
  }
  const [first] = found;
  if (!first || !found.some((f) => TELLING.has(f.role))) return undefined;
  const fields = found.map((f, i): ProseField => ({ role: f.role, label: f.label, paragraphs: [stretchOf(p, f.start, endOf(p.text, f.start, found[i + 1]?.from ?? p.text.length))] }));
  return { end: endOf(p.text, 0, first.from, /[\s;,|([–—-]+$/u), fields, sure: true };
}

/** Where a stretch ends without the marks that part it from the next. */
const endOf = (text: string, from: number, to: number, marks = /[\s.;,|()[\]–—-]+$/u): number => from + text.slice(from, to).replace(marks, '').length;

/** "(Head of Parks, March 2026)" at the end of a line: who and when, in either order. */
function bracketTail(p: Paragraph, vocabulary: Vocabulary): Tail | undefined {
  const tail = p.text.slice(-LONGEST_TAIL - 8);
  const m = tail.includes(')') || tail.includes(']') ? /\s*[([]([^()[\]]{3,160})[)\]]\s*[.;,]?(?:\s+and)?$/u.exec(tail) : undefined;
  if (!m?.[1]) return undefined;
  const offset = Math.max(0, p.text.length - LONGEST_TAIL - 8);
  const start = offset + m.index + m[0].indexOf(m[1]);
  const inner = m[1];
  const labels = new Map<number, string>();
  const found = whoAndWhen(inner, (from, to) => {
    const bare = withoutLabel(inner, from, to, vocabulary);
    labels.set(bare.from, bare.label);
    return bare;
  });
  if (!found) return undefined;
  const part = (role: Role, h: Half): ProseField => ({ role, label: labels.get(h.from) ?? '', paragraphs: [stretchOf(p, start + h.from, start + h.to)] });
  return { end: endOf(p.text, 0, offset + m.index), fields: [part('owner', found.who), part('timescale', found.when)], sure: found.kind !== 'body' };
}

/** A half of a bracket without its label ("Lead: …"). */
function withoutLabel(inner: string, from: number, to: number, vocabulary: Vocabulary): { from: number; to: number; label: string } {
  const m = /^([\p{L} ]{2,30}):\s*/u.exec(inner.slice(from, to));
  const role = m?.[1] === undefined ? undefined : fieldFor(m[1], vocabulary.columns);
  return m && (role === 'owner' || role === 'timescale') ? { from: from + m[0].length, to, label: m[1] ?? '' } : { from, to, label: '' };
}
