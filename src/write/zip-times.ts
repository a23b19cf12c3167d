/** The times in a zip archive, set to its first day, so that the same contents are the same bytes. */

/** 1 January 1980, midnight, as MS-DOS counts (PKWARE APPNOTE 4.4.6): no earlier date can be written. */
const FIRST_DAY = 0x0021;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
/** Length of the end record without its comment, in bytes. */
const END_LENGTH = 22;

/** Sets the times of all entries, in place, and returns the same bytes. An archive whose directory is not found is left as it is. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return zip;
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0 && at + 46 <= zip.length && view.getUint32(at, true) === CENTRAL; n--) {
    const local = view.getUint32(at + 42, true);
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, FIRST_DAY, true);
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, FIRST_DAY, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
