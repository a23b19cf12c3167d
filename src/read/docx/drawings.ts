/** Text of drawings that stands outside of the document part: the points of a diagram (SmartArt), the titles of a chart. */
import type { WordFile } from './parts.js';

/** The paragraphs of a diagram's points, or of a chart's titles, in the order of their part; empty where the file lacks it. */
export function diagramText(file: WordFile, part: string): string[] {
  const found: string[] = [];
  let paragraph: string | undefined;
  let inText = false;
  file.parse(part, {
    open: (name) => {
      if (name === 'a:p') paragraph = '';
      else if (name === 'a:t') inText = true;
      else if (name === 'a:br' && paragraph !== undefined) paragraph += ' ';
    },
    text: (text) => { if (inText && paragraph !== undefined) paragraph += text; },
    close: (name) => {
      if (name === 'a:t') inText = false;
      if (name !== 'a:p' || paragraph === undefined) return;
      if (paragraph.trim() !== '') found.push(paragraph);
      paragraph = undefined;
    },
  });
  return found;
}
