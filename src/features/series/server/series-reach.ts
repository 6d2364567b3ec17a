import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db, Reader } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Arrangement } from '../domain/meetings.ts';
import type { Rule } from '../domain/recurrence.ts';
import { isOpen, mayInSeries } from '../domain/rights.ts';
import type { SeriesAct, SeriesStanding } from '../domain/rights.ts';

/** Which series exist for the viewer; `s` is the row of series. The policy says the same a second time. */
export const isMine: RawBuilder<boolean> = sql<boolean>`(select app.viewer_id()) in (s.manager_id, s.employee_id)`;

export interface SeriesRow {
  id: string;
  manager_id: string;
  employee_id: string;
  manager_name: string;
  employee_name: string;
  still_managed: boolean;
  template_id: string | null;
  /** Only where the viewer may use it. */
  template_title: string | null;
  rule: Rule;
  minutes: number;
  place: string;
  manager_prepares: string;
  employee_prepares: string;
  agenda_due_days: number;
  rule_since: string;
  sequence: number;
  version: number;
  ended_at: string | null;
  ended_because: 'ended_by_manager' | 'pair_ended' | null;
}

/** The rule's columns as one object, without what it does not have. */
export const ruleOf: RawBuilder<Rule> = sql<Rule>`
  json_strip_nulls(json_build_object(
    'cadence', s.cadence, 'every', case when s.at is not null then s.every end, 'weekday', s.weekday, 'nth', s.nth,
    'at', to_char(s.at, 'HH24:MI'), 'timeZone', s.time_zone, 'startsOn', s.starts_on))`;

export const seriesColumns: RawBuilder<unknown> = sql`
  s.id, s.manager_id, s.employee_id, m.name as manager_name, e.name as employee_name,
  app.manages(s.manager_id, s.employee_id) as still_managed, s.template_id, t.title as template_title,
  ${ruleOf} as rule, s.minutes, s.place, s.manager_prepares, s.employee_prepares, s.agenda_due_days,
  s.rule_since, s.sequence, s.version, s.ended_at, s.ended_because`;

export const seriesTables: RawBuilder<unknown> = sql`
  series s
  join person m on m.id = s.manager_id
  join person e on e.id = s.employee_id
  left join template t on t.id = s.template_id`;

/** The series, or 404 with the same answer as for an id that never existed. */
export async function reachSeries(db: Reader, id: string): Promise<SeriesRow> {
  const row = await db.first(
    sql<SeriesRow>`select ${seriesColumns} from ${seriesTables} where s.id = ${id} and ${isMine}`,
  );
  if (row === undefined) throw problem('not_found');
  return row;
}

export function seriesStanding(row: SeriesRow, viewerId: string): SeriesStanding {
  return {
    managerId: row.manager_id,
    employeeId: row.employee_id,
    viewerId,
    stillManages: row.still_managed,
    endedAt: row.ended_at,
  };
}

export function arrangementOf(row: SeriesRow): Arrangement {
  return { rule: row.rule, minutes: row.minutes, ruleSince: row.rule_since, endedAt: row.ended_at };
}

/** Reach (404), right (403), open (409), on the locked row: of two writers the second sees what the first has done. */
export async function prepareInSeries(
  { db, viewer }: Context,
  id: string,
  act: SeriesAct,
): Promise<SeriesRow> {
  await lockSeries(db, id);
  const row = await reachSeries(db, id);
  const standing = seriesStanding(row, viewer.id);
  if (!mayInSeries(act, standing)) {
    throw problem('forbidden', { detail: 'That is for the other side of this series to do.' });
  }
  if (!isOpen(standing)) throw problem('conflict', { detail: 'This series has ended.' });
  return row;
}

async function lockSeries(db: Db, id: string): Promise<void> {
  await db.run(sql`select app.lock_series(${id})`);
}
