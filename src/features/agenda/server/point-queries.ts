import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { isMine } from '../../series/server/series-reach.ts';
import type { PointKind } from '../domain/points.ts';

export interface PointRow {
  id: string;
  series_id: string;
  author_id: string;
  author_name: string;
  kind: PointKind;
  body: RichText;
  shared: boolean;
  shared_at: string | null;
  rank: number;
  recurring: boolean;
  raised_at: string;
  later_until: string | null;
  discussed_at: string | null;
  /** In the series' time zone. */
  discussed_on: string | null;
  discussed_by: string | null;
  discussed_by_name: string | null;
  outcome: RichText | null;
  is_decision: boolean;
  dropped_at: string | null;
  version: number;
  has_private_note: boolean;
}

const pointColumns = sql`
  p.id, p.series_id, p.author_id, a.name as author_name, p.kind, p.body, p.shared, p.shared_at, p.rank, p.recurring,
  p.raised_at, p.later_until, p.discussed_at, (p.discussed_at at time zone s.time_zone)::date as discussed_on,
  p.discussed_by, d.name as discussed_by_name, p.outcome, p.is_decision, p.dropped_at, p.version,
  exists (select from point_note n
           where n.point_id = p.id and n.author_id = (select app.viewer_id())
             and n.body <> '{"type": "doc", "content": []}') as has_private_note`;

const peopleOfPoint = sql`
  join person a on a.id = p.author_id
  left join person d on d.id = p.discussed_by`;

/** Shared ones, and one's own. The policy says the same. */
const isVisible = sql`(p.shared or p.author_id = (select app.viewer_id()))`;

/** Everything that is not settled for good. Which of it is open, the day says. */
const isUnsettled = sql`p.dropped_at is null and (p.discussed_at is null or p.recurring)`;

/** Points `p` that exist for the viewer, of their series `s`. */
export async function pointRows(db: Reader, rest: RawBuilder<unknown>): Promise<PointRow[]> {
  return db.all(sql<PointRow>`
    select ${pointColumns} from talking_point p join series s on s.id = p.series_id ${peopleOfPoint}
     where ${isMine} and ${isVisible} and ${rest}`);
}

/** Of one series `s`, inside its row: one statement for a page. */
export const unsettledInSeries: RawBuilder<PointRow[]> = sql<PointRow[]>`(
  select coalesce(json_agg(x order by x.rank, x.id), '[]')
    from (select ${pointColumns} from talking_point p ${peopleOfPoint}
           where p.series_id = s.id and ${isVisible} and ${isUnsettled}) x)`;

/** Inside JSON PostgreSQL writes times its own way. */
export function withPointTimes(row: PointRow): PointRow {
  const iso = (time: string) => new Date(time).toISOString();
  return {
    ...row,
    raised_at: iso(row.raised_at),
    shared_at: row.shared_at && iso(row.shared_at),
    discussed_at: row.discussed_at && iso(row.discussed_at),
    dropped_at: row.dropped_at && iso(row.dropped_at),
  };
}

/** The point that the viewer reaches; 404 for any other. Lock its series before a write. */
export async function reachPoint(db: Reader, id: string): Promise<PointRow> {
  const [row] = await pointRows(db, sql`p.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  return row;
}

/** Of one series, in order. */
export async function unsettledPoints(db: Reader, seriesId: string): Promise<PointRow[]> {
  return pointRows(db, sql`p.series_id = ${seriesId} and ${isUnsettled} order by p.rank, p.id`);
}
