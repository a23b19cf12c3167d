/** Papers in two languages: Welsh councils print their headings in Welsh and English, one beside the other. */

const NONE: readonly string[] = [];

/** "Yn bresennol / Present", "COFNODION | MINUTES" in their two halves; none for a text without such a mark. */
export function inEitherLanguage(text: string): readonly string[] {
  if (!text.includes('/') && !text.includes('|')) return NONE;
  const halves = text.split(/\s+[/|]\s+/).map((half) => half.replace(/[\s:]+$/, '').trim());
  return halves.length === 2 && halves.every((half) => half !== '') ? halves : [];
}
