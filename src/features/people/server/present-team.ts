import type { Team } from '../contract.ts';
import type { TeamRow } from './team-queries.ts';

export function presentTeam(row: TeamRow): Team {
  return {
    id: row.id,
    name: row.name,
    members: row.members,
    managers: row.managers,
    abilities: { edit: true },
  };
}
