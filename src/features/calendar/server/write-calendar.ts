import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { ICalEventData } from 'ical-generator';
import type { Recurrence } from '../domain/recurrence-of.ts';
import type { CalendarEvent } from '../domain/series-events.ts';
import { zoneBlock } from './time-zone-blocks.ts';

/** How an event reads for one of the two: names, a place, a link; nothing else that anybody wrote. */
export interface EventWords {
  summary: string;
  place: string;
  /** The page of the series. */
  page: string;
}

export interface WrittenEvent {
  event: CalendarEvent;
  uid: string;
  words: EventWords;
}

interface Mailbox {
  name: string;
  email: string;
}

interface Itip {
  method: 'REQUEST' | 'CANCEL';
  organizer: Mailbox;
  attendees: Mailbox[];
}

interface Options {
  /** When what it says was last changed: the same events give the same text. */
  stamp: Date;
  /** Of a message; null in a feed. */
  itip: Itip | null;
  /** Of a feed: its name, and how often to look, in hours. */
  feed?: { name: string; hours: number };
}

/** Times are written as on the wall of their zone, always with its VTIMEZONE. */
export function writeCalendar(events: readonly WrittenEvent[], { stamp, itip, feed }: Options): string {
  const calendar = ical({ prodId: { company: 'Duologue', product: 'Duologue', language: 'EN' } });
  // No zone of the calendar's own: it would take the Z from every DTSTAMP.
  calendar.timezone({ name: null, generator: (name) => zoneBlock(name).text });
  if (itip !== null) calendar.method(ICalCalendarMethod[itip.method]);
  if (feed !== undefined) calendar.name(feed.name).ttl(feed.hours * 3600);
  for (const written of events) calendar.createEvent(dataOf(written, stamp, itip));
  return calendar.toString();
}

function dataOf({ event, uid, words }: WrittenEvent, stamp: Date, itip: Itip | null): ICalEventData {
  const { name } = zoneBlock(event.start.timeZoneId);
  const start = event.start.withTimeZone(name);
  const url = /^https:\/\/\S+$/i.test(words.place) ? words.place : null;
  return {
    id: uid,
    sequence: event.sequence,
    stamp: Temporal.Instant.fromEpochMilliseconds(stamp.getTime()).toZonedDateTimeISO('UTC'),
    start,
    end: start.add({ minutes: event.minutes }),
    timezone: name,
    summary: words.summary,
    description: words.page,
    ...(words.place !== '' && { location: words.place }),
    ...(url !== null && { url }),
    ...(event.recurrence !== null && { repeating: recurrenceLines(event.recurrence, name) }),
    ...(event.instead !== null && { recurrenceId: event.instead.withTimeZone(name) }),
    status: itip?.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(itip !== null && {
      organizer: itip.organizer,
      attendees: itip.attendees.map((attendee) => ({
        ...attendee,
        // Nobody answers: whether the two meet is theirs to arrange, in the product.
        rsvp: false,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
      })),
    }),
  };
}

/** Taken out as on the wall: some programs know none but these. */
function recurrenceLines({ rule, excluded }: Recurrence, zone: string): string {
  const walls = excluded.map((slot) => slot.toZonedDateTimeISO(zone).toPlainDateTime());
  const values = walls.map((wall) => wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, ''));
  const lines = [`RRULE:${rule}`, ...values.map((value) => `EXDATE;TZID=${zone}:${value}`)];
  return lines.join('\r\n');
}
