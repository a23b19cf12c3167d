/** Dates of a PDF's metadata (ISO 32000-2, 7.9.4: D:YYYYMMDDHHmmSSOHH'mm'). Pure. */

const PDF_DATE = /^(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})?)?)?)?)?(?:Z|([+-])(\d{2})(?:'?(\d{2})'?)?)?/;

/** The date in ISO form, as exact as it is given; what is no such date stays as it is. */
export function isoDate(text: string): string {
  const m = PDF_DATE.exec(text.trim());
  if (!m) return text;
  const [, year, month, day, hour, minute, second, sign, zoneHour, zoneMinute] = m;
  let date = year ?? '';
  if (month === undefined) return date;
  date += `-${month}`;
  if (day === undefined) return date;
  date += `-${day}`;
  if (hour === undefined || minute === undefined) return date;
  date += `T${hour}:${minute}:${second ?? '00'}`;
  if (sign !== undefined) return `${date}${sign}${zoneHour}:${zoneMinute ?? '00'}`;
  return /Z/.test(m[0]) ? `${date}Z` : date;
}
