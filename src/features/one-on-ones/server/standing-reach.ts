import { abilitiesOf, isTurnOf } from '../domain/rights.ts';
import type { Standing } from '../domain/rights.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';

/** What of a row decides who may do what. */
export type Placed = Pick<
  ReachedOneOnOne,
  'state' | 'manager_id' | 'employee_id' | 'participant_ids' | 'still_managed'
>;

export function standingOf(row: Placed, viewerId: string): Standing {
  return {
    state: row.state,
    managerId: row.manager_id,
    employeeId: row.employee_id,
    participantIds: row.participant_ids,
    viewerId,
    stillManages: row.still_managed,
  };
}

/** What changes with every write. */
export function presentStanding(row: ReachedOneOnOne, viewerId: string) {
  const standing = standingOf(row, viewerId);
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    yourTurn: isTurnOf(standing),
    abilities: abilitiesOf(standing),
  };
}
