/** Points that a cell sets in one paragraph, a line each: "1. To award …", a line break, "2. To defer …". */
import type { Paragraph } from '../../paper/model.js';
import { follows, readLabel, type Label } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { betweenBreaks, stretchOf } from '../shared/stretch.js';

/** The points as paragraphs, where every line after a break has the next number; else the paragraph itself. Takes the numbers, and leaves the text. */
export function numberedLines(context: ParseContext, p: Paragraph): Paragraph[] {
  const [first, ...more] = p.number === undefined ? [] : betweenBreaks(p);
  let last: Label | undefined = first?.label === undefined ? undefined : readLabel(`${first.label} x`);
  const out: { line: Paragraph; label: Label; number: string }[] = [];
  for (const line of more) {
    const label = readLabel(line.text);
    if (label?.number === undefined || last === undefined || label.form !== last.form || !follows(last, label) || label.rest === '') return [p];
    out.push({ line, label, number: label.number });
    last = label;
  }
  if (!first || out.length === 0) return [p];
  return [first, ...out.map(({ line, label, number }) => {
    const from = line.text.length - label.rest.length;
    context.takePart(line, 0, from);
    return { ...stretchOf(line, from), label: label.raw.trim(), number };
  })];
}
