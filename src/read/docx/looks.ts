/** How a run looks once the paragraph's style, the character style and its own properties are laid over each other (ISO 29500-1, 17.7). Pure. */
import type { RunProperties } from './properties.js';
import type { Look } from './runs.js';
import type { Styles } from './styles.js';

/** Word's size and font where the file names none. */
const DEFAULT_SIZE = 10;
const DEFAULT_FONT = 'Times New Roman';

/** Properties that a character style inside a style of the same property turns off again (17.7.3). */
function toggled(direct: boolean | undefined, character: boolean | undefined, paragraph: boolean | undefined): boolean {
  if (direct !== undefined) return direct;
  return (character ?? false) !== (paragraph ?? false);
}

export function lookOf(styles: Styles, paragraphStyle: string | undefined, direct: RunProperties): Look {
  const paragraph = styles.paragraph(paragraphStyle).run;
  const character = direct.style === undefined ? undefined : styles.character(direct.style);
  const colour = direct.colour ?? character?.colour ?? paragraph.colour;
  return {
    bold: toggled(direct.bold, character?.bold, paragraph.bold),
    italic: toggled(direct.italic, character?.italic, paragraph.italic),
    underline: direct.underline ?? character?.underline ?? paragraph.underline ?? false,
    struck: toggled(direct.struck, character?.struck, paragraph.struck),
    superscript: direct.superscript ?? character?.superscript ?? paragraph.superscript ?? false,
    capitals: toggled(direct.caps, character?.caps, paragraph.caps) || toggled(direct.smallCaps, character?.smallCaps, paragraph.smallCaps),
    hidden: toggled(direct.hidden, character?.hidden, paragraph.hidden),
    size: direct.size ?? character?.size ?? paragraph.size ?? DEFAULT_SIZE,
    font: styles.fontNamed(direct.font ?? character?.font ?? paragraph.font ?? DEFAULT_FONT),
    white: colour === 'FFFFFF' && !(direct.shaded ?? character?.shaded ?? paragraph.shaded ?? false),
  };
}
