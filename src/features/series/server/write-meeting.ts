import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { Meeting } from '../contract.ts';
import { instantOf, oddityOf } from '../domain/recurrence.ts';
import { isSlot } from '../domain/meetings.ts';
import type { MeetingStatus, Occurrence } from '../domain/meetings.ts';
import { slotName } from '../domain/slot.ts';
import { reachMeeting } from './meeting-reach.ts';
import type { MeetingRow } from './meeting-reach.ts';
import { presentMeeting } from './present-series.ts';
import { arrangementOf, prepareInSeries } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';

export interface PreparedMeeting {
  series: SeriesRow;
  meeting: MeetingRow | Occurrence;
  known: MeetingRow | null;
}

/** One occurrence for writing, on the locked series; 409 where somebody else was there first, or it has begun. */
export async function prepareMeeting(
  context: Context,
  seriesId: string,
  slot: string,
  version?: number,
): Promise<PreparedMeeting> {
  const series = await prepareInSeries(context, seriesId, 'arrange');
  const { known, meeting } = await reachMeeting(context.db, series, slot);
  if (meeting.status === 'held') {
    throw problem('conflict', { detail: 'This meeting has been held.', current: presentMeeting(meeting) });
  }
  if (version !== undefined && version !== (known?.version ?? 0)) {
    throw problem('stale_version', { current: presentMeeting(meeting) });
  }
  return { series, meeting, known };
}

interface Change {
  startsAt?: string;
  minutes?: number;
  status?: MeetingStatus;
  reason?: string;
  late?: boolean;
  heldAt?: Date;
}

/** Writes what happened to an occurrence; its row is made by the first thing that does. */
export async function writeMeeting(
  context: Context,
  { series, meeting, known }: PreparedMeeting,
  change: Change,
): Promise<Meeting> {
  const { db, viewer, now } = context;
  const values = {
    starts_at: change.startsAt ?? meeting.startsAt,
    minutes: change.minutes ?? meeting.minutes,
    status: change.status ?? meeting.status,
    reason: change.reason ?? known?.reason ?? '',
    late: change.late ?? meeting.late,
    held_at: change.heldAt ?? known?.heldAt ?? null,
    ended_at: known?.endedAt ?? null,
    changed_by: viewer.id,
    changed_at: now,
    sequence: (known?.sequence ?? series.sequence) + 1,
    version: (known?.version ?? 0) + 1,
  };
  if (known === null) {
    const row = { id: newId(), series_id: series.id, slot_at: meeting.slotAt, is_extra: meeting.isExtra };
    await db.run(build.insertInto('meeting').values({ ...row, ...values }));
  } else {
    const changed = await db.run(
      build
        .updateTable('meeting')
        .set(values)
        .where('id', '=', known.id)
        .where('version', '=', known.version),
    );
    if (changed === 0) throw problem('stale_version', { current: presentMeeting(meeting) });
  }
  const { meeting: written } = await reachMeeting(db, series, slotName(meeting.slotAt));
  return presentMeeting(written);
}

/** Two meetings of a pair at one time would be one, and the other lost without a word. */
export async function isTaken(
  { db }: Context,
  { series, meeting }: PreparedMeeting,
  startsAt: string,
): Promise<boolean> {
  const stored = await db.first(sql<{ other: boolean; slot: boolean }>`
    select coalesce(bool_or(slot_at <> ${meeting.slotAt} and starts_at = ${startsAt} and status = 'planned'), false) as other,
           coalesce(bool_or(slot_at = ${startsAt}), false) as slot
      from meeting where series_id = ${series.id} and ${startsAt}::timestamptz in (slot_at, starts_at)`);
  if (stored?.other === true) return true;
  if (stored?.slot === true || Date.parse(startsAt) === Date.parse(meeting.slotAt)) return false;
  return isSlot(arrangementOf(series), startsAt);
}

/** Wall-clock time in the series' zone as an instant from now on; 422 with the field where it cannot be. */
export function futureInstant(
  { rule }: SeriesRow,
  { date, time }: { date: string; time: string },
  now: Date,
): string {
  const fault = (path: string, message: string) => problem('invalid', { errors: [{ path, message }] });
  if (oddityOf(date, time, rule.timeZone) === 'skipped') {
    throw fault('time', `On that day the clocks are put forward over ${time}. Choose another time.`);
  }
  const instant = instantOf(date, time, rule.timeZone);
  if (instant.epochMilliseconds < now.getTime()) throw fault('date', 'Choose a time from now on.');
  if (instant.epochMilliseconds > now.getTime() + farthest)
    throw fault('date', 'Choose a day within two years.');
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** In milliseconds: two years. */
const farthest = 2 * 366 * 24 * 3_600_000;
