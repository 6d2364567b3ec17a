import * as z from 'zod/mini';

export const timeZoneSchema = z
  .string()
  .check(z.maxLength(64), z.refine(isTimeZone, 'Choose a time zone like Europe/Berlin.'));

/**
 * A mere offset is none: it has no daylight saving, and no calendar program knows it. Nor are the old short names that
 * Intl knows and Temporal, which reckons with them, does not (AET).
 */
export function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    if (typeof Temporal !== 'undefined') Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What somebody chose once; the other where it is no time zone any more. */
export function zoneOr(chosen: string | null | undefined, otherwise: string): string {
  return chosen !== null && chosen !== undefined && isTimeZone(chosen) ? chosen : otherwise;
}
