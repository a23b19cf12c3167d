/** Changes to XML and HTML that know elements: dropped, doubled, nested into themselves, moved, renamed; attributes set to edges; tags left open. */
import { type Dice, EDGES, HOSTILE } from './random.js';

/** Longest markup that is made, in characters: changes of changes would grow without end. */
const LONGEST = 4_000_000;

/** Tags and texts, in order. */
const piecesOf = (markup: string): string[] => markup.match(/<[^<>]*>|[^<]+|</g) ?? [];
const nameOf = (tag: string): string => /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';

/** The piece after the element that begins at a piece; the next piece where it is no element or is never closed. */
function endOf(pieces: readonly string[], from: number): number {
  const tag = pieces[from] ?? '';
  if (!/^<[^/!?]/.test(tag) || tag.endsWith('/>')) return from + 1;
  const name = nameOf(tag);
  let depth = 0;
  for (let i = from; i < pieces.length; i++) {
    const piece = pieces[i] ?? '';
    if (!piece.startsWith('<') || nameOf(piece) !== name || piece.endsWith('/>')) continue;
    depth += piece.startsWith('</') ? -1 : 1;
    if (depth === 0) return i + 1;
  }
  return from + 1;
}

/** The markup with one to five changes; `other` is markup of the same sort, to take elements from. */
export function mutateMarkup(markup: string, other: string, dice: Dice): string {
  let pieces = piecesOf(markup);
  const strange = piecesOf(other);
  for (let n = 1 + dice.under(5); n > 0 && pieces.length > 0; n--) {
    let from = dice.under(pieces.length);
    // Elements rather than texts.
    while (from > 0 && !/^<[^/!?]/.test(pieces[from] ?? '')) from--;
    const to = endOf(pieces, from);
    const element = pieces.slice(from, to);
    const tag = pieces[from] ?? '';
    switch (dice.under(11)) {
      case 0: pieces.splice(from, element.length); break;
      case 1: pieces.splice(from, 0, ...Array.from({ length: Math.min(dice.few(300), Math.ceil(20_000 / element.length)) }, () => element).flat()); break;
      case 2: {
        // Deep nesting: the element's own tags around it, over and over.
        const depth = dice.few(1500);
        const close = `</${nameOf(tag)}>`;
        if (/^<[^/!?].*[^/]>$/s.test(tag)) pieces.splice(from, element.length, ...Array.from({ length: depth }, () => tag), ...element, ...(dice.sometimes(0.8) ? Array.from({ length: depth }, () => close) : []));
        break;
      }
      case 3: pieces.splice(from, element.length); pieces.splice(dice.under(pieces.length + 1), 0, ...element); break;
      case 4: { const begin = dice.under(strange.length); pieces.splice(from, 0, ...strange.slice(begin, endOf(strange, begin))); break; }
      case 5: pieces.splice(dice.sometimes(0.5) ? from : to - 1, 1); break;
      case 6: {
        const attributes = [...tag.matchAll(/="[^"]*"/g)];
        if (attributes.length > 0) {
          const chosen = dice.of(attributes);
          pieces[from] = `${tag.slice(0, chosen.index)}="${dice.of([...EDGES, ...HOSTILE].filter((t) => !/["<&\u0000]/.test(t)))}"${tag.slice(chosen.index + chosen[0].length)}`;
        }
        break;
      }
      case 7: pieces[from] = tag.replace(nameOf(tag), nameOf(dice.of(pieces.filter((p) => /^<[^/!?]/.test(p)))) || 'x'); break;
      case 8: pieces[from] = tag.replace(/\s[\w:-]+="[^"]*"/, ''); break;
      case 9: {
        const texts = pieces.flatMap((p, i) => (p.startsWith('<') ? [] : [i]));
        if (texts.length > 0) { const i = dice.of(texts); pieces[i] = dice.sometimes(0.5) ? dice.of(HOSTILE).repeat(dice.few(500)) : `${pieces[i] ?? ''}${dice.of(HOSTILE)}${pieces[i] ?? ''}`; }
        break;
      }
      default: pieces.splice(from, 0, dice.of(['<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '&#0;', '&#xD800;', '&#99999999;', '&lt;', '<', '>', '<?x?>', '<table><tr><td>', '</table>', '<script>', '<svg><foreignObject>', '<plaintext>', '<template>']));
    }
    let length = 0;
    pieces = pieces.filter((p) => (length += p.length) < LONGEST);
  }
  return pieces.join('');
}
