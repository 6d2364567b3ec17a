import type { Reader } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { todayIn } from '../../../server/http/today.ts';
import { isOpen } from '../../series/domain/rights.ts';
import { lastBefore } from '../../series/domain/meetings.ts';
import { meetingRows } from '../../series/server/meeting-reach.ts';
import type { MeetingRow } from '../../series/server/meeting-reach.ts';
import { arrangementOf, seriesStanding } from '../../series/server/series-reach.ts';
import type { SeriesRow } from '../../series/server/series-reach.ts';
import type { TalkingPoint } from '../contract.ts';
import { placeOf } from '../domain/points.ts';
import type { PointPlace } from '../domain/points.ts';
import { pointAbilities } from '../domain/rights.ts';
import { reachPoint } from './point-queries.ts';
import type { PointRow } from './point-queries.ts';

/** What of the series and of the moment a point is seen by. */
export interface Seen {
  viewerId: string;
  /** In the series' time zone. */
  today: string;
  canArrange: boolean;
  /** When the last meeting was or was to be, in milliseconds. */
  lastMeetingAt: number;
}

export function seenIn(
  series: SeriesRow,
  meetings: readonly MeetingRow[],
  viewerId: string,
  now: Date,
): Seen {
  return {
    viewerId,
    today: todayIn(series.rule.timeZone, now),
    canArrange: isOpen(seriesStanding(series, viewerId)),
    lastMeetingAt: lastMeetingAt(series, meetings, now),
  };
}

/** Also one that was called off or never held: what was raised before it has waited since. */
function lastMeetingAt(series: SeriesRow, meetings: readonly MeetingRow[], now: Date): number {
  // More than one, as the last of the rule may have been moved to a day that is still ahead.
  const last = lastBefore(arrangementOf(series), meetings, now, 4).at(-1);
  const begun = meetings.map(({ heldAt }) => (heldAt === null ? -Infinity : Date.parse(heldAt)));
  return Math.max(last === undefined ? -Infinity : Date.parse(last.startsAt), ...begun);
}

export function placeOfRow(row: PointRow, today: string): PointPlace {
  return placeOf(
    {
      isDropped: row.dropped_at !== null,
      discussedOn: row.discussed_on,
      recurring: row.recurring,
      laterUntil: row.later_until,
    },
    today,
  );
}

/** `asHistory`: with how it was discussed last, also where it is open again. */
export function presentPoint(row: PointRow, seen: Seen, asHistory = false): TalkingPoint {
  const place = placeOfRow(row, seen.today);
  const raisedAt = row.shared_at ?? row.raised_at;
  const isSettled = asHistory || place === 'discussed';
  return {
    id: row.id,
    kind: row.kind,
    body: row.body,
    author: { id: row.author_id, name: row.author_name },
    shared: row.shared,
    recurring: row.recurring,
    raisedAt,
    firstRaisedBefore: Date.parse(raisedAt) < seen.lastMeetingAt,
    laterUntil: place === 'later' ? row.later_until : null,
    discussed: isSettled ? discussionOf(row) : null,
    lastDiscussedAt: row.discussed_at,
    droppedAt: row.dropped_at,
    version: row.version,
    hasPrivateNote: row.has_private_note,
    abilities: pointAbilities({
      isMine: row.author_id === seen.viewerId,
      shared: row.shared,
      place,
      wasDiscussed: row.discussed_at !== null,
      canArrange: seen.canArrange,
    }),
  };
}

function discussionOf(row: PointRow): TalkingPoint['discussed'] {
  if (row.discussed_at === null) return null;
  return {
    at: row.discussed_at,
    by: { id: row.discussed_by ?? '', name: row.discussed_by_name ?? '' },
    outcome: row.outcome,
    isDecision: row.is_decision,
  };
}

export async function loadSeen(
  db: Reader,
  series: SeriesRow,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
): Promise<Seen> {
  return seenIn(series, await meetingRows(db, series.id), viewer.id, now);
}

/** A point as it is now, after a write. */
export async function presentNow(context: Context, series: SeriesRow, id: string): Promise<TalkingPoint> {
  const seen = await loadSeen(context.db, series, context);
  return presentPoint(await reachPoint(context.db, id), seen);
}
