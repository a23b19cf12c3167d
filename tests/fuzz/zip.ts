/** Changes to a Word file that leave it a zip: its XML changed, entries dropped, doubled under other names, taken from another paper. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mutateBytes } from './bytes.js';
import { mutateMarkup } from './markup.js';
import { type Dice } from './random.js';

/** Entries that say most: they are changed more often than the others. */
const TELLING = ['word/document.xml', 'word/document.xml', 'word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

/** The zip with the same entries at the first day that a zip can tell, so that the same entries are the same bytes. */
export const zipOf = (entries: Record<string, Uint8Array>): Uint8Array => zipSync(entries, { mtime: '1980-01-02T00:00:00', level: 1 });

/** The Word file with one or two entries changed. */
export function mutateZip(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const entries: Record<string, Uint8Array> = unzipSync(bytes);
  const strange: Record<string, Uint8Array> = unzipSync(other);
  for (let n = 1 + dice.under(2); n > 0; n--) {
    const names = Object.keys(entries);
    const telling = TELLING.filter((t) => entries[t]);
    const name = telling.length > 0 && dice.sometimes(0.7) ? dice.of(telling) : dice.of(names);
    const entry = entries[name] ?? new Uint8Array();
    switch (dice.under(12)) {
      case 0: delete entries[name]; break;
      case 1: if (strange[name]) entries[name] = strange[name]; break;
      case 2: entries[dice.of(names)] = entry; break;
      case 3: entries[name] = entry.length > 0 ? mutateBytes(entry, strange[name] ?? entry, dice) : entry; break;
      case 4: entries[name] = dice.of([new Uint8Array(), strToU8('<?xml version="1.0"?>'), strToU8('<a/>'), strToU8('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a/>')]); break;
      default: entries[name] = strToU8(mutateMarkup(strFromU8(entry), strFromU8(strange[name] ?? entry), dice));
    }
    if (Object.keys(entries).length === 0) break;
  }
  const zip = zipOf(entries);
  return dice.sometimes(0.1) ? mutateBytes(zip, other, dice) : zip;
}
