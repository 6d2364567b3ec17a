import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { todayIn } from '../../../server/http/today.ts';
import { plannedFrom } from '../domain/meetings.ts';
import { meetingsAheadOf } from './meeting-reach.ts';
import { arrangementOf, isMine, seriesColumns, seriesTables } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';

interface Pair {
  manager_id: string;
  employee_id: string;
}

/** The day of the next planned meeting of the two that is not today, in their series' zone; null without one. */
export async function nextMeetingOn(
  db: Reader,
  { manager_id, employee_id }: Pair,
  now: Date,
): Promise<string | null> {
  const series = await db.first(sql<SeriesRow>`
    select ${seriesColumns} from ${seriesTables}
     where s.manager_id = ${manager_id} and s.employee_id = ${employee_id} and s.ended_at is null and ${isMine}`);
  if (series === undefined || !series.still_managed) return null;
  const known = await meetingsAheadOf(db, [series.id], now);
  const dayOf = (at: Date) => todayIn(series.rule.timeZone, at);
  const days = plannedFrom(arrangementOf(series), known, now, 3).map((meeting) =>
    dayOf(new Date(meeting.startsAt)),
  );
  return days.find((day) => day > dayOf(now)) ?? null;
}
