/** Names of partnerships, trusts, alliances and groups: who issues a paper that no council does, or meets. Pure. */

/** A name is at most this many characters. */
const LONGEST_NAME = 90;
/** Words that name the sort of body, at a name's end. */
const PARTNERSHIP = /^(?:partnership|alliance|consortium|collaborative|trust|board)$/iu;
const GROUP = /^(?:sub-?group|group|partnership|network|alliance|team|trust|collaborative)$/iu;
/** A board is a partnership's where it says so: "Safeguarding Children Board", "Integrated Care Board", "Partnership Board", "Trust Board". */
const PARTNERS_BOARD = /(?:safeguarding children(?:['’]s)?|integrated care|partnership|trust)\s+board$/iu;
/** Words that join the names of one body; they have no capital. */
const JOINER = /^(?:and|of|for|&|in|the)$/u;
const JOINER_IN_CAPITALS = /^(?:AND|OF|FOR|&|IN|THE)$/u;
/** Words of sentences and slogans, which titles print with a capital too: "Building A Stronger Partnership", "Working Together In Partnership". */
const NOT_IN_NAMES = /^(?:a|an|in|with|our|your|their|is|are|be|to|from|by|as|at|we|through|together|towards|working|building)$/iu;
const NAME = /^\p{Lu}[\p{L}\p{M}'’.&-]*,?$/u;
/** Names that stand before the noun: "Northtown Safeguarding" Partnership. One alone ("Housing Trust", "Youth Team") may be anything. */
const LEAST_NAMES = 2;

/** How many names stand before the noun at the end; 0 where the text is no name of such a body. */
function namesBefore(text: string, noun: RegExp): number {
  if (text.length > LONGEST_NAME) return 0;
  const words = text.trim().split(/\s+/u);
  const last = words.pop() ?? '';
  const capitals = !/\p{Ll}/u.test(text);
  const joins = (word: string): boolean => (capitals ? JOINER_IN_CAPITALS : JOINER).test(word);
  if (/^the$/iu.test(words[0] ?? '')) words.shift();
  if (!noun.test(last) || !/^\p{Lu}/u.test(last) || joins(words[0] ?? '') || joins(words.at(-1) ?? '')) return 0;
  const names = words.filter((word) => !joins(word));
  return names.every((word) => NAME.test(word) && !NOT_IN_NAMES.test(word)) ? names.length : 0;
}

/** True for a line that names a partnership and says nothing else: "Northtown Safeguarding Children Partnership"; never a slogan ("Working together in partnership"). */
export const isPartnership = (text: string): boolean =>
  namesBefore(text, PARTNERSHIP) >= LEAST_NAMES && (!/\sboard$/iu.test(text.trim()) || PARTNERS_BOARD.test(text.trim()));

/** True for a group that one name tells under its partnership's: "Executive Group". */
export const isSubgroup = (text: string): boolean => namesBefore(text.trim(), GROUP) >= 1;

/** True for a line that names a group of people who meet: "Northtown Housing Network", "Executive Group Meeting"; never a sentence about one. */
export function isGroup(text: string): boolean {
  const bare = text.trim().replace(/\s+meeting$/iu, '');
  return namesBefore(bare, GROUP) >= (bare === text.trim() ? LEAST_NAMES : 1);
}
