import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Team } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { presentTeam } from './present-team.ts';
import { findTeam } from './team-queries.ts';

export async function renameTeam({ db, viewer }: Context, teamId: string, name: string): Promise<Team> {
  requireAdmin(viewer);
  await findTeam(db, teamId);
  await db.run(build.updateTable('team').set({ name }).where('id', '=', teamId));
  return presentTeam(await findTeam(db, teamId));
}
