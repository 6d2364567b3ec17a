import { sql } from 'kysely';
import { prepared } from '../../../server/database/query.ts';
import type { Reader } from '../../../server/database/query.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import { problem } from '../../../shared/problems.ts';
import type { Meetings, Regularity } from '../contract.ts';
import { lastBefore, outcomeOf, plannedFrom } from '../domain/meetings.ts';
import type { Occurrence, Outcome } from '../domain/meetings.ts';
import { isOpen } from '../domain/rights.ts';
import { storedMeetings, withTimes } from './meeting-reach.ts';
import type { MeetingRow } from './meeting-reach.ts';
import { presentMeeting } from './present-series.ts';
import { arrangementOf, isMine, seriesColumns, seriesStanding, seriesTables } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';

const ahead = 8;
const behind = 12;

export interface LoadedMeetings {
  row: SeriesRow;
  known: MeetingRow[];
}

// Every page of a series asks for it: built once.
const seriesWithMeetings = prepared(
  sql<SeriesRow & { meetings: MeetingRow[] }>`
    select ${seriesColumns}, ${storedMeetings} as meetings from ${seriesTables} where s.id = ${'id'} and ${isMine}`,
);

export async function loadMeetings(db: Reader, seriesId: string): Promise<LoadedMeetings> {
  const row = await db.first(seriesWithMeetings(seriesId));
  if (row === undefined) throw problem('not_found');
  return { row, known: row.meetings.map(withTimes) };
}

export function presentMeetings({ row, known }: LoadedMeetings, viewer: Viewer, now: Date): Meetings {
  const arrangement = arrangementOf(row);
  const past = pastOf(arrangement, known, now);
  return {
    ahead: isOpen(seriesStanding(row, viewer.id)) ? aheadOf(arrangement, known, now) : [],
    past: past.toReversed().map(presentMeeting),
    regularity: regularityOf(past),
  };
}

type Arranged = ReturnType<typeof arrangementOf>;

/** The planned ones, and what was called off between them, to be taken back. */
function aheadOf(arrangement: Arranged, known: readonly MeetingRow[], now: Date) {
  const planned = plannedFrom(arrangement, known, now, ahead);
  const last = planned.at(-1);
  const until = last === undefined ? Infinity : Date.parse(last.startsAt);
  const calledOff = known.filter(
    ({ status, startsAt }) =>
      (status === 'skipped' || status === 'cancelled') &&
      Date.parse(startsAt) > now.getTime() &&
      Date.parse(startsAt) <= until,
  );
  return [...planned, ...calledOff]
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .map(presentMeeting);
}

/** The last that were to be, in order; one that is on or was begun early counts as well. */
function pastOf(arrangement: Arranged, known: readonly MeetingRow[], now: Date): (MeetingRow | Occurrence)[] {
  // One more, for the one that is on.
  const over = lastBefore(arrangement, known, now, behind + 1).filter(
    (meeting) =>
      meeting.status !== 'planned' ||
      Date.parse(meeting.startsAt) + meeting.minutes * 60_000 <= now.getTime(),
  );
  const begunEarly = known.filter(
    (meeting) => meeting.status === 'held' && Date.parse(meeting.startsAt) >= now.getTime(),
  );
  return [...over, ...begunEarly].slice(-behind);
}

const counterOf: Record<Outcome, keyof Regularity> = {
  held: 'held',
  moved_late: 'movedLate',
  skipped: 'skipped',
  cancelled: 'cancelled',
  not_held: 'notHeld',
};

function regularityOf(past: readonly Occurrence[]): Regularity {
  const counts: Regularity = { held: 0, movedLate: 0, skipped: 0, cancelled: 0, notHeld: 0 };
  for (const meeting of past) counts[counterOf[outcomeOf(meeting)]] += 1;
  return counts;
}
