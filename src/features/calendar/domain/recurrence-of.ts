import { daysFrom, oddityOf, slotsFrom } from '../../series/domain/recurrence.ts';
import type { Rule } from '../../series/domain/recurrence.ts';

/** As iCalendar names them, Monday first. */
export const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface Recurrence {
  /** The first occurrence, on the wall of the rule's zone: DTSTART. */
  start: Temporal.ZonedDateTime;
  /** `FREQ=WEEKLY;BYDAY=TU` */
  rule: string;
  /** What is taken out of it: EXDATE. */
  excluded: Temporal.Instant[];
}

interface Span {
  /** The first occurrence is the first one from here on. */
  since: Temporal.Instant;
  /** None is at or after it; null without end. */
  until: Temporal.Instant | null;
  /** Occurrences that do not take place. */
  without: readonly Temporal.Instant[];
}

/** A rule as iCalendar says it; null where it has no occurrence in the span. */
export function recurrenceOf(rule: Rule, { since, until, without }: Span): Recurrence | null {
  if (rule.cadence === 'on_demand') return null;
  const { value: first } = slotsFrom(rule, since).next();
  if (first === undefined || (until !== null && Temporal.Instant.compare(first, until) >= 0)) return null;
  const anchor = anchorOf(rule, first);
  const taken = anchor.equals(first) ? without : [anchor, ...without];
  const excluded = taken.filter((slot) => Temporal.Instant.compare(slot, anchor) >= 0);
  return {
    start: anchor.toZonedDateTimeISO(rule.timeZone),
    rule: `${ruleText(rule)}${until === null ? '' : `;UNTIL=${inUtc(until.subtract({ seconds: 1 }))}`}`,
    excluded,
  };
}

function ruleText(rule: Exclude<Rule, { cadence: 'on_demand' }>): string {
  const day = weekdayNames[rule.weekday - 1] ?? 'MO';
  const every = rule.every === 1 ? '' : `;INTERVAL=${rule.every}`;
  return rule.cadence === 'weekly'
    ? `FREQ=WEEKLY${every};BYDAY=${day}`
    : `FREQ=MONTHLY${every};BYDAY=${rule.nth}${day}`;
}

/**
 * Where to begin: the first occurrence itself. Where the clocks are put forward over it, its wall time does not exist
 * and would make all others an hour late: then with an earlier one, which is taken out.
 */
function anchorOf(rule: Exclude<Rule, { cadence: 'on_demand' }>, first: Temporal.Instant): Temporal.Instant {
  const wall = first.toZonedDateTimeISO(rule.timeZone);
  if (wall.toPlainTime().toString({ smallestUnit: 'minute' }) === rule.at) return first;
  const unbounded = { ...rule, startsOn: earlier(rule, wall.toPlainDate()).toString() };
  for (const day of daysFrom(unbounded, Temporal.PlainDate.from(unbounded.startsOn))) {
    if (oddityOf(day.toString(), rule.at, rule.timeZone) === 'skipped') continue;
    return Temporal.PlainDateTime.from(`${day.toString()}T${rule.at}`)
      .toZonedDateTime(rule.timeZone)
      .toInstant();
  }
  return first;
}

/** The beginning of the occurrence before this day's. */
function earlier(
  { cadence, every }: Exclude<Rule, { cadence: 'on_demand' }>,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  return cadence === 'weekly'
    ? day.subtract({ days: 7 * every })
    : day.toPlainYearMonth().subtract({ months: every }).toPlainDate({ day: 1 });
}

/** `20261124T090000Z` */
function inUtc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
