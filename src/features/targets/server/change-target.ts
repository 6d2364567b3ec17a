import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Target } from '../contract.ts';
import { presentTarget } from './present-target.ts';
import { findTargets } from './target-queries.ts';
import type { TargetRow } from './target-queries.ts';
import { reachBound, refuseSetting } from './target-reach.ts';

interface Change {
  value?: number | undefined;
  to?: string | null | undefined;
  version: number;
}

/** A target that the viewer sees and may edit: 404, then 403, by whom it binds. */
async function reachTarget(db: Db, id: string): Promise<TargetRow> {
  const [row] = await findTargets(db, sql`t.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  refuseSetting(await reachBound(db, { personId: row.person_id, teamId: row.team_id }));
  return row;
}

export async function changeTarget(
  { db }: Context,
  id: string,
  { value, to, version }: Change,
): Promise<Target> {
  const before = await reachTarget(db, id);
  await takeTurn(db, before);
  if (to !== undefined) await refuseEnd(db, before, to);
  const changed = await db.run(
    build
      .updateTable('target')
      .set({
        version: version + 1,
        ...(value !== undefined && { value }),
        ...(to !== undefined && { valid_to: to }),
      })
      .where('id', '=', id)
      .where('version', '=', version),
  );
  const [row] = await findTargets(db, sql`t.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  const target = presentTarget(row, true);
  if (changed === 0) throw problem('stale_version', { current: target });
  return target;
}

/** Before the row is locked, whatever changes: whoever sets the next target takes the turn first as well. */
async function takeTurn(db: Db, { kpi, person_id, team_id, period }: TargetRow): Promise<void> {
  await db.run(sql`select app.take_turn_at_target(${kpi.id}, ${person_id ?? team_id}, ${period})`);
}

async function refuseEnd(db: Db, target: TargetRow, to: string | null): Promise<void> {
  const refuse = (message: string) => problem('invalid', { errors: [{ path: 'to', message }] });
  if (to !== null && to < target.valid_from) throw refuse('The last day is before the first.');
  const next = await db.first(
    sql<{ valid_from: string }>`
      select valid_from from target t
       where t.kpi_id = ${target.kpi.id} and t.period = ${target.period} and t.valid_from > ${target.valid_from}
         and t.person_id is not distinct from ${target.person_id}::uuid
         and t.team_id is not distinct from ${target.team_id}::uuid
       order by t.valid_from limit 1`,
  );
  if (next !== undefined && (to === null || to >= next.valid_from)) {
    throw refuse(`Another target begins on ${next.valid_from}: this one ends before.`);
  }
}

/** What it ended holds again until its own last day. */
export async function removeTarget({ db }: Context, id: string): Promise<void> {
  const target = await reachTarget(db, id);
  await takeTurn(db, target);
  await db.run(build.deleteFrom('target').where('id', '=', target.id));
}
