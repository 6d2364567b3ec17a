import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Team } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { findPerson } from './person-queries.ts';
import { presentTeam } from './present-team.ts';
import { findTeam } from './team-queries.ts';

/** In which of the two ways a person belongs to a team. */
type Place = 'team_member' | 'team_manager';

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
