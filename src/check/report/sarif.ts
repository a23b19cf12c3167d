/**
 * SARIF 2.1.0 (OASIS), as code scanning reads it. A region needs a `startLine`: the line of a text, line 1 of a PDF or Word file, whose
 * page, box and words are in `logicalLocations`, `relatedLocations` and `properties`.
 */
import { createHash } from 'node:crypto';
import type { Log, Location, Result } from 'sarif';
import type { Finding } from '../finding.js';
import { RULES } from '../rules/index.js';
import { type Checked, inWords, placeOf, type Reporter } from './report.js';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A path as a relative URI reference (RFC 3986). */
const uriOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/').replace(/^%2E%2F/i, '');

/** The same finding in the same words keeps its fingerprint when pages around it move. */
function fingerprint(file: string, f: Finding, seen: Map<string, number>): string {
  const base = createHash('sha256').update([file, f.rule, f.quote ?? f.message].join('\u0000')).digest('hex').slice(0, 32);
  const n = (seen.get(base) ?? 0) + 1;
  seen.set(base, n);
  return `${base}:${n}`;
}

function resultOf(paper: Checked, f: Finding, seen: Map<string, number>): Result {
  const place = placeOf(f.at);
  const artifactLocation = { uri: uriOf(paper.file), uriBaseId: '%SRCROOT%' };
  const location: Location = {
    physicalLocation: { artifactLocation, region: { startLine: place.line ?? 1, ...(place.endLine === undefined ? {} : { endLine: place.endLine }), ...(f.quote ? { snippet: { text: f.quote } } : {}) } },
    ...(f.at && place.line === undefined ? { logicalLocations: [{ name: inWords(f.at), fullyQualifiedName: `${paper.file}${f.at}`, kind: place.page === undefined ? 'element' : 'page' }] } : {}),
  };
  return {
    ruleId: f.rule, ruleIndex: RULES.findIndex((r) => r.id === f.rule), level: LEVEL[f.severity],
    message: { text: `${f.at && place.line === undefined ? `${inWords(f.at)}: ` : ''}${f.message}${f.quote ? ` “${f.quote}”` : ''}` },
    locations: [location],
    ...(f.at && place.line === undefined ? { relatedLocations: [{ id: 1, message: { text: f.quote ?? f.message }, physicalLocation: { artifactLocation: { uri: `${uriOf(paper.file)}${f.at}` } } }] } : {}),
    partialFingerprints: { 'ctrustFinding/v1': fingerprint(paper.file, f, seen) },
    ...(f.at ? { properties: { at: f.at, ...(place.page === undefined ? {} : { page: place.page }), ...(place.box ? { box: [...place.box] } : {}), ...(f.quote ? { quote: f.quote } : {}) } } : {}),
  };
}

export const sarif: Reporter = (papers, { version }) => {
  const seen = new Map<string, number>();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'ctrust', semanticVersion: version,
          rules: RULES.map((r) => ({ id: r.id, shortDescription: { text: r.about }, fullDescription: { text: `${r.about} ${r.help}` }, help: { text: r.help }, defaultConfiguration: { level: LEVEL[r.severity] } })),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: papers.flatMap((paper) => paper.findings.map((f) => resultOf(paper, f, seen))).map((r) => (r.ruleIndex === -1 ? { ...r, ruleIndex: undefined } : r)),
      invocations: [{
        executionSuccessful: papers.every((p) => !p.failure),
        toolExecutionNotifications: papers.flatMap((p) => (p.failure ? [{ level: 'error' as const, message: { text: `${p.failure.code}: ${p.failure.message}` }, locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(p.file), uriBaseId: '%SRCROOT%' } } }] }] : [])),
      }],
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
