/**
 * Changes to a PDF that know its parts: objects dropped, exchanged, made to refer to each other in circles; numbers set to edges; the drawing of a page changed
 * within its compressed stream; a cross-reference table that is right again, or is wrong in a way of its own.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { mutateBytes } from './bytes.js';
import { type Dice, EDGES } from './random.js';

/** An object of a PDF: its dictionary or other value as text (Latin 1), and its stream as it stands in the file. */
interface Obj { readonly number: number; value: string; stream?: Buffer }

/** A PDF in parts. */
export interface Parts { readonly head: string; readonly objects: Obj[]; trailer: string }

/** Takes a PDF apart: objects that stand in the file as such, which is all of them where there are no object streams. */
export function partsOf(bytes: Uint8Array): Parts {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const objects: Obj[] = [];
  const begin = /(?:^|[\r\n ])(\d+) \d+ obj\b/g;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const from = found.index + found[0].length;
    const closed = text.indexOf('endobj', from);
    const opened = text.slice(from, closed < 0 ? undefined : closed).search(/\bstream\r?\n/);
    const number = Number(found[1]);
    if (opened < 0) {
      objects.push({ number, value: text.slice(from, closed < 0 ? text.length : closed).trim() });
      begin.lastIndex = closed < 0 ? text.length : closed;
      continue;
    }
    const data = from + opened + (/stream\r?\n/.exec(text.slice(from + opened))?.[0].length ?? 0);
    const value = text.slice(from, from + opened).trim();
    const stated = /\/Length (\d+)(?! \d+ R)/.exec(value)?.[1];
    const end = stated === undefined ? text.indexOf('endstream', data) : data + Number(stated);
    objects.push({ number, value, stream: file.subarray(data, end < 0 ? file.length : end) });
    begin.lastIndex = end < 0 ? text.length : end;
  }
  return { head: /^%PDF-\d\.\d/.exec(text)?.[0] ?? '%PDF-1.7', objects, trailer: /trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(text)?.[1] ?? '' };
}

/** Puts a PDF together. `shift` makes every offset of its cross-reference table wrong by so many bytes; NaN leaves the table out. */
export function pdfOf({ head, objects, trailer }: Parts, shift = 0): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(`${head}\n%\u00e2\u00e3\u00cf\u00d3\n`, 'latin1')];
  let at = pieces[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  for (const { number, value, stream } of objects) {
    const parts = [Buffer.from(`${number} 0 obj\n${value}\n`, 'latin1'), ...(stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')] : []), Buffer.from('endobj\n')];
    offsets.set(number, at);
    for (const part of parts) { pieces.push(part); at += part.length; }
  }
  if (!Number.isNaN(shift)) {
    const lines = [...offsets].sort(([a], [b]) => a - b).map(([number, offset]) => `${number} 1\n${String(Math.max(0, offset + shift)).padStart(10, '0')} 00000 n \n`);
    pieces.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${lines.join('')}`));
  }
  pieces.push(Buffer.from(`trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'));
  return new Uint8Array(Buffer.concat(pieces));
}

/** A content stream, font program or character map with changes to its words. */
function mutateDrawing(data: Buffer, other: Buffer, dice: Dice): Buffer {
  const text = data.toString('latin1');
  if (!/^[\t\r\n\x20-\x7e\x80-\xff]*$/.test(text.slice(0, 200)) || dice.sometimes(0.1)) return Buffer.from(mutateBytes(data, other, dice));
  let words = text.split(/(?<=\s)/);
  const strange = other.toString('latin1').split(/(?<=\s)/);
  for (let n = 1 + dice.under(8); n > 0 && words.length > 0; n--) {
    const from = dice.under(words.length);
    const length = dice.few(400);
    switch (dice.under(8)) {
      case 0: words.splice(from, length); break;
      case 1: { const stretch = words.slice(from, from + length); words.splice(from, 0, ...Array.from({ length: Math.min(dice.few(500), Math.ceil(20_000 / stretch.length)) }, () => stretch).flat()); break; }
      case 2: words.splice(dice.under(words.length), 0, ...words.splice(from, length)); break;
      case 3: { const begin = dice.under(strange.length); words.splice(from, 0, ...strange.slice(begin, begin + length)); break; }
      case 4: case 5: { const i = words.findIndex((w, k) => k >= from && /^-?[\d.]+\s*$/.test(w)); if (i >= 0) words[i] = `${dice.of(EDGES)} `; break; }
      case 6: words.splice(from, 0, `${dice.of(['q', 'Q', 'BT', 'ET', 'BMC', 'EMC', '/P <</MCID 99999>> BDC', '/Fm0 Do', '3 Tr', '1 0 0 1 0 0 cm', '0 0 0 0 0 0 Tm', '1e9 0 0 1e9 0 0 Tm', '0 Tz', 'W n', 'f', '0 0 99999 99999 re', '90 rotate', '[', ']', '<<', '(', ')', '<ffff', 'endstream', 'beginbfrange <0000> <ffff> <0000>'])} `.repeat(dice.few(1000))); break;
      default: words[from] = dice.of(words);
    }
    if (words.length > 200_000) words = words.slice(0, 200_000);
  }
  return Buffer.from(words.join(''), 'latin1');
}

/** Keys whose values readers go by. */
const KEYS = ['Kids', 'Parent', 'Contents', 'Resources', 'Font', 'MediaBox', 'CropBox', 'Rotate', 'Count', 'Type', 'Subtype', 'Encoding', 'ToUnicode', 'DescendantFonts', 'Widths', 'W', 'FirstChar', 'LastChar', 'FontDescriptor', 'FontFile2', 'StructTreeRoot', 'K', 'P', 'Pg', 'Nums', 'RoleMap', 'MarkInfo', 'Length', 'Filter', 'Annots', 'Outlines', 'Root', 'Pages'];

/** The PDF with one to five changes. */
export function mutatePdf(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const pdf = partsOf(bytes);
  const { objects } = pdf;
  if (objects.length === 0) return mutateBytes(bytes, other, dice);
  const strange = partsOf(other).objects;
  const inflated = (o: Obj | undefined): Buffer | undefined => {
    if (!o?.stream) return undefined;
    if (!o.value.includes('/FlateDecode')) return o.stream;
    try { return inflateSync(o.stream); } catch { return undefined; }
  };
  for (let n = 1 + dice.under(5); n > 0 && objects.length > 0; n--) {
    const object = dice.of(objects);
    switch (dice.under(12)) {
      case 0: objects.splice(objects.indexOf(object), 1); break;
      case 1: object.value = object.value.replace(/\d+ 0 R/g, (ref) => (dice.sometimes(0.5) ? `${dice.of(objects).number} 0 R` : ref)); break;
      case 2: { const numbers = [...object.value.matchAll(/-?\d+(?:\.\d+)?(?! \d+ (?:R|obj))/g)]; if (numbers.length > 0) { const m = dice.of(numbers); object.value = object.value.slice(0, m.index) + dice.of(EDGES) + object.value.slice(m.index + m[0].length); } break; }
      case 3: { const from = dice.of(objects); object.value = from.value; if (from.stream) object.stream = from.stream; else delete object.stream; break; }
      case 4: { const key = dice.of(KEYS.filter((k) => object.value.includes(`/${k}`))) as string | undefined; if (key !== undefined) object.value = object.value.replace(`/${key}`, dice.sometimes(0.5) ? `/${dice.of(KEYS)}` : `/${key} ${dice.of(['null', '[]', '<<>>', `${object.number} 0 R`, '-1', '(x)', `${'['.repeat(dice.few(5000))}`])} /X`); break; }
      case 5: { const from = strange.length > 0 ? dice.of(strange) : object; object.value = from.value; if (from.stream) object.stream = from.stream; break; }
      case 6: object.value = object.value.replace(/\/(?:FlateDecode|DCTDecode)/, `/${dice.of(['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode', 'JBIG2Decode', 'Crypt', 'None'])}`); break;
      default: {
        const streams = objects.filter((o) => o.stream);
        if (streams.length === 0) break;
        const chosen = dice.of(streams);
        const data = inflated(chosen);
        if (!data) break;
        const drawn = mutateDrawing(data, inflated(dice.of([...strange.filter((o) => o.stream), chosen])) ?? data, dice);
        chosen.stream = chosen.value.includes('/FlateDecode') ? deflateSync(drawn, { level: 1 }) : drawn;
        if (dice.sometimes(0.05)) chosen.stream = chosen.stream.subarray(0, dice.under(chosen.stream.length));
        chosen.value = chosen.value.replace(/\/Length \d+(?: \d+ R)?/, `/Length ${dice.sometimes(0.05) ? dice.of(EDGES) : chosen.stream.length}`);
      }
    }
  }
  if (dice.sometimes(0.05)) pdf.trailer = pdf.trailer.replace('>>', `/Prev ${dice.of(EDGES)} >>`);
  const file = pdfOf(pdf, dice.sometimes(0.85) ? 0 : dice.sometimes(0.5) ? NaN : dice.under(200) - 100);
  return dice.sometimes(0.05) ? mutateBytes(file, other, dice) : file;
}
