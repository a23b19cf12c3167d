/** A group's lists, and a group before anything is put into them. Apart from the schema, which the program checks by and does not load. */
import type { Group } from './schema.js';

/** The lists of a group, in the record's order. */
export const LISTS = ['introduction', 'termsOfReference', 'aims', 'outcomes', 'progress', 'achievements', 'risks'] as const;
export type ListName = (typeof LISTS)[number];

/** A group with nothing under its name yet. */
export const emptyGroup = (name: string, at: string, number?: string): Group => ({
  ...(number === undefined ? {} : { number }), name, headings: [],
  introduction: [], termsOfReference: [], aims: [], outcomes: [], progress: [], achievements: [], risks: [], other: [], at,
});
