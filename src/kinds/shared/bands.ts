/** Lines over several items of business that say who may be there: "EXEMPT ITEMS", "Part 2 – closed to the public". Shared by minutes and agendas. Pure. */
import { fieldFor, type Vocabulary } from './vocabulary.js';

export type Band = 'open' | 'exempt';

/** Few lines begin so: the longer expression is not worth compiling for the others. */
const IN_PARTS = /^(?:agenda\s|part\s|section\s)/i;
/** "Part 2", "Agenda part B", "Section A", and what stands after it. */
const PART = /^((?:agenda\s+)?(?:part|section)\s+[\p{L}\d]{1,5})(?:\s*[-:–—,.]\s*|\s+(?=\S))(\S.{2,80})$/iu;

/**
 * The band that a line is by its words: `open` and `exempt` among the vocabulary's headings; after "Part 2" and the like what follows decides (`bandItems`,
 * `bandOpen`, `bandExempt` among its words), for "Part two of the Local Plan" is no band.
 */
export function bandIn(text: string, { headings, words }: Pick<Vocabulary, 'headings' | 'words'>): Band | undefined {
  const { open = [], exempt = [] } = headings;
  const field = fieldFor(text, { open, exempt });
  if (field !== undefined) return field as Band;
  const part = IN_PARTS.test(text) ? PART.exec(text) : null;
  const of = part?.[1] === undefined ? undefined : fieldFor(part[1], { open, exempt });
  if (of === undefined || part?.[2] === undefined) return undefined;
  const after = part[2].replace(/[()[\]]+/g, '');
  const { bandItems = [], bandOpen = [], bandExempt = [] } = words;
  return (fieldFor(after, { [of]: bandItems }) ?? fieldFor(after, { open: bandOpen, exempt: bandExempt })) as Band | undefined;
}
