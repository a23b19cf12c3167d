/**
 * Words that a column narrower than the word cut without a hyphen: "Timescal" above "e", "Decembe" above "r 2012". A setter cuts a word only where it
 * stands alone on its line and not one letter more would have fitted; a line of one whole word may be as full by chance, so that the pieces
 * must tell too. Pure. Coordinates are PDF points.
 */
import type { Hyphens } from './hyphens.js';
import type { Line } from './lines.js';

/** Widths of letters in the common text fonts, as shares of the size; bold ones are the wider. */
const NARROW_LETTER = 0.4;
const USUAL_LETTER = 0.66;
const WIDE_LETTER = 0.95;
/** A first piece has at least so many letters. */
const LEAST_HEAD = 3;
/** Words shorter than this are all in the list below. */
const SHORT = 3;
/** A word is cut into at most so many pieces more. */
const MOST_PIECES = 4;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Long words that head or fill the narrow columns of committee papers, without their plural s. */
const LONG_WORDS = words(`
  acceptance accepted accommodation accountability accountable achievement achievements action actions adjournment administration administrative adoption agreement allocation anticipated apologies
  appendix appointment appointments approval arrangement arrangements assessment assistant association attendance authorisation authorities authority background benchmarking board
  categories chairman chairperson cabinet children collaboration comment comments commissioner commissioners commissioning commitment commitments committee committees communication communications communities
  community comparison completed completion compliance confirmation confirmed consequence consideration consultation consultations continuous contribution contributions coordination coordinator
  corporate council councillor councillors councils current deadline decision decisions delivery democratic department departmental departments description designated designation development
  developments director directorate directors document documents economic education educational effectiveness efficiency engagement enforcement environment environmental equalities equality
  establish established establishment estimated evaluation evidence executive expenditure facilities financial framework frequency guidance headteacher headteachers health housing identification
  identified impact implement implementation implemented implication implications improvement improvements inclusion independent indicator indicators information infrastructure inspection
  intelligence intervention interventions introduction investigation investment involvement issue issues leadership legislation libraries licensing likelihood maintenance management manager
  managers measure measures measurement meeting meetings member members membership mitigation monitoring monthly neighbourhood neighbourhoods notification number objective objectives ongoing
  operational operations opportunities opportunity organisation organisational organisations outcome outcomes outstanding participation partnership partnerships percentage performance person personnel
  planning policies population portfolio position possibilities preparation presentation prevention priorities priority probability procedure procedures procurement professional programme programmes progress
  promotion proposal proposals proposed protection provision publication qualification quarterly rating reference references regeneration regulation regulations regulatory relationship relationships
  representation representative representatives requirement requirements residents resource resources response responses responsibilities responsibility responsible review reviewed safeguarding satisfaction
  scrutiny secretary section service services signature significance significant solicitor specification stakeholder stakeholders statement status statutory strategic strategies strategy subcommittee
  submission suggestion suggestions supervision superintendent sustainability sustainable target targets technology timescale timescales timetable training transformation transport transportation treasurer
  undertaken understanding vulnerable recommendation recommendations recommended reported
  january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday`);

/** Words of one or two letters, abbreviations and a few Welsh and French ones among them; no other piece so short is a word. */
const SHORT_WORDS = words(`
  a i o ac ad am an ar as at be by ch cm cc de dr du dy eg ei en et eu ex fe ff ft fy go ha he hi hm hr id ie if in is it kg km la le lb li ll me ml mm mr ms my na ni no nr nd of oh ok on or os ox oz pa pe ph pi
  pm pp pt rd re st so sy th to tv uk un up us va vs we wk yd yn yr`);

/** Endings, and what is left of a word before them, of three letters and more, that are no words themselves. */
const ENDINGS = words(`
  ence ences ance ances ent ents als ally ial ials ion ions tion tions ation ations ition itions sion sions ssion ssions ment ments ement ements ing ings ity ities ative ible ability ibility ically
  ised ising isation isations ture tures ories ary aries tial cial ber mber ember uary ous ious ful fully isms ists ator ators hoods ders ters sters cies ncy ncies ngs lly`);

/** Words that are also parts of longer ones: in two of them ("some" above "time") nothing tells a cut from a space. */
const PARTS = words(`
  all any bank be body book by come date day days down end ever every for force fore group hand head her here high him hold home how in it key life line load look long man may month more news no note off on one
  our out over page paper park place point port put self set shop side site some stand taken there thing things time times to under up ward way web week what when where while who wide with work works year your`);

/** Pairs of consonants that words begin with; Welsh ones too, so that a Welsh paper is left alone. A word that begins with another is none. */
const ONSETS = words('bh bl br ch cl cr cy dd dh dr dw dy fl ff fr fy gh gl gn gr gw gy hy kh kn kr ky ll ly mh mn mr my ng nh ny ph pl pn pr ps py qu rh ry sc sh sk sl sm sn sp sq st sv sw sy th tr ts tw ty vy wh wl wn wr wy');

const CONSONANTS = /^[b-df-hj-np-tv-xz]{2}/u;
const PIECE = /^[\p{L}\u2019']+$/u;
const OPENING = /^["'\u2018\u201C([]+/u;
const CLOSING = /["'\u2019\u201D)\].,;:!?]+$/u;
/** Marks that no line begins with. */
const CLOSES = /^[,.;:!?)\]]+$/u;

/** The width that the first letter of a word takes. */
function letterWidth(text: string, size: number): number {
  const c = text[0]!;
  return size * ('fijlrt.,;:!\u2019\')('.includes(c) ? NARROW_LETTER : 'mwMWQOGDHNU'.includes(c) ? WIDE_LETTER : USUAL_LETTER);
}

/** Where a line of a paragraph stands: `skip` words of its first line are its label. */
export interface Stand {
  readonly lines: readonly Line[];
  readonly skip: number;
  /** Right edge of the column. */
  readonly right: number;
}

/** The line has one word, and not one letter more of `next` would have fitted behind it. */
function full(stand: Stand, n: number, next: string): boolean {
  const line = stand.lines[n]!;
  return line.words.length - (n === 0 ? stand.skip : 0) === 1 && !line.backwards && stand.right - line.end < letterWidth(next, line.size);
}

/**
 * True where line `n` begins with a piece of the word that the line above ends with. `head` is that word as far as it has been read, pieces of the lines
 * before included.
 */
export function cutsWord(head: string, stand: Stand, n: number, hyphens: Hyphens): boolean {
  const above = stand.lines[n - 1]!, line = stand.lines[n]!;
  const tail = line.words[0]!.text;
  if (above.page !== line.page || above.angle !== line.angle || above.bold !== line.bold || !full(stand, n - 1, tail)) return false;
  if (CLOSES.test(tail)) return /\p{L}$/u.test(head);
  // Behind a hyphen or slash a new piece begins: "cross-depart" above "mental".
  const begun = /[\p{L}\u2019]+$/u.exec(head.replace(OPENING, ''))?.[0] ?? '';
  const end = tail.replace(CLOSING, '');
  if (!PIECE.test(begun) || !PIECE.test(end) || begun.length < LEAST_HEAD || begun !== head.replace(OPENING, '').split(/[-\u2010\u2011/]/u).at(-1)) return false;
  const capitals = end === end.toUpperCase();
  if (capitals ? begun !== begun.toUpperCase() : !/^\p{Ll}/u.test(end)) return false;
  const first = begun.toLowerCase(), second = end.toLowerCase();
  const whole = wholeOf(first, stand, n, hyphens);
  if (whole === 'usual') return true;
  if (SHORT_WORDS.has(second) || (PARTS.has(first) && PARTS.has(second))) return false;
  if (whole === 'printed') return !(isWord(first, hyphens) && isWord(second, hyphens));
  return !capitals && noWord(second);
}

/** Whether the pieces from line `n` on make a word with what was read: a usual long one, or one that the paper prints elsewhere. */
function wholeOf(first: string, stand: Stand, n: number, hyphens: Hyphens): 'usual' | 'printed' | undefined {
  let word = first;
  for (let i = n; i < stand.lines.length && i < n + MOST_PIECES; i++) {
    const piece = stand.lines[i]!.words[0]!.text;
    word += piece.replace(CLOSING, '').toLowerCase();
    if (LONG_WORDS.has(word)) return 'usual';
    if (hyphens.plain.has(word)) return 'printed';
    if (stand.lines[i]!.words.length > 1) return undefined;
  }
  return undefined;
}

/** The paper prints it more often than by this cut. */
const isWord = (word: string, hyphens: Hyphens): boolean => !noWord(word) && (hyphens.counts.get(word) ?? 0) > 1;

/** No word is written so: an ending, or the inside of a word. */
const noWord = (word: string): boolean => ENDINGS.has(word) || (word.length < SHORT && !SHORT_WORDS.has(word)) || (CONSONANTS.test(word) && !ONSETS.has(word.slice(0, 2)));
