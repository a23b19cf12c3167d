/** Names of partnerships, trusts and alliances: who issues a paper that no council does. Pure. */

/** A name is at most this many characters. */
const LONGEST_NAME = 90;
const PARTNERSHIP = /^(?:the\s+)?\p{Lu}[\p{L}'’&-]*(?:,?\s+(?:\p{Lu}[\p{L}'’&-]*|and|of|for|&|in|the)){0,8}\s+(?:partnership|alliance|consortium|collaborative|trust|safeguarding children(?:['’]s)? board|partnership board|trust board)$/iu;

/** True for a line that names a partnership and says nothing else: "Northtown Safeguarding Children Partnership". */
export const isPartnership = (text: string): boolean => text.length <= LONGEST_NAME && PARTNERSHIP.test(text.trim());
