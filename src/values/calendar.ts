/** The Gregorian calendar over ISO dates (ISO 8601, `YYYY-MM-DD`), without a clock or a time zone. */
import { type IsoDate } from './types.js';

export const MONTHS_IN_YEAR = 12;
const MILLISECONDS_IN_DAY = 86_400_000;

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= MONTHS_IN_YEAR && day >= 1 && day <= daysInMonth(year, month);
}

export function iso(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function lastDayOf(year: number, month: number): IsoDate {
  return iso(year, month, daysInMonth(year, month));
}

/** The date so many days later, or earlier where negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const then = new Date(Date.parse(`${date}T00:00:00Z`) + days * MILLISECONDS_IN_DAY);
  return iso(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate());
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Year, month and day of an ISO date, or undefined where the string is none. */
export function parts(date: string | undefined): { year: number; month: number; day: number } | undefined {
  const match = date === undefined ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? { year, month, day } : undefined;
}
