import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import type { Page } from '../../../shared/pages.ts';
import { decodeCursor, pageFrom } from '../../../shared/cursor.ts';
import type { Series } from '../contract.ts';
import { meetingsAheadOf } from './meeting-reach.ts';
import type { MeetingRow } from './meeting-reach.ts';
import { presentSeries } from './present-series.ts';
import { isMine, seriesColumns, seriesTables } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';

interface Filter {
  personId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface ListedSeries {
  rows: SeriesRow[];
  meetings: MeetingRow[];
  limit: number;
}

/** Open ones first, then by when they were set up: the newest first. */
export async function loadSeriesList(db: Reader, filter: Filter, now: Date): Promise<ListedSeries> {
  const after = decodeCursor(filter.cursor, ['text', 'id']);
  const person =
    filter.personId === undefined ? sql`` : sql` and ${filter.personId} in (s.manager_id, s.employee_id)`;
  const from =
    after === null ? sql`` : sql` and (s.ended_at is null, s.id) < (${after[0]} = 'open', ${after[1]}::uuid)`;
  const rows = await db.all(sql<SeriesRow>`
    select ${seriesColumns} from ${seriesTables}
     where ${isMine}${person}${from}
     order by s.ended_at is null desc, s.id desc
     limit ${filter.limit + 1}`);
  const ids = rows.map((row) => row.id);
  return { rows, meetings: ids.length === 0 ? [] : await meetingsAheadOf(db, ids, now), limit: filter.limit };
}

export function presentSeriesList(
  { rows, meetings, limit }: ListedSeries,
  viewer: Viewer,
  now: Date,
): Page<Series> {
  return pageFrom(
    rows,
    limit,
    (row) => presentSeries(row, meetings, viewer.id, now),
    (row) => [row.ended_at === null ? 'open' : 'ended', row.id],
  );
}
