import ICAL from 'ical.js';
import { daysFrom, latestStart } from '../../series/domain/recurrence.ts';
import { problem } from '../../../shared/problems.ts';
import { ruleOfRRule } from '../domain/rule-of-rrule.ts';
import type { HowOften } from '../domain/rule-of-rrule.ts';
import { zoneOfWindows } from '../domain/windows-zones.ts';
import type { ImportedSeries } from '../contract.ts';

export interface ReadEvent {
  series: Omit<ImportedSeries, 'employeeIds'>;
  /** Addresses of whoever is invited or invites, in lower case. */
  addresses: string[];
}

/** The words of one 422: the file names the field. */
function unfit(message: string): never {
  throw problem('invalid', { errors: [{ path: 'ics', message }] });
}

/** What a file from anywhere says of one event that repeats. Times without a zone are the viewer's. */
export function readIcs(ics: string, viewerZone: string, now: Date): ReadEvent {
  const event = chooseEvent(ics);
  try {
    return readEvent(event, viewerZone, now);
  } catch (error) {
    // Whatever is malformed inside: dates that are none, rules that are none.
    if (error instanceof Error && error.name !== 'Problem') unfit('The event in this file cannot be read.');
    throw error;
  }
}

interface Chosen {
  component: ICAL.Component;
  others: number;
}

function chooseEvent(ics: string): Chosen {
  const events = parse(ics).filter((one) => !one.hasProperty('recurrence-id'));
  const component = events.find((one) => one.hasProperty('rrule')) ?? events[0];
  if (component === undefined) unfit('There is no event in this file. Choose the .ics file of one.');
  return { component, others: events.length - 1 };
}

function parse(ics: string): ICAL.Component[] {
  try {
    const parsed: unknown = ICAL.parse(ics);
    // A file may hold several calendars: then it is an array of them.
    const roots = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    return roots.flatMap((root) => new ICAL.Component(root).getAllSubcomponents('vevent'));
  } catch {
    return unfit('This is no calendar file. Choose an .ics file.');
  }
}

function readEvent({ component, others }: Chosen, viewerZone: string, now: Date): ReadEvent {
  const leftOut: string[] = [];
  if (others > 0) leftOut.push(`${others} other ${others === 1 ? 'event' : 'events'} of the file`);
  const start = component.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time) || start.isDate) return unfit('The event has no time of day.');
  const { timeZone, wall } = placeInTime(component, start, viewerZone, leftOut);
  const howOften = readRule(component, wall.dayOfWeek, leftOut);
  const at = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  const rule = { ...howOften, at, timeZone, startsOn: wall.toPlainDate().toString() };
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  // The next one from today on, so that every second week stays the same weeks.
  const { value: next } = daysFrom(rule, today).next();
  const isTooLate = next !== undefined && Temporal.PlainDate.compare(next, latestStart(today.toString())) > 0;
  if (isTooLate) leftOut.push('its beginning, which is more than two years ahead');
  for (const [property, words] of Object.entries(neverTaken))
    if (component.hasProperty(property)) leftOut.push(words);
  if (component.getAllSubcomponents('valarm').length > 0) leftOut.push('its alarms');
  return {
    series: {
      rule: { ...rule, startsOn: (isTooLate ? today : (next ?? today)).toString() },
      minutes: minutesOf(component, start, leftOut),
      place: placeOf(component, leftOut),
      leftOut,
    },
    addresses: addressesOf(component),
  };
}

const neverTaken: Record<string, string> = {
  summary: 'its title',
  description: 'its description',
  exdate: 'single dates that were taken out',
  rdate: 'single dates that were added',
  attach: 'its attachments',
};

/** On the wall of a zone that is known here. */
function placeInTime(component: ICAL.Component, start: ICAL.Time, viewerZone: string, leftOut: string[]) {
  // From its text: the library would make the 13th month the next January.
  const [, , , text] = component.getFirstProperty('dtstart')?.toJSON() ?? [];
  const wall = Temporal.PlainDateTime.from(String(text).replace('Z', ''));
  if (start.zone === ICAL.Timezone.utcTimezone) {
    const local = wall.toZonedDateTime('UTC').withTimeZone(viewerZone);
    return { timeZone: viewerZone, wall: local.toPlainDateTime() };
  }
  const named = component.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? '';
  const timeZone = knownZone(named);
  if (timeZone === null && named !== '')
    leftOut.push('its time zone, which is not known here: yours is taken');
  return { timeZone: timeZone ?? viewerZone, wall };
}

/** `Europe/Berlin`, also where a program wrote `/example.org/Europe/Berlin`, or Windows' own name for it. */
function knownZone(name: string): string | null {
  const ofWindows = zoneOfWindows(name);
  if (ofWindows !== null) return ofWindows;
  // No pattern over what somebody sends: a long one would take minutes of everybody's.
  const parts = name.split('/');
  return (
    [1, 2, 3].map((count) => zoneNamed(parts.slice(-count).join('/'))).find((zone) => zone !== null) ?? null
  );
}

function zoneNamed(name: string): string | null {
  if (name === '' || name.length > 64 || name.startsWith('+') || name.startsWith('-')) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function readRule(component: ICAL.Component, dayOfWeek: number, leftOut: string[]): HowOften {
  const rules = component.getAllProperties('rrule').map((property) => property.getFirstValue());
  const [rule] = rules;
  if (rules.length > 1) return unfit('The event repeats by several rules. A series has one.');
  if (rule === undefined) {
    leftOut.push('that it does not repeat: every week is filled in');
    const found = ruleOfRRule({ freq: 'WEEKLY', interval: 1, parts: {} }, dayOfWeek);
    return typeof found === 'string' ? unfit(found) : found;
  }
  if (!(rule instanceof ICAL.Recur)) return unfit('How the event repeats cannot be read.');
  if (rule.count !== null || rule.until !== null) leftOut.push('its end: a series goes on until it is ended');
  const found = ruleOfRRule({ freq: rule.freq, interval: rule.interval, parts: rule.parts }, dayOfWeek);
  return typeof found === 'string' ? unfit(found) : found;
}

function minutesOf(component: ICAL.Component, start: ICAL.Time, leftOut: string[]): number {
  const end = component.getFirstPropertyValue('dtend');
  const duration = component.getFirstPropertyValue('duration');
  const seconds =
    end instanceof ICAL.Time
      ? end.subtractDate(start).toSeconds()
      : duration instanceof ICAL.Duration
        ? duration.toSeconds()
        : 1800;
  const minutes = Math.round(seconds / 60);
  if (minutes >= 5 && minutes <= 480) return minutes;
  leftOut.push('how long it is: 30 minutes are filled in');
  return 30;
}

const placeProperties = ['location', 'x-google-conference', 'x-microsoft-skypeteamsmeetingurl', 'url'];

function placeOf(component: ICAL.Component, leftOut: string[]): string {
  const values = placeProperties.map((name) => component.getFirstPropertyValue(name));
  const [place = ''] = values
    .filter((value) => typeof value === 'string')
    .map((value) => value.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((value) => value !== '');
  if (place.length <= 300) return place;
  leftOut.push('its place, which is longer than 300 characters');
  return '';
}

function addressesOf(component: ICAL.Component): string[] {
  const people = [...component.getAllProperties('attendee'), ...component.getAllProperties('organizer')];
  const addresses = people.flatMap((property) => {
    const value = property.getFirstValue();
    return typeof value === 'string'
      ? [
          value
            .replace(/^mailto:/i, '')
            .trim()
            .toLowerCase(),
        ]
      : [];
  });
  return [...new Set(addresses.filter((address) => address.includes('@')))].slice(0, 200);
}
