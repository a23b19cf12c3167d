/** "Needs assessment PDF 369 KB": what a council's website puts after the title of a paper that can be fetched. Shared by minutes and agendas. */
export const FETCHED = /\s*(?:pdf icon\s*)?\b(?:PDF|DOCX?|XLSX?|PPTX?|ZIP)\s+\d+(?:\.\d+)?\s*[KMG]B$/iu;
