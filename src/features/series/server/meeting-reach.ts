import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { isSlot } from '../domain/meetings.ts';
import type { MeetingStatus, Occurrence } from '../domain/meetings.ts';
import { slotInstant } from '../domain/slot.ts';
import { arrangementOf } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';

/** What happened to one occurrence, as it is stored. */
export interface MeetingRow extends Occurrence {
  id: string;
  seriesId: string;
  status: MeetingStatus;
  reason: string;
  heldAt: string | null;
  endedAt: string | null;
  sequence: number;
  version: number;
  /** Null where there is none, or the viewer may not read it. */
  oneOnOneId: string | null;
}

const meetingColumns = sql`
  g.id, g.series_id as "seriesId", g.slot_at as "slotAt", g.starts_at as "startsAt", g.minutes, g.status, g.reason,
  g.late, g.is_extra as "isExtra", g.held_at as "heldAt", g.ended_at as "endedAt", g.sequence, g.version,
  r.one_on_one_id as "oneOnOneId"`;

const meetingTables = sql`meeting g left join meeting_record r on r.meeting_id = g.id`;

/** What lies ahead, and the latest of the past: of a series of many years nobody looks at all. */
const latest = sql`order by g.starts_at desc limit 200`;

/** Of one series `s`, inside its row: one statement for a page. In JSON, so that its times are put right afterwards. */
export const storedMeetings: RawBuilder<MeetingRow[]> = sql<MeetingRow[]>`(
  select coalesce(json_agg(x), '[]')
    from (select ${meetingColumns} from ${meetingTables} where g.series_id = s.id ${latest}) x)`;

/** Inside JSON PostgreSQL writes times its own way. */
export function withTimes(row: MeetingRow): MeetingRow {
  const iso = (time: string) => new Date(time).toISOString();
  return {
    ...row,
    slotAt: iso(row.slotAt),
    startsAt: iso(row.startsAt),
    heldAt: row.heldAt && iso(row.heldAt),
    endedAt: row.endedAt && iso(row.endedAt),
  };
}

/** What is stored of the meetings of a series: of what lies ahead all, and the latest of the past. */
export async function meetingRows(db: Reader, seriesId: string): Promise<MeetingRow[]> {
  return db.all(
    sql<MeetingRow>`select ${meetingColumns} from ${meetingTables} where g.series_id = ${seriesId} ${latest}`,
  );
}

/** In milliseconds: no meeting lasts longer. */
const longest = 8 * 3_600_000;

/** Of several series, what is stored of the meetings that are on or ahead: enough to know which one is next. */
export async function meetingsAheadOf(
  db: Reader,
  seriesIds: readonly string[],
  now: Date,
): Promise<MeetingRow[]> {
  const from = new Date(now.getTime() - longest);
  return db.all(sql<MeetingRow>`
    select ${meetingColumns} from ${meetingTables}
     where g.series_id = any(${seriesIds}::uuid[]) and (g.starts_at > ${from} or g.slot_at > ${from})`);
}

/**
 * The occurrence that an address names, with what happened to it: 404 where the series has none there. Its id is null
 * while it has no row.
 */
export async function reachMeeting(
  db: Reader,
  series: SeriesRow,
  slot: string,
): Promise<{ known: MeetingRow | null; meeting: MeetingRow | Occurrence }> {
  const slotAt = slotInstant(slot);
  if (slotAt === null) throw problem('not_found');
  const known = await db.first(sql<MeetingRow>`
    select ${meetingColumns} from ${meetingTables} where g.series_id = ${series.id} and g.slot_at = ${slotAt}`);
  if (known !== undefined) return { known, meeting: known };
  if (!isSlot(arrangementOf(series), slotAt)) throw problem('not_found');
  const untouched = { slotAt, startsAt: slotAt, minutes: series.minutes, status: 'planned' as const };
  return { known: null, meeting: { ...untouched, late: false, isExtra: false } };
}
