import { tzlib_get_ical_block } from 'timezones-ical-library';
import { listedZoneBlock } from './listed-zone-block.ts';

/** The name that a calendar is told for a zone, and its VTIMEZONE. */
export interface ZoneBlock {
  name: string;
  text: string;
}

/**
 * The library says their changes by a simpler rule than they follow ("the Friday before the last Sunday"), and in some
 * years is a week off, or does not know a change of late. A test looks whether there are others.
 */
const listed = new Set([
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'America/Edmonton',
  'America/Godthab',
  'America/Nuuk',
  'America/Santiago',
  'America/Scoresbysund',
  'America/Vancouver',
  'Asia/Gaza',
  'Asia/Hebron',
  'Asia/Jerusalem',
]);

const known = new Map<string, ZoneBlock>();

/** Old and new names of a zone are one zone; a calendar is told the library's, which its VTIMEZONE has. */
export function zoneBlock(timeZone: string): ZoneBlock {
  const found = known.get(timeZone) ?? lookUp(timeZone) ?? lookUp(sameZone(timeZone));
  if (found === undefined) throw new Error(`No VTIMEZONE is known for ${timeZone}.`);
  known.set(timeZone, found);
  return found;
}

function lookUp(timeZone: string): ZoneBlock | undefined {
  const block = tzlib_get_ical_block(timeZone);
  const [text, id] = Array.isArray(block) ? block : [];
  if (text === undefined || id === undefined) return undefined;
  const name = id.replace('TZID=', '');
  return { name, text: listed.has(timeZone) || listed.has(name) ? listedZoneBlock(name) : text };
}

function sameZone(timeZone: string): string {
  const here = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const isSame = (name: string) => here.equals(here.withTimeZone(name));
  return Intl.supportedValuesOf('timeZone').find(isSame) ?? 'Etc/UTC';
}
