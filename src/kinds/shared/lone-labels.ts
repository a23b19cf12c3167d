/** Labels that stand on a line of their own ("2." above the heading that it numbers) joined to what they number. */
import type { Block, Paragraph } from '../../paper/model.js';
import type { ParseContext } from './context.js';

const isLone = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph' && b.text === '' && b.number !== undefined;

/** The blocks with every lone number joined to the unlabelled paragraph after it. Takes the lone numbers that it joins. */
export function joinLoneLabels(context: ParseContext, blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const next = blocks[i + 1];
    if (isLone(block) && next?.type === 'paragraph' && next.label === undefined && next.text !== '') {
      context.take(block);
      const heading = next.heading ?? block.heading;
      out.push({
        ...next, at: next.at, ...(block.label === undefined ? {} : { label: block.label }), ...(block.number === undefined ? {} : { number: block.number }),
        ...(heading === undefined ? {} : { heading }),
      });
      i++;
    } else if (block) out.push(block);
  }
  return out;
}
