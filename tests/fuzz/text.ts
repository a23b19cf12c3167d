/** Changes to plain text and Markdown that leave it text: lines dropped, doubled, moved, put together of two papers, hostile words. */
import { type Dice, HOSTILE } from './random.js';

/** The text with one to six changes. */
export function mutateText(text: string, other: string, dice: Dice): string {
  let lines = text.split('\n');
  const strange = other.split('\n');
  for (let n = 1 + dice.under(6); n > 0 && lines.length > 0; n--) {
    const from = dice.under(lines.length);
    const length = dice.few(40);
    const line = lines[from] ?? '';
    switch (dice.under(9)) {
      case 0: lines.splice(from, length); break;
      case 1: lines.splice(from, 0, ...Array.from({ length: dice.few(2000) }, () => line)); break;
      case 2: lines.splice(dice.under(lines.length), 0, ...lines.splice(from, length)); break;
      case 3: { const begin = dice.under(strange.length); lines.splice(from, 0, ...strange.slice(begin, begin + length)); break; }
      case 4: { const at = dice.under(line.length + 1); lines[from] = line.slice(0, at) + dice.of(HOSTILE).repeat(dice.few(200)) + line.slice(at); break; }
      case 5: lines[from] = dice.of([line.toUpperCase(), line.replace(/\s+/g, ''), `${' '.repeat(dice.few(400))}${line}`, line.split('').reverse().join(''), `${line} ${lines[from + 1] ?? ''}`, line.repeat(dice.few(300))]); break;
      case 6: lines[from] = line.replace(/\d+/g, () => String(dice.under(10 ** (1 + dice.under(12))))); break;
      case 7: { const at = dice.under(line.length + 1); lines.splice(from, 1, line.slice(0, at), line.slice(at)); break; }
      default: lines[from] = dice.of(['#'.repeat(dice.few(40)), '> '.repeat(dice.few(300)), '- '.repeat(dice.few(300)), '| a | b |\n| --- | --- |', '|'.repeat(dice.few(1000)), '```', '<table>', '1. ', '    ', '\f']) + line; break;
    }
    if (lines.length > 20_000) lines = lines.slice(0, 20_000);
  }
  return lines.join(dice.sometimes(0.05) ? '\r' : dice.sometimes(0.1) ? '\r\n' : '\n');
}
