import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { Team } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { findPerson } from './person-queries.ts';
import { findTeam } from './team-queries.ts';
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

export async function openTeam({ db, viewer }: Context, teamId: string): Promise<Team> {
  requireAdmin(viewer);
  return presentTeam(await findTeam(db, teamId));
}

export async function addTeam({ db, viewer, now }: Context, name: string): Promise<Team> {
  requireAdmin(viewer);
  const id = newId();
  await db.run(build.insertInto('team').values({ id, name, created_at: now }));
  return presentTeam(await findTeam(db, id));
}

export async function renameTeam({ db, viewer }: Context, teamId: string, name: string): Promise<Team> {
  requireAdmin(viewer);
  await findTeam(db, teamId);
  await db.run(build.updateTable('team').set({ name }).where('id', '=', teamId));
  return presentTeam(await findTeam(db, teamId));
}

export async function deleteTeam({ db, viewer }: Context, teamId: string): Promise<void> {
  requireAdmin(viewer);
  await findTeam(db, teamId);
  await db.run(build.deleteFrom('team').where('id', '=', teamId));
}

/** In which of the two ways a person belongs to a team. */
export type Place = 'team_member' | 'team_manager';

interface InTeam {
  teamId: string;
  personId: string;
}

export async function putIntoTeam({ db, viewer }: Context, place: Place, who: InTeam): Promise<Team> {
  requireAdmin(viewer);
  await findTeam(db, who.teamId);
  await findPerson(db, who.personId);
  await db.run(
    build
      .insertInto(place)
      .values({ team_id: who.teamId, person_id: who.personId })
      .onConflict((conflict) => conflict.doNothing()),
  );
  return presentTeam(await findTeam(db, who.teamId));
}

export async function takeOutOfTeam({ db, viewer }: Context, place: Place, who: InTeam): Promise<Team> {
  requireAdmin(viewer);
  await findTeam(db, who.teamId);
  await db.run(
    build.deleteFrom(place).where('team_id', '=', who.teamId).where('person_id', '=', who.personId),
  );
  return presentTeam(await findTeam(db, who.teamId));
}
