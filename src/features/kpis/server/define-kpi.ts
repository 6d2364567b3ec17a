import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { ListedKpi } from '../contract.ts';
import type { Aggregation, Direction, Unit } from '../domain/kpi.ts';
import { mayDefineKpis } from '../domain/rights.ts';
import { findKpi } from './kpi-queries.ts';
import { presentKpi } from './present-kpi.ts';
import { sql } from 'kysely';

export interface KpiDefinition {
  name: string;
  unit: Unit;
  currency?: string | null | undefined;
  direction: Direction;
  aggregation: Aggregation;
  decimals: number;
}

export function requireDefiner(viewer: Viewer): void {
  if (!mayDefineKpis(viewer.isAdmin)) throw problem('forbidden', { detail: 'Only an admin defines KPIs.' });
}

/** A name stands for one KPI, also in files: an archived one keeps it. */
export async function refuseTakenName(db: Db, name: string, except: string | null = null): Promise<void> {
  const taken = await db.first(
    sql<{ archived: boolean }>`
      select k.archived_at is not null as archived from kpi k
       where lower(k.name) = lower(${name}) and k.id is distinct from ${except}::uuid`,
  );
  if (taken === undefined) return;
  const message = taken.archived
    ? 'An archived KPI has this name: bring it back, or choose another name.'
    : 'There is a KPI of this name.';
  throw problem('invalid', { errors: [{ path: 'name', message }] });
}

export async function defineKpi(
  { db, viewer, now }: Context,
  { currency = null, ...wanted }: KpiDefinition,
): Promise<ListedKpi> {
  requireDefiner(viewer);
  await refuseTakenName(db, wanted.name);
  const id = newId();
  await db.run(
    build
      .insertInto('kpi')
      .values({ id, ...wanted, currency, archived_at: null, created_at: now, updated_at: now }),
  );
  return presentKpi(await findKpi(db, id), viewer);
}
