import type { Target, TargetChange } from '../contract.ts';
import type { ChangeRow, TargetRow } from './target-queries.ts';

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

export function presentTarget(row: TargetRow, mayEdit: boolean): Target {
  return {
    id: row.id,
    kpi: row.kpi,
    person: named(row.person_id, row.person_name),
    team: named(row.team_id, row.team_name),
    period: row.period,
    value: Number(row.value),
    from: row.valid_from,
    to: row.valid_to,
    setBy: { id: row.set_by, name: row.set_by_name },
    setAt: row.set_at,
    version: row.version,
    abilities: { edit: mayEdit },
  };
}

export function presentTargetChange(row: ChangeRow): TargetChange {
  return {
    id: row.id,
    targetId: row.target_id,
    kpi: row.kpi,
    person: named(row.person_id, row.person_name),
    team: named(row.team_id, row.team_name),
    period: row.period,
    what: row.what,
    value: Number(row.value),
    from: row.valid_from,
    to: row.valid_to,
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
  };
}
