/** JUnit XML, as CI servers read it: a suite a paper, a case a rule that found something, and one for a paper without findings. */
import { XMLBuilder } from 'fast-xml-parser';
import { inWords, type Checked, type Reporter } from './report.js';

/** Characters that XML 1.0 cannot hold. */
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

interface Case { '@name': string; '@classname': string; failure?: { '@message': string; '@type': string; '#text': string }; error?: { '@message': string; '@type': string } }

function casesOf(paper: Checked): Case[] {
  if (paper.failure) return [{ '@name': 'reads', '@classname': plain(paper.file), error: { '@message': plain(paper.failure.message), '@type': paper.failure.code } }];
  const rules = [...new Set(paper.findings.map((f) => f.rule))];
  if (rules.length === 0) return [{ '@name': 'no findings', '@classname': plain(paper.file) }];
  return rules.map((rule) => {
    const found = paper.findings.filter((f) => f.rule === rule);
    const first = found[0];
    const lines = found.map((f) => `${f.severity}: ${[inWords(f.at), f.message, f.quote && `"${f.quote}"`].filter(Boolean).join(': ')}`);
    const one: Case = { '@name': rule, '@classname': plain(paper.file) };
    // What is for information only passes: a failed test stops a pipeline.
    if (first && found.some((f) => f.severity !== 'info')) one.failure = { '@message': plain(first.message), '@type': first.severity, '#text': plain(lines.join('\n')) };
    return one;
  });
}

export const junit: Reporter = (papers) => {
  const suites = papers.map((paper) => {
    const cases = casesOf(paper);
    return { '@name': plain(paper.file), '@tests': cases.length, '@failures': cases.filter((c) => c.failure).length, '@errors': cases.filter((c) => c.error).length, testcase: cases };
  });
  const sum = (key: '@tests' | '@failures' | '@errors'): number => suites.reduce((n, s) => n + s[key], 0);
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ testsuites: { '@name': 'ctrust', '@tests': sum('@tests'), '@failures': sum('@failures'), '@errors': sum('@errors'), testsuite: suites } })}`;
};
