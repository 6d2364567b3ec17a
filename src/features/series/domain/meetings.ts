import { slotsFrom } from './recurrence.ts';
import type { Rule } from './recurrence.ts';

export const meetingStatuses = ['planned', 'held', 'skipped', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** What happened to one occurrence; instants as ISO 8601. */
export interface Occurrence {
  /** When the rule has it: names the occurrence, wherever it is moved. */
  slotAt: string;
  startsAt: string;
  minutes: number;
  status: MeetingStatus;
  /** Moved or called off less than 24 hours ahead. */
  late: boolean;
  /** Agreed beside the rule. */
  isExtra: boolean;
}

export interface Arrangement {
  rule: Rule;
  minutes: number;
  /** What is earlier is known by its rows alone: the rule was another then. */
  ruleSince: string;
  /** Null while it is open; nothing is planned after it. */
  endedAt: string | null;
}

/** In milliseconds: from here on a change is late. */
const lateWithin = 24 * 3_600_000;

/**
 * The meetings of a series that start from `from` (included) to `to` (excluded), in order: the rule's, and over
 * them what happened to some. One that was moved stands where it was moved to. What the rule of another time left
 * in `known` stays.
 */
export function meetingsBetween<Row extends Occurrence>(
  arrangement: Arrangement,
  known: readonly Row[],
  from: Date,
  to: Date,
): (Row | Occurrence)[] {
  const bySlot = new Map(known.map((row) => [millis(row.slotAt), row]));
  const meetings: (Row | Occurrence)[] = known.filter((row) => isWithin(row.startsAt, from, to));
  const earliest = Math.max(from.getTime(), millis(arrangement.ruleSince));
  const latest = Math.min(
    to.getTime(),
    arrangement.endedAt === null ? Infinity : millis(arrangement.endedAt),
  );
  for (const slot of slotsFrom(arrangement.rule, Temporal.Instant.fromEpochMilliseconds(earliest))) {
    if (slot.epochMilliseconds >= latest) break;
    if (!bySlot.has(slot.epochMilliseconds)) meetings.push(untouched(slot, arrangement.minutes));
  }
  return meetings.toSorted((a, b) => millis(a.startsAt) - millis(b.startsAt));
}

/** The last ones that were to begin before a moment, in order, at most so many. */
export function lastBefore<Row extends Occurrence>(
  arrangement: Arrangement,
  known: readonly Row[],
  now: Date,
  count: number,
): (Row | Occurrence)[] {
  // No further than so many of the rule reach: a series of ten years is looked at as quickly as a new one.
  const from = new Date(now.getTime() - (count + 1) * longestApart(arrangement.rule));
  const before = known.filter((row) => millis(row.startsAt) < from.getTime());
  return [...before, ...meetingsBetween(arrangement, known, from, now)]
    .toSorted((a, b) => millis(a.startsAt) - millis(b.startsAt))
    .slice(-count);
}

/** In milliseconds: two meetings of a rule never lie further apart. */
function longestApart(rule: Rule): number {
  if (rule.cadence === 'on_demand') return 0;
  const days = rule.cadence === 'weekly' ? 7 * rule.every + 1 : 31 * rule.every + 7;
  return days * 24 * 3_600_000;
}

/** The next one that is planned, at or after a moment; one that is on at the moment counts. Null where there is none. */
export function nextMeeting<Row extends Occurrence>(
  arrangement: Arrangement,
  known: readonly Row[],
  now: Date,
): Row | Occurrence | null {
  return plannedFrom(arrangement, known, now, 1)[0] ?? null;
}

/** The next planned ones, at most so many. */
export function plannedFrom<Row extends Occurrence>(
  arrangement: Arrangement,
  known: readonly Row[],
  now: Date,
  count: number,
): (Row | Occurrence)[] {
  if (arrangement.endedAt !== null) return [];
  const isAhead = (meeting: Occurrence) =>
    meeting.status === 'planned' && millis(meeting.startsAt) + meeting.minutes * 60_000 > now.getTime();
  const taken = new Set(known.map((row) => millis(row.slotAt)));
  const planned: (Row | Occurrence)[] = known.filter(isAhead);
  const earliest = Math.max(now.getTime() - arrangement.minutes * 60_000, millis(arrangement.ruleSince));
  let found = 0;
  for (const slot of slotsFrom(arrangement.rule, Temporal.Instant.fromEpochMilliseconds(earliest))) {
    if (found >= count) break;
    const meeting = untouched(slot, arrangement.minutes);
    if (taken.has(slot.epochMilliseconds) || !isAhead(meeting)) continue;
    planned.push(meeting);
    found += 1;
  }
  return planned.toSorted((a, b) => millis(a.startsAt) - millis(b.startsAt)).slice(0, count);
}

/** Whether the rule has a meeting at this instant. */
export function isSlot({ rule, ruleSince, endedAt }: Arrangement, slotAt: string): boolean {
  const slot = Temporal.Instant.from(slotAt);
  if (slot.epochMilliseconds < millis(ruleSince)) return false;
  if (endedAt !== null && slot.epochMilliseconds >= millis(endedAt)) return false;
  const first = slotsFrom(rule, slot).next();
  return first.done !== true && first.value.equals(slot);
}

/** How a past meeting went, for the two to see how regular they are. */
export type Outcome = 'held' | 'moved_late' | 'skipped' | 'cancelled' | 'not_held';

export function outcomeOf(meeting: Occurrence): Outcome {
  switch (meeting.status) {
    case 'held':
      return meeting.late ? 'moved_late' : 'held';
    case 'skipped':
      return 'skipped';
    case 'cancelled':
      return 'cancelled';
    case 'planned':
      return 'not_held';
  }
}

/** Whether changing a meeting now would be less than 24 hours ahead. */
export function isLateFor(startsAt: string, now: Date): boolean {
  return millis(startsAt) - now.getTime() < lateWithin;
}

function untouched(slot: Temporal.Instant, minutes: number): Occurrence {
  const at = slot.toString({ smallestUnit: 'millisecond' });
  return {
    slotAt: at,
    startsAt: at,
    minutes,
    status: 'planned',
    late: false,
    isExtra: false,
  };
}

function isWithin(startsAt: string, from: Date, to: Date): boolean {
  return millis(startsAt) >= from.getTime() && millis(startsAt) < to.getTime();
}

function millis(instant: string): number {
  return Date.parse(instant);
}
