/** Who and when said side by side: "Head of Parks, March 2026", "June 2026 – Play Manager". Pure. */
import { readParty, readPeriod, splitParties } from '../../values/index.js';

/** A stretch of the text that was read. */
export interface Half { readonly text: string; readonly from: number; readonly to: number }

export interface WhoAndWhen {
  readonly who: Half;
  readonly when: Half;
  /** What the owner's words are; `body` says only that they may name somebody. */
  readonly kind: 'person' | 'role' | 'body';
}

/** The two halves of a text, in either order, parted at its last mark that parts them; `undefined` where it does not say both. `bare` takes a label off a half. */
export function whoAndWhen(text: string, bare: (from: number, to: number) => { from: number; to: number } = (from, to) => ({ from, to })): WhoAndWhen | undefined {
  const cuts = [...text.matchAll(PARTING)].reverse();
  // A colon may stand behind a label of either half.
  for (const cut of [...cuts.filter((c) => c[0].trim() !== ':'), ...cuts.filter((c) => c[0].trim() === ':')]) {
    const halves = [bare(0, cut.index), bare(cut.index + cut[0].length, text.length)].map((h): Half => ({ ...h, text: text.slice(h.from, h.to).trim() }));
    const [a, b] = halves;
    if (!a || !b) continue;
    for (const [who, when] of [[a, b], [b, a]] as const) {
      const kind = ownerIn(who.text);
      // "Smith, 2019" is where something was read.
      if (kind !== undefined && isTime(when.text) && (kind === 'role' || !/^\d{4}$/u.test(when.text))) return { who, when, kind };
    }
  }
  return undefined;
}

/** Marks between who and when; words that begin a time stand in for one ("Head of Parks by March 2026"). */
const PARTING = /\s*[,;/|]\s*|\s+[–—-]\s+|\s*:\s+|\s+(?=by\s+(?:the\s+)?(?:end|\p{Lu}|\d))/gu;

/** What the words name, where they name somebody. */
function ownerIn(text: string): 'person' | 'role' | 'body' | undefined {
  if (text.length < 2 || !/^\p{Lu}/u.test(text) || /\d{3}|[.!?:]/u.test(text.replace(/\b(?:Mr|Mrs|Ms|Dr|Cllr|St)\./gu, ''))) return undefined;
  const [first] = splitParties(text).owners;
  return first ? readParty(first.text)?.type ?? first.type : undefined;
}

/** True for words that say a time that can be read, or that there is none yet. */
export function isTime(text: string): boolean {
  const { value } = readPeriod(text, { timescale: true });
  return value.start !== undefined || value.end !== undefined || value.ongoing === true || value.status !== undefined;
}
