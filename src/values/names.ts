/** Names of persons: honorific, name and letters after it, read off the head of a text. */
import { type Words } from './lexicon.js';

/** A run without white space or separating punctuation, or one separator. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

const PIECE = /[(),;/&:|[\]]|[^\s(),;/&:|[\]]+/g;

/** A text as words and separators, with their places. */
export function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE), (match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}

export interface PersonName {
  honorific?: string;
  /** With the letters after it, as printed. */
  name: string;
  /** Index of the piece after it. */
  next: number;
  /** An honorific, an initial or a known first name says that this is a person; without, only its shape does. */
  sure: boolean;
  /** The singular of a plural title before it ("Cllr" for "Cllrs"): names that follow have it too. */
  plural?: string;
}

/** Words of a name that are not capitals: "van der Berg", "de la Mare". */
const PARTICLES: ReadonlySet<string> = new Set(['de', 'del', 'della', 'der', 'den', 'da', 'di', 'du', 'la', 'le', 'van', 'von', 'bin', 'ibn', 'al', 'el', 'ap', 'y', 'ter', 'ten', 'dos', 'e']);

/** Words that a name has at most, without honorific and letters: "Sir John Paul St. Aubyn de Vere". */
const MOST_NAME_WORDS = 6;

/** Posts that are surnames as well, and are not printed after a councillor's name without a comma. */
const ALSO_SURNAMES: ReadonlySet<string> = new Set(['clerk', 'head', 'dean', 'chaplain', 'marshal', 'constable', 'warden', 'vicar', 'verger', 'sheriff', 'provost', 'bursar', 'steward', 'ranger', 'trainer', 'usher', 'page']);

/** "A Warden" is any warden, "L Dean" somebody. */
const ARTICLE = /^A\.?$/;

/** Words of the longest honorific: "The Rt Hon". "County Councillor" has two, several may follow each other. */
const MOST_HONORIFIC_WORDS = 4;
const MOST_HONORIFICS = 3;

const isSeparator = (text: string): boolean => /^[(),;/&:|[\]]$/.test(text);
const isDash = (text: string): boolean => /^[-–—]+$/.test(text);
/** A capitalised word: "Smith", "O’Brien", "Crow-Brown", "SMITH", "St.", with a footnote mark or not. */
const isNameWord = (text: string): boolean => PLAIN_NAME.test(text) || (text.length > 1 && BEYOND_ASCII.test(text) && NAME.test(text));
const PLAIN_NAME = /^[A-Z][A-Za-z'’-]+\.?[*†‡#^]{0,3}$/;
/** The same with letters of any language: it takes a hundred times as long to compile, and few papers need it. */
const NAME = /^\p{Lu}[\p{L}\p{M}'’‐-]+\.?[*†‡#^]{0,3}$/u;
const BEYOND_ASCII = /[^\0-\x7f]/;
/** "A", "A.", "J.P.", "JP". */
const isInitials = (text: string): boolean => /^(?:\p{Lu}\.?){1,3}$/u.test(text);

/** Whether a word belongs to posts and bodies, so that it is no part of a name unless something says it is. */
export function isOfficial(word: string, words: Words): boolean {
  const key = word.replace(/['’]s$/, '');
  return (
    words.isRoleNoun(key) || words.isRoleModifier(key) || words.isBodyNoun(key) || words.isSubject(key) || words.isSubject(word) || words.isRoleAbbreviation(key) ||
    words.isBodyName(key) || words.isDepartment(key) || (key.includes('-') && key.split('-').some((part) => words.isRoleNoun(part)))
  );
}

/** The honorific at `at`, as printed but for a full stop at its end; a plural one in its singular. */
export function honorificAt(pieces: readonly Piece[], at: number, words: Words): { honorific: string; next: number; plural: boolean } | undefined {
  if (!words.beginsHonorific(pieces[at]?.text ?? '')) return undefined;
  for (let length = Math.min(MOST_HONORIFIC_WORDS, pieces.length - at); length > 0; length -= 1) {
    const slice = pieces.slice(at, at + length);
    if (slice.some((piece) => isSeparator(piece.text))) continue;
    const phrase = slice.map((piece) => piece.text).join(' ');
    const singular = words.singularHonorific(phrase);
    if (singular !== undefined) return { honorific: singular, next: at + length, plural: true };
    const known = words.isHonorific(phrase);
    if (!known && !words.isAmbiguousHonorific(phrase)) continue;
    // "mr" and "dr" in small letters are names of nothing.
    if (!/^\p{Lu}/u.test(phrase)) continue;
    if (!known) {
      // "Major Projects", "Lord Mayor", "Mayor of Northtown": the title needs a name after it.
      const next = pieces[at + length];
      if (next === undefined || !(isNameWord(next.text) || isInitials(next.text)) || isOfficial(next.text, words)) continue;
    }
    return { honorific: phrase.replace(/\.$/, ''), next: at + length, plural: false };
  }
  return undefined;
}

/**
 * The person's name that begins at `at`: with an honorific a surname is enough ("Mr Hook"); without, two words or more
 * ("Gill Rolls", "A Smith") that are not words of posts and bodies. `inherited` is the singular of a plural title before.
 */
export function readName(text: string, pieces: readonly Piece[], at: number, words: Words, inherited?: string): PersonName | undefined {
  const titles: string[] = [];
  let from = at;
  let plural: string | undefined;
  for (let count = 0; count < MOST_HONORIFICS; count += 1) {
    const title = honorificAt(pieces, from, words);
    if (title === undefined) break;
    titles.push(title.honorific);
    if (title.plural) plural ??= title.honorific;
    from = title.next;
    // "Councillors: Smith, Jones"
    if (title.plural && (pieces[from]?.text === ':' || isDash(pieces[from]?.text ?? ''))) from += 1;
  }
  const titled = titles.length > 0 || inherited !== undefined;

  let next = from;
  let count = 0;
  let surname = false;
  let sure = titled;
  /** The first word is a known first name; it is letters without full stops ("PH"). */
  let named = false;
  let letters = false;
  while (next < pieces.length && count < MOST_NAME_WORDS) {
    const piece = pieces[next];
    const following = pieces[next + 1]?.text ?? '';
    if (piece === undefined || isSeparator(piece.text) || isDash(piece.text)) break;
    const { text: word } = piece;
    if (surname && words.isPostNominal(word)) break;
    // "Cllr A Smith Cllr B Jones": the next title begins another name.
    if (count > 0 && words.isHonorific(word) && honorificAt(pieces, next, words) !== undefined) break;
    if (PARTICLES.has(word.toLowerCase()) && (isNameWord(following) || PARTICLES.has(following.toLowerCase())) && (count > 0 || titled)) {
      next += 1;
      continue;
    }
    // "ANITA RAO": among capitals two or three letters may be the surname.
    const capitals = count > 0 && word.length > 1 && /^\p{Lu}+$/u.test(word) && (/^\p{Lu}{4,}$/u.test(pieces[next - 1]?.text ?? '') || (named && /^\p{Lu}{2,}$/u.test(pieces[next - 1]?.text ?? '')));
    if (isInitials(word) && !capitals && !words.isRoleAbbreviation(word) && !words.isBodyName(word) && (!surname || (word.length <= 2 && isNameWord(following) && !isOfficial(following, words)))) {
      // "PV Smith"; but letters that end the name are somebody's department.
      if (word.length > 1 && !word.includes('.') && !isNameWord(following)) break;
      if (count === 0) {
        sure = true;
        letters = word.length > 1 && !word.includes('.');
      }
    } else if (isNameWord(word) || capitals) {
      if (isOfficial(word, words)) {
        const ends: boolean = following === '' || isSeparator(following) || /^and$/i.test(following) || isDash(following) || words.isPostNominal(following);
        const first: boolean = count === 0 ? words.isFirstName(word) && isNameWord(following) && !isOfficial(following, words) : false;
        // "Mr Head", "Mrs A Young", "Mary Parks", "P Parks", "L Dean": a surname that is also another word. "PH Consultant" is a post.
        const noun = words.isRoleNoun(word) || words.isBodyNoun(word);
        const also = ALSO_SURNAMES.has(word.toLowerCase());
        const mayBeSurname: boolean = titled ? count > 0 || !noun || also || titles.some((title) => /^(?:mr|mrs|ms|miss|dr|cllr)$/i.test(title)) : count > 0 && (named || (sure && !letters && (!noun || (also && !ARTICLE.test(pieces[from]?.text ?? '')))));
        // "Councillor Edwin Clerk", "Superintendent Ray Flood": nobody with a title is called by a forename alone.
        const last: boolean = (!surname || (titled && (also || !noun) && named && count === 1)) && ends && mayBeSurname;
        if (!first && !last) break;
        surname ||= last;
      } else if (count > 0 || titled) surname = true;
      if (count === 0 && words.isFirstName(word)) {
        sure = true;
        named = true;
      }
    } else break;
    next += 1;
    count += 1;
  }
  const lastWord = pieces[next - 1]?.text ?? '';
  if (count === 0 || (!titled && (count < 2 || !surname))) return undefined;
  // With a title, initials alone are no name: "Mr A".
  if (!surname && isInitials(lastWord) && !(titled && count > 0 && lastWord.length > 1)) return undefined;

  // "Baroness Reed of Eastfield"
  if (titles.some((title) => /^(?:lord|lady|baron|baroness|viscount|earl)$/i.test(title)) && pieces[next]?.text === 'of' && isNameWord(pieces[next + 1]?.text ?? '')) next += 2;
  next = afterPostNominals(pieces, next, words);
  const start = pieces[from]?.start ?? 0;
  const end = pieces[next - 1]?.end ?? start;
  const name = text.slice(start, end).replace(/[*†‡#^]+$/, '').replace(/(\p{Ll})\.$/u, '$1').trim();
  const honorific = titles.length > 0 ? titles.join(' ') : inherited;
  return { ...(honorific === undefined ? {} : { honorific }), name, next, sure, ...(plural === undefined ? {} : { plural }) };
}

/** "OBE", ", CBE DL": letters after a name stay with it. */
function afterPostNominals(pieces: readonly Piece[], from: number, words: Words): number {
  let next = from;
  for (;;) {
    const comma = pieces[next]?.text === ',' ? 1 : 0;
    const letters = pieces[next + comma]?.text;
    if (letters === undefined || !words.isPostNominal(letters)) return next;
    next += comma + 1;
  }
}

/** Whether the whole text is a person's name and nothing else. */
export function isWholeName(text: string, words: Words): boolean {
  const pieces = piecesOf(text);
  const name = readName(text, pieces, 0, words);
  return name !== undefined && name.next === pieces.length;
}

export { isDash as isDashPiece, isSeparator };

/** The text without "the" in front. */
export function withoutArticle(text: string): string {
  return text.replace(/^the\s+/i, '');
}
