import type { Context } from '../../../server/http/serve.ts';
import type { Team } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { presentTeam } from './present-team.ts';
import { findTeam } from './team-queries.ts';

export async function openTeam({ db, viewer }: Context, teamId: string): Promise<Team> {
  requireAdmin(viewer);
  return presentTeam(await findTeam(db, teamId));
}
