/** Outcomes and votes: what a meeting did with a matter. Text in, one of the contract's words out. */
import { outcomeLexicon } from './scope.js';
import { readLabel } from './label.js';
import { foldText } from './text.js';
import { isLatin } from './tokens.js';
import { type Outcome } from './types.js';
import { hasOneOf } from './words.js';

/** Verbs by the outcome they mean, in their plain form; other forms ("notes", "noted", "noting") follow by rule. */
export interface OutcomeLexicon {
  verbs: Readonly<Record<Outcome, readonly string[]>>;
  /** Nouns that a verb may follow: in "that Cabinet note the report" the verb stands after its subject. */
  subjects: readonly string[];
}

const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '');

export const OUTCOME_LEXICON: OutcomeLexicon = {
  verbs: {
    noted: list('note acknowledge nodi'),
    agreed: list('agree resolve decide determine concur delegate instruct direct establish undertake commission cytuno'),
    approved: list('approve endorse adopt ratify authorise authorize confirm accept support grant sanction cymeradwyo'),
    recommended: list('recommend commend argymell'),
    requested: list('request ask invite urge call gofyn'),
    deferred: list('defer postpone adjourn gohirio'),
    rejected: list('reject refuse dismiss decline oppose lose negative gwrthod'),
    appointed: list('appoint elect nominate re-elect reappoint re-appoint co-opt penodi'),
    referred: list('refer remit cyfeirio'),
    received: list('receive derbyn'),
    other: list('consider discuss review scrutinise comment welcome debate withdraw examine'),
  },
  subjects: list(
    'cabinet board committee sub-committee subcommittee council panel executive members member leader forum group partnership trust chairman chair chairwoman mayor it they we meeting commission assembly authority councillors officers governors trustees conference',
  ),
};

/** The lexicon with a council's own verbs and subjects added. */
export function extendOutcomeLexicon(
  added: { verbs?: Partial<Record<Outcome, readonly string[]>>; subjects?: readonly string[] }, base: OutcomeLexicon = OUTCOME_LEXICON,
): OutcomeLexicon {
  const verbs = Object.fromEntries(Object.entries(base.verbs).map(([outcome, known]) => [outcome, [...known, ...(added.verbs?.[outcome as Outcome] ?? [])]]));
  return { verbs: verbs as unknown as Record<Outcome, readonly string[]>, subjects: [...base.subjects, ...(added.subjects ?? [])] };
}

/** Participles that no rule makes, and Welsh verbs, which take no English endings. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  nodi: ['nodi', 'nodwyd'], cytuno: ['cytuno', 'cytunwyd'], cymeradwyo: ['cymeradwyo', 'cymeradwywyd'], argymell: ['argymell', 'argymhellwyd'], gofyn: ['gofyn', 'gofynnwyd'],
  gohirio: ['gohirio', 'gohiriwyd'], gwrthod: ['gwrthod', 'gwrthodwyd'], penodi: ['penodi', 'penodwyd'], cyfeirio: ['cyfeirio', 'cyfeiriwyd'], derbyn: ['derbyn', 'derbyniwyd'],
  lose: ['lose', 'loses', 'lost'], withdraw: ['withdraw', 'withdraws', 'withdrew', 'withdrawn'] };
/** Verbs whose last letter doubles: "deferred". */
const DOUBLING: ReadonlySet<string> = new Set(['defer', 'refer', 'remit', 'co-opt']);

interface Verbs {
  outcomes: ReadonlyMap<string, Outcome>;
  subjects: ReadonlySet<string>;
}

const prepared = new WeakMap<OutcomeLexicon, Verbs>();

function verbsOf(lexicon: OutcomeLexicon): Verbs {
  const known = prepared.get(lexicon);
  if (known !== undefined) return known;
  const outcomes = new Map<string, Outcome>();
  for (const [outcome, verbs] of Object.entries(lexicon.verbs)) {
    for (const verb of verbs) for (const form of formsOf(verb.toLowerCase())) if (!outcomes.has(form)) outcomes.set(form, outcome as Outcome);
  }
  const result = { outcomes, subjects: new Set(lexicon.subjects) };
  prepared.set(lexicon, result);
  return result;
}

function formsOf(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular;
  if (verb.endsWith('y')) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`, ...(verb.endsWith('ee') ? [`${verb}ing`] : [])];
  const stem = DOUBLING.has(verb) && verb !== 'co-opt' ? verb + verb.slice(-1) : verb;
  return [verb, `${verb}s`, `${verb}es`, `${stem}ed`, `${stem}ing`];
}

/** Characters of a decision within which its verb stands; "That the minutes of the meeting of the … held on …, as amended, be" has some 200. */
const DECISION_WINDOW = 600;

/** Words that open a resolution and are no part of what was resolved, taken off one after the other; each is asked of texts only that have one of the words it needs. */
const OPENINGS: readonly { readonly needs: readonly string[]; readonly opening: RegExp }[] = [
  { needs: [], opening: /^["“”'‘’\s–—:;,.-]+/ },
  { needs: ['resol', 'decision', 'recommendation'], opening: /^(?:RESOLVED|Resolved|RESOLUTION|Resolution|DECISION|Decision|RECOMMENDATIONS?|Recommendations?)(?:\s(?:unanimously|nem\.? con\.?|by a majority))?\s*(?:[:–—-]\s*|(?=\s(?:that|to|That|To|THAT|TO)\b)|\s*\((?=[^)]{1,40}\)))/ },
  { needs: ['agreed'], opening: /^AGREED(?:\s(?:unanimously))?\s*(?:[:–—-]\s*|(?=\s(?:that|to|That|To|THAT|TO)\b))/ },
  { needs: ['resolved', 'agreed', 'proposed', 'moved'], opening: /^(?:it was |it is |it be )?(?:further |unanimously |also |therefore )?(?:resolved|agreed|proposed|moved)(?: unanimously)? (?=that\b|to\b)/i },
  // An officer's report recommends, the body decides; "Recommended that …" in minutes is itself the outcome.
  { needs: ['recommended'], opening: /^it is (?:therefore |further )?recommended (?=that\b|to\b)/i },
  { needs: ['resolved'], opening: /^(?:the |this )?(?:[^\s\d.:;!?/–—]+ ){0,8}?(?:resolved|RESOLVED)(?: unanimously)?(?:\s*[:–—-])?\s(?=that\b|to\b|–)/ },
  { needs: ['asked', 'recommended', 'invited', 'requested'], opening: /^(?:the |this )?(?:[^\s\d.:;!?/–—]+ ){0,8}?(?:is|are) (?:asked|recommended|invited|requested) (?=to\b|that\b)/i },
  { needs: ['('], opening: /^\((?:unanimously|nem\.? con\.?|\d{1,3}[^)]{0,30})\)\s*/i },
];

const ADVERBS: ReadonlySet<string> = new Set(['formally', 'unanimously', 'duly', 'hereby', 'also', 'further', 'fully', 'strongly', 'therefore', 'again', 'in', 'principle', 'so', 'accordingly', 'now', 'only', 'both', 'jointly', 'provisionally', 'not', 'subsequently', 'simply']);
const BE: ReadonlySet<string> = new Set(['be', 'been', 'is', 'are', 'was', 'were', 'being']);
const WORDS = /\p{L}+(?:[-'’]\p{L}+)*|[,;:()]|\d+/gu;
/** The same for a text in European letters, which compiles sooner. */
const LATIN_WORDS = /[A-Za-zÀ-ÖØ-öø-ɏ]+(?:[-'’][A-Za-zÀ-ÖØ-öø-ɏ]+)*|[,;:()]|\d+/g;
/** What may stand after a verb in its plain form; after a noun ("the council support team") other words do. */
const AFTER_A_VERB = /^(?:the|that|to|a|an|its|his|her|their|this|these|those|and|with|all|any|some|both|in|for|of|on|as|or|from|by|each|,|;|:)$/i;

/**
 * The outcome of a decision, a resolution or a recommendation; undefined where the text has no verb yet ("that Cabinet:").
 *
 * The leading verb decides: "To note …", "Noted …", "that Cabinet notes …" are `noted`. A subject with "be": "That the
 * report be noted" is `noted`, and "That a meeting be arranged", with any other verb, `agreed`. What is no resolution
 * and has none of the verbs is `other`.
 */
export function readOutcome(text: string, lexicon: OutcomeLexicon = outcomeLexicon()): Outcome | undefined {
  const verbs = verbsOf(lexicon);
  let rest = foldText(text.slice(0, DECISION_WINDOW * 2)).slice(0, DECISION_WINDOW);
  const label = readLabel(rest);
  if (label !== undefined && label.doubtful === undefined) rest = label.rest;
  // Resolutions may open twice: "RESOLVED – That it be agreed that …".
  const small = rest.toLowerCase();
  const openings = OPENINGS.filter(({ needs }) => needs.length === 0 || hasOneOf(small, needs));
  let resolved = false;
  for (let round = 0; round < 3; round += 1) {
    const before = rest;
    for (const { opening } of openings) {
      const next = rest.replace(opening, '');
      if (next !== rest && /[a-z]/i.test(rest.slice(0, rest.length - next.length))) resolved = true;
      rest = next.trimStart();
    }
    if (rest === before) break;
  }
  const words: readonly string[] = rest.match(isLatin(rest) ? LATIN_WORDS : WORDS) ?? [];
  if (words.length === 0) return resolved || /[\p{L}]/u.test(text) ? (/^\W*(?:resolved|agreed)/i.test(foldText(text)) ? 'agreed' : undefined) : undefined;

  let at = 0;
  const opens = /^(?:that|to)$/i.test(words[0] ?? '');
  while (/^(?:that|to|,|:|;)$/i.test(words[at] ?? '') || (at < 4 && ADVERBS.has((words[at] ?? '').toLowerCase()) && !/^(?:not|in|so)$/i.test(words[at] ?? ''))) at += 1;
  const negated = /^not$/i.test(words[at] ?? '');
  if (negated) at += /^to$/i.test(words[at + 1] ?? '') ? 2 : 1;

  const leading = leadingVerb(words, at, verbs);
  if (leading !== undefined) return negated ? negation(leading) : leading;
  return laterVerb(words, at, verbs) ?? (endsOpen(words, opens) ? undefined : opens || resolved ? 'agreed' : 'other');
}

/** The verb with which the text begins; "consider and approve" is decided by the second. */
function leadingVerb(words: readonly string[], at: number, verbs: Verbs): Outcome | undefined {
  const outcome = verbs.outcomes.get((words[at] ?? '').toLowerCase());
  if (outcome !== 'other') return outcome;
  if (/^(?:and|,)$/i.test(words[at + 1] ?? '')) return leadingVerb(words, /^and$/i.test(words[at + 2] ?? '') ? at + 3 : at + 2, verbs) ?? outcome;
  return outcome;
}

function laterVerb(words: readonly string[], from: number, verbs: Verbs): Outcome | undefined {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const lower = word.toLowerCase();
    if (BE.has(lower)) {
      let next = at + 1;
      while (ADVERBS.has((words[next] ?? '').toLowerCase())) next += 1;
      const not = words.slice(Math.max(from, at - 1), next).some((one) => one.toLowerCase() === 'not');
      const participle = (words[next] ?? '').toLowerCase();
      const outcome = /(?:ed|n|t)$/.test(participle) ? verbs.outcomes.get(participle) : undefined;
      const decided = outcome === 'other' ? leadingVerb(words, next, verbs) : outcome;
      if (decided !== undefined && decided !== 'other') return not ? negation(decided) : decided;
      // "That X be done": any other verb; "is" and "was" only tell of something.
      if (lower === 'be' && participle !== '') return not ? 'rejected' : 'agreed';
      continue;
    }
    const outcome = verbs.outcomes.get(lower);
    if (outcome === undefined) continue;
    // "Application 12/3 – APPROVED subject to conditions"
    if (outcome !== 'other' && /^\p{Lu}{4,}$/u.test(word) && /ED$|D$|N$/.test(word)) return outcome;
    let before = at - 1;
    while (ADVERBS.has((words[before] ?? '').toLowerCase()) || /^(?:to|do|does|did|has|have)$/i.test(words[before] ?? '')) before -= 1;
    const subject = (words[before] ?? '').toLowerCase();
    if (!(verbs.subjects.has(subject) || subject === ')' || subject === ':')) continue;
    // "the Council Support Team": a capital in the middle is a name.
    if (at > from && /^\p{Lu}\p{Ll}/u.test(word) && subject !== ':') continue;
    const following = words[at + 1];
    const plainForm = !/(?:s|ed|ing)$/.test(lower);
    if (plainForm && following !== undefined && !AFTER_A_VERB.test(following) && !/^[\p{Lu}\d]/u.test(following) && words.slice(at + 1, at + 6).some((one) => /^be$/i.test(one))) continue;
    const negated = words.slice(before + 1, at).some((one) => one.toLowerCase() === 'not');
    const decided = outcome === 'other' ? (leadingVerb(words, at, verbs) ?? outcome) : outcome;
    return negated ? negation(decided) : decided;
  }
  return undefined;
}

function negation(outcome: Outcome): Outcome {
  return outcome === 'approved' || outcome === 'agreed' || outcome === 'recommended' ? 'rejected' : outcome;
}

/** "that Cabinet:": the verbs follow in the list. */
function endsOpen(words: readonly string[], opens: boolean): boolean {
  return words.at(-1) === ':' || (opens && words.length <= SHORTEST_RESOLUTION);
}

/** "that the Cabinet" is no resolution yet. */
const SHORTEST_RESOLUTION = 3;
