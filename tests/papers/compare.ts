/** Compares records. */

/** Keys that differ between formats of one paper by their nature: where things stand, and which phrases were seen first in telling the kind. */
const PLACES = new Set(['at', 'until', 'source', 'coverage', 'evidence', 'confidence']);

/** A record without the keys that say where things stand. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([k]) => !PLACES.has(k)).map(([k, v]) => [k, withoutPlaces(v)]));
}

/** Where the actual value differs from the expected one, as lines "path: expected, actual". Keys that the expected one leaves out are not compared. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: a list of ${expected.length}, not ${JSON.stringify(actual)}`];
    const own = expected.length === actual.length ? [] : [`${path}: ${expected.length} entries, not ${actual.length}: ${JSON.stringify(actual.slice(Math.min(expected.length, actual.length))).slice(0, 200)}`];
    return [...own, ...expected.flatMap((e, i) => (i < actual.length ? differences(e, actual[i], `${path}[${i}]`) : []))];
  }
  if (typeof expected === 'object' && expected !== null) {
    const have = (typeof actual === 'object' && actual !== null ? actual : {}) as Record<string, unknown>;
    return Object.entries(expected).flatMap(([k, e]) => differences(e, have[k], `${path}.${k}`));
  }
  return expected === actual ? [] : [`${path}: ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}`];
}
