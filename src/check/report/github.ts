/** Workflow commands that GitHub Actions shows as annotations on a file. */
import { inWords, placeOf, type Reporter } from './report.js';

const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

export const github: Reporter = (papers) => papers.flatMap((paper) => {
  if (paper.failure) return [`::error file=${property(paper.file)},title=${property(paper.failure.code)}::${data(paper.failure.message)}\n`];
  return paper.findings.map((f) => {
    const { line = 1, endLine } = placeOf(f.at);
    const where = placeOf(f.at).line === undefined && f.at ? `${inWords(f.at)}: ` : '';
    return `::${LEVEL[f.severity]} file=${property(paper.file)},line=${line}${endLine === undefined ? '' : `,endLine=${endLine}`},title=${property(f.rule)}::${data(`${where}${f.message}${f.quote ? ` "${f.quote}"` : ''}`)}\n`;
  });
}).join('');
