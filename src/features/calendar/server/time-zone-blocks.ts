import { tzlib_get_ical_block } from 'timezones-ical-library';

/** The name that the library has for a zone, and its VTIMEZONE. */
export interface ZoneBlock {
  name: string;
  text: string;
}

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
  return text === undefined || id === undefined ? undefined : { text, name: id.replace('TZID=', '') };
}

function sameZone(timeZone: string): string {
  const here = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const isSame = (name: string) => here.equals(here.withTimeZone(name));
  return Intl.supportedValuesOf('timeZone').find(isSame) ?? 'Etc/UTC';
}
