import type { Block, Paper, Table } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';
import type { Evidence } from '../kind.js';
import { phraseEvidence } from '../shared/recognise.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';

/** A record of decision says so in its first lines, and has the parts that the regulations ask for under headings of their own. */
export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  return phraseEvidence(paper.blocks.some((b) => isList(b, vocabulary)) ? { ...paper, blocks: paper.blocks.map((b) => (isList(b, vocabulary) ? withoutHeadings(b) : b)) } : paper, vocabulary);
}

/** True for a table with headings over its columns, and none of a form's labels under them: its columns are no parts of a notice. */
function isList(block: Block, vocabulary: Vocabulary): block is Table {
  return block.type === 'table' && block.headerRows > 0 && block.columns > 1
    && !block.cells.some((c) => c.column === 0 && c.row >= block.headerRows && fieldFor(cellText(c).replace(/\s+/gu, ' '), vocabulary.headings) !== undefined);
}

/** The table with nothing in the cells of its heading rows. */
const withoutHeadings = (table: Table): Table => ({ ...table, cells: table.cells.map((c) => (c.row < table.headerRows ? { ...c, blocks: [] } : c)) });
