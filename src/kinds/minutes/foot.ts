/** The foot of minutes: the end of the meeting, the next one, remarks on all decisions, and the chair's signature. */
import { places } from '../../paper/ledger.js';
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph } from '../../paper/model.js';
import { readAttendee } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { itemOf } from '../shared/items.js';
import { dateLine } from '../shared/masthead.js';
import { findWording, openingOf } from '../shared/openings.js';
import { isOneOf } from '../shared/vocabulary.js';
import type { Item } from '../schemas.js';
import { endingOf, readRemark, type Meeting } from './head.js';
import type { OutlinedItem } from './outline.js';

/** Lines at the foot that are looked at for the end of the meeting, the next one and the signature. */
const FOOT_LINES = 12;
/** A signature's line is short (characters). */
const LONGEST_SIGNATURE_LINE = 120;
const isText = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph';

export interface Foot { notes: Item[]; signature?: { text: string; at: string; until?: string } }

/** What stands under the last item and belongs to none: the end of the meeting, the next one, the chair's signature. Takes it. */
export function readFoot(context: ParseContext, outlined: readonly OutlinedItem[], meeting: Meeting): Foot {
  const foot: Foot = { notes: [] };
  const last = outlined.at(-1);
  if (!last) return foot;
  const { words } = context.vocabulary;
  const from = Math.max(0, last.blocks.length - FOOT_LINES);
  const signed: Paragraph[] = [];
  // A day alone on its line is the signature's where the chair signs above it.
  let days: { block: Paragraph; index: number }[] = [];
  const about = isOneOf(last.head.title, context.vocabulary.headings.nextMeetingItem);
  for (let i = last.blocks.length - 1; i >= from; i--) {
    const block = last.blocks[i];
    if (!isText(block)) break;
    const { text } = block;
    if (text === '' && block.label === undefined) { last.blocks.splice(i, 1); continue; }
    if (text.length <= 40 && block.number === undefined && dateLine(text) !== undefined) { days.unshift({ block, index: i }); continue; }
    if (isSignature(text, words)) {
      signed.unshift(block, ...days.map((d) => d.block));
      // The name of who is to sign, over the office.
      const above = last.blocks[i - 1];
      if (i > 0 && days.length === 0 && isText(above) && isSigner(above) && !/[.…_]{4}/.test(text)) {
        signed.unshift(above);
        last.blocks.splice(i - 1, 2);
        i--;
        continue;
      }
      for (const d of days.reverse()) last.blocks.splice(d.index, 1);
      days = [];
      last.blocks.splice(i, 1);
      continue;
    }
    if (days.length > 0) break;
    const bare = text.replace(/^[([]\s*/, '');
    // "The decisions above may be called in until …" speaks of all items.
    if (block.number === undefined && openingOf(bare, words.allDecisions) !== undefined && findWording(bare, words.callInRemark) !== undefined) {
      foot.notes.unshift(itemOf(context, block));
      last.blocks.splice(i, 1);
      continue;
    }
    const closing = endingOf(bare, words) !== undefined || (openingOf(bare, words.started) !== undefined && findWording(bare, words.endedAlso) !== undefined)
      || (!about && openingOf(text, words.nextMeeting) !== undefined);
    if (!closing || block.number !== undefined) break;
    const said = readRemark(context, text, fragment(block.at), meeting);
    if (said === undefined) break;
    foot.notes.unshift(itemOf(context, block));
    last.blocks.splice(i, 1);
  }
  const [first] = signed;
  if (first) {
    for (const p of signed) context.take(p);
    const end = signed.at(-1) ?? first;
    foot.signature = { text: signed.map((p) => [p.label, p.text].filter(Boolean).join(' ')).join(', '), ...places(first.at, end === first ? first.until : end.until ?? end.at) };
  }
  return foot;
}

/** A titled name and nothing else. */
const isSigner = (p: Paragraph): boolean => {
  const said = p.text.length <= LONGEST_SIGNER && p.label === undefined ? readAttendee(p.text) : undefined;
  return said?.honorific !== undefined && `${said.honorific} ${said.name}` === p.text.trim();
};
const LONGEST_SIGNER = 60;

/** "CHAIRMAN", "Signed …………… Date ……", "Chair: ______". */
function isSignature(text: string, words: Readonly<Record<string, readonly string[]>>): boolean {
  if (text.length > LONGEST_SIGNATURE_LINE) return false;
  const bare = text.replace(/[.…_\s\u2026-]+/gu, ' ').replace(/[():]/g, ' ').trim();
  if (bare === '') return /[.…_]{4}/.test(text);
  if (isOneOf(bare, words.signature)) return true;
  // "CHAIR: Councillor A Lane", the name of who is to sign.
  const colon = text.indexOf(':');
  if (colon > 0 && isOneOf(text.slice(0, colon), words.signature) && readAttendee(text.slice(colon + 1).trim()).honorific !== undefined) return true;
  const blank = /[.…_]{4}|…{2}/.test(text);
  return blank && (findWording(bare, words.signatureEdge) !== undefined);
}
