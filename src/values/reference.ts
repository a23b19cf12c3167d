import { type Place, type Reference } from './types.js';
export function findReferences(text: string): Reference[] { return locateReferences(text).map(({ type, number }) => ({ type, number })); }
export function locateReferences(_text: string): (Place & Reference)[] { return []; }
export function findPriorities(_text: string): number[] { return []; }
