import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** The calendar as ical.js reads it, with its own zones. */
export function readWithIcalJs(text: string): ICAL.Component {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return root;
}

/** When an event of it is, one after the other, before a moment. */
export function occurrences(event: ICAL.Component, before: Temporal.Instant): string[] {
  const iterator = new ICAL.Event(event).iterator();
  const found: string[] = [];
  for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
    const at = Temporal.Instant.fromEpochMilliseconds(next.toUnixTime() * 1000);
    if (Temporal.Instant.compare(at, before) >= 0) break;
    found.push(at.toString());
  }
  return found;
}

/** The events as node-ical reads them. */
export function readWithNodeIcal(text: string) {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
    one !== undefined && one.type === 'VEVENT' ? [one] : [],
  );
}
