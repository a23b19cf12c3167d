/** The fields that have a value: an absent field is left out of a record, never `undefined` in it. Pure. */
export function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A list where it has entries, else `undefined`. Pure. */
export const filled = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
