/** Tables of a PDF by geometry: found on a page, checked against tags, joined over pages. */
export { findTables } from './find.js';
export { joinTables, matchColumns, rowsOf, single, cellText, type CellPart, type JoinedCell, type JoinedTable, type JoinOptions, type PageTable } from './join.js';
export { checkTagged, placeTagged, type TagCheck, type TaggedCell, type TaggedRows } from './tagged.js';
export { plainText } from './lines.js';
export type { FoundCell, FoundTable, FoundTables, TableLook, TablePage } from './types.js';
