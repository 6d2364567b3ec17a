import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { decodeCursor, pageFrom } from '../../../shared/cursor.ts';
import type { Page } from '../../../shared/pages.ts';
import { reachSeries } from '../../series/server/series-reach.ts';
import type { TalkingPoint } from '../contract.ts';
import { pointRows } from './point-queries.ts';
import { loadSeen, presentPoint } from './present-point.ts';

interface Filter {
  show: 'discussed' | 'dropped';
  cursor?: string | undefined;
  limit: number;
}

/** The last first. A recurring point stands there with its last discussion, also while it is open again. */
export async function listSettledPoints(
  context: Context,
  seriesId: string,
  { show, cursor, limit }: Filter,
): Promise<Page<TalkingPoint>> {
  const { db } = context;
  const after = decodeCursor(cursor, ['time', 'id']);
  const series = await reachSeries(db, seriesId);
  const column = show === 'discussed' ? 'discussed_at' : 'dropped_at';
  const at = sql.ref(`p.${column}`);
  const isIn =
    show === 'discussed' ? sql`p.dropped_at is null and ${at} is not null` : sql`${at} is not null`;
  const beyond =
    after === null ? sql`` : sql` and (${at}, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const rows = await pointRows(
    db,
    sql`p.series_id = ${seriesId} and ${isIn}${beyond} order by ${at} desc, p.id desc limit ${limit + 1}`,
  );
  const seen = await loadSeen(db, series, context);
  return pageFrom(
    rows,
    limit,
    (row) => presentPoint(row, seen, true),
    (row) => [row[column] ?? '', row.id],
  );
}
