/** The documentation of the rules, generated from the rules themselves. Pure. */
import type { Rule } from '../kinds/rule.js';

/** One rule's page. */
export function rulePage(rule: Rule): string {
  return `# ${rule.id}

${rule.about}

| | |
| --- | --- |
| severity | ${rule.severity} |
| kinds | ${rule.kinds ? rule.kinds.join(', ') : 'all'} |
| found by | ${rule.check ? 'a rule over the record' : 'the reader or parser, as a diagnostic of the record'} |

${rule.help}

Turn it off, or change its severity, in \`ctrust.config.yaml\`:

\`\`\`yaml
rules:
  ${rule.id}: off # or error, warning, info
\`\`\`
`;
}

/** The list of all rules. */
export function rulesPage(rules: readonly Rule[]): string {
  const row = (r: Rule): string => `| [${r.id}](${r.id}.md) | ${r.severity} | ${r.kinds ? r.kinds.join(', ') : 'all'} | ${r.about} |`;
  return `# Rules

What \`ctrust validate\` holds papers and records against. [Checking papers](../validate.md) tells how to run it, turn rules off and accept findings.

| rule | severity | kinds | finds |
| --- | --- | --- | --- |
${rules.map(row).join('\n')}
`;
}
