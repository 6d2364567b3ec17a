import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { kpiAsJson } from '../../kpis/server/numbers-reach.ts';

export interface TargetRow {
  id: string;
  kpi: Kpi;
  person_id: string | null;
  person_name: string | null;
  team_id: string | null;
  team_name: string | null;
  period: Period;
  value: string;
  valid_from: string;
  valid_to: string | null;
  set_by: string;
  set_by_name: string;
  set_at: string;
  version: number;
}

export interface ChangeRow extends Omit<TargetRow, 'set_by' | 'set_by_name' | 'set_at' | 'version'> {
  target_id: string;
  what: 'set' | 'changed' | 'removed';
  by_id: string;
  by_name: string;
  at: string;
}

/** Targets for which `where` holds, of `t`; the caller has reached whose they are. Those that hold latest come first. */
export async function findTargets(db: Db, where: RawBuilder<unknown>): Promise<TargetRow[]> {
  return db.all(sql<TargetRow>`
    select t.id, ${kpiAsJson} as kpi, t.person_id, p.name as person_name, t.team_id, app.team_name(t.team_id) as team_name,
           t.period, t.value, t.valid_from, t.valid_to, t.set_by, b.name as set_by_name, t.set_at, t.version
      from target t join kpi k on k.id = t.kpi_id join person b on b.id = t.set_by
      left join person p on p.id = t.person_id
     where ${where}
     order by lower(k.name), t.team_id is not null, t.period, t.valid_from desc, t.id`);
}

/** Newest first; of `t` again. */
export async function findTargetChanges(db: Db, where: RawBuilder<unknown>): Promise<ChangeRow[]> {
  return db.all(sql<ChangeRow>`
    select t.id, t.target_id, ${kpiAsJson} as kpi, t.person_id, p.name as person_name, t.team_id,
           app.team_name(t.team_id) as team_name, t.period, t.what, t.value, t.valid_from, t.valid_to, t.by_id,
           b.name as by_name, t.at
      from target_change t join kpi k on k.id = t.kpi_id join person b on b.id = t.by_id
      left join person p on p.id = t.person_id
     where ${where}
     order by t.sequence desc limit 100`);
}
