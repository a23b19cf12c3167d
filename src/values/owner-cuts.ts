/**
 * Where a line of owners is cut before it is read: behind labels ("Lead: …  Support: …"), at the words that bring in those who help
 * ("… with support from …"), and between two posts whose line end was lost ("Parks Manager Head of Roads"). Pure.
 */
import { type Words } from './lexicon.js';
import { type Piece, piecesOf } from './names.js';

/** Labels of those who lead and those who help; nothing else is taken off a line. */
const LABEL = /(?<![\p{L}\p{N}])(?:(?:overall|joint|strategic|operational|executive|exec|delivery)\s+)?(?:leads?|co-leads?|lead\s+(?:officer|officers|member|agency|agencies|partner|body|organisation|service)|support|supported\s+by|supporting\s+(?:officer|officers|partners)|partners?|key\s+partners|with|owner|owners|sponsor|responsible|accountable)\s*:\s*/giu;

/** Words that bring in somebody who helps. */
const HELPERS =
  /\s*[,;(–—-]?\s*\b(?:with\s+(?:the\s+)?(?:support|input|help|assistance|advice|involvement)\s+(?:from|of)|supported\s+by|assisted\s+by|aided\s+by|in\s+(?:partnership|conjunction|consultation|collaboration|liaison|co-?operation|association)\s+with|jointly\s+with|together\s+with|along\s+with|alongside|in\s+support\s*:?)\s+/giu;

/** What "(lead)" behind a party says of its part in the work, and not of its name. */
export const PART = /\s*[([](?:overall |joint |co-)?(?:lead|leads|leading|support|supporting)[)\]]$/iu;

/** The stretches of a line that are read by themselves. `kindOf` says what words may name, if anybody. */
export function cutLine(line: string, words: Words, kindOf: (text: string) => string | undefined): string[] {
  return behindLabels(line).flatMap((part) => atHelpers(part, (text) => kindOf(text) !== undefined)).flatMap((part) => behindBrackets(part, kindOf)).flatMap((part) => betweenPosts(part, words));
}

/** A name or post with what stands behind it in brackets. */
const BRACKETED = /([^()]+)\([^()]+\)\s*/gu;

/**
 * "Ann Lee (Health) Raj Patel (Youth Service)": the line end between the two was lost, and each has a bracket of its own. Both are people, or posts, or bodies:
 * "Ann Lee (Acting) Head of Policy (South)" is one person, "Lanes Children's Board (LCB) Manager (Policy)" one post.
 */
function behindBrackets(line: string, kindOf: (text: string) => string | undefined): string[] {
  const second = line.indexOf('(', line.indexOf('(') + 1);
  if (second < 0 || !line.endsWith(')')) return [line];
  const parts = [...line.matchAll(BRACKETED)];
  const whole = parts.reduce((length, m) => length + m[0].length, 0) === line.length;
  const kinds = parts.map((m) => (/^\p{Lu}\S*\s\S/u.test(m[1] ?? '') ? kindOf((m[1] ?? '').trim()) : undefined));
  return whole && kinds[0] !== undefined && kinds.every((kind) => kind === kinds[0]) ? parts.map((m) => m[0].trim()) : [line];
}

/** "Lead: Head of Parks Support: Friends of the park": what stands behind each label; the line where it begins with none. */
function behindLabels(line: string): string[] {
  if (!line.includes(':')) return [line];
  const labels = [...line.matchAll(LABEL)];
  if (labels[0]?.index !== 0) return [line];
  return labels.map((m, i) => line.slice(m.index + m[0].length, labels[i + 1]?.index).replace(/[\s;,/–—-]+$/u, '')).filter((part) => part !== '');
}

function atHelpers(line: string, isParty: (text: string) => boolean): string[] {
  if (!/\b(?:with|by|alongside|support)\b/iu.test(line)) return [line];
  const out: string[] = [];
  let from = 0;
  for (const m of line.matchAll(HELPERS)) {
    const before = line.slice(from, m.index);
    // "(in consultation with the Chair)": the bracket is closed behind them.
    const bracketed = m[0].trimStart().startsWith('(');
    const after = line.slice(m.index + m[0].length);
    if (before.includes('(') && !before.includes(')')) continue;
    if (!isParty(before.trim()) || !isParty((bracketed ? after.replace(/\)$/u, '') : after).trim())) continue;
    out.push(before.trim());
    from = m.index + m[0].length;
    if (bracketed && line.endsWith(')')) return [...out, line.slice(from, -1).trim()];
  }
  return [...out, line.slice(from).trim()];
}

/** "Parks Manager Head of Roads": no post has two nouns of which the second is head "of" something. */
function betweenPosts(line: string, words: Words): string[] {
  const pieces: readonly Piece[] = piecesOf(line);
  const out: string[] = [];
  let from = 0;
  for (let at = 2; at < pieces.length; at++) {
    const [noun, head, of] = [pieces[at - 2], pieces[at - 1], pieces[at]];
    if (!noun || !head || !of || !/^(?:of|for)$/iu.test(of.text)) continue;
    if (!words.isRoleNoun(head.text) || !words.isRoleNoun(noun.text) || words.isRoleModifier(noun.text)) continue;
    // "Vice-Chair of", "Head Teacher of": the first is part of the second.
    if (line.slice(noun.end, head.start) !== ' ' || !/^\p{Lu}/u.test(pieces[at - 3]?.text ?? '') || noun.start <= from) continue;
    out.push(line.slice(from, head.start).trim());
    from = head.start;
  }
  return [...out, line.slice(from).trim()];
}
