import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import type { Target } from '../contract.ts';
import { presentTarget } from './present-target.ts';
import { findTargets } from './target-queries.ts';
import { reachBound, refuseSetting } from './target-reach.ts';
import type { Whose } from './target-reach.ts';

interface NewTarget extends Whose {
  kpiId: string;
  period: Period;
  value: number;
  from: string;
  to?: string | null | undefined;
}

/** It takes over from its first day on; the one before ends the day before. */
export async function setTarget(
  { db, viewer, now }: Context,
  { kpiId, period, value, from, to = null, ...whose }: NewTarget,
): Promise<Target> {
  const bound = await reachBound(db, whose);
  refuseSetting(bound);
  // The database makes the ids of targets that two agreed on. It makes these as well, or the time in one would tell
  // which they are.
  const kpi = await db.first(sql<{ archived: boolean; new_id: string }>`
    select archived_at is not null as archived, app.new_id(${now}) as new_id from kpi where id = ${kpiId}`);
  if (kpi === undefined || kpi.archived) {
    const message = kpi === undefined ? 'There is no such KPI.' : 'This KPI is archived.';
    throw problem('invalid', { errors: [{ path: 'kpiId', message }] });
  }
  const id = kpi.new_id;
  await db.run(
    build.insertInto('target').values({
      id,
      kpi_id: kpiId,
      person_id: bound.personId,
      team_id: bound.teamId,
      period,
      value,
      valid_from: from,
      valid_to: to,
      set_by: viewer.id,
      set_at: now,
    }),
  );
  const [row] = await findTargets(db, sql`t.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  return presentTarget(row, true);
}
