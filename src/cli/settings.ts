/** `ctrust.config.yaml`: a council's own headings and words, and which rules hold. Found in the working folder or above it. */
import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { RulesConfig } from '../check/config.js';
import { KIND_NAMES, OUTCOMES } from '../kinds/names.js';

const Words = z.array(z.string().min(1)).optional();
const Wordings = z.record(z.string(), z.array(z.string().min(1)));

/** What the file may say. */
export const ConfigSchema = z.strictObject({
  kinds: z.partialRecord(z.enum(KIND_NAMES), z.strictObject({
    evidence: z.array(z.strictObject({ phrase: z.string().min(1), where: z.enum(['title', 'heading', 'column', 'start', 'text']), weight: z.number() })).optional(),
    headings: Wordings.optional(), columns: Wordings.optional(), words: Wordings.optional(),
  })).optional().describe('headings, column names and words to add to a kind\'s vocabulary'),
  words: z.strictObject({
    parties: z.strictObject({
      honorifics: Words, postNominals: Words, firstNames: Words, roleNouns: Words, roleModifiers: Words, roleAbbreviations: Words, bodyNouns: Words, bodyNames: Words,
      organisationNouns: Words, departments: Words, politicalParties: Words,
    }).optional().describe('words that tell persons, posts and bodies apart'),
    outcomes: z.partialRecord(z.enum(OUTCOMES), z.array(z.string().min(1))).optional().describe('verbs, as "endorse", by the outcome that they mean'),
  }).optional().describe("a council's own posts, bodies and outcome verbs"),
  ...RulesConfig,
});
export type Config = z.infer<typeof ConfigSchema>;

/** A settings file that cannot be used. The message says where and why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads and checks a settings file. Throws a ConfigError. */
export function readConfig(path: string): Config {
  let raw: unknown;
  try {
    raw = parseYaml(readFileSync(path, 'utf8')) ?? {};
  } catch (cause) {
    const message = (cause as Error).message.split('\n')[0] ?? '';
    throw new ConfigError((cause as NodeJS.ErrnoException).code === 'ENOENT' ? `there is no settings file ${path}` : `${path} is no YAML that can be read: ${message}`, { cause });
  }
  const checked = ConfigSchema.safeParse(raw);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new ConfigError(`${path}: ${issue?.path.map(String).join('.') || 'the file'}: ${issue?.message ?? 'not as it should be'}`);
  }
  return checked.data;
}
