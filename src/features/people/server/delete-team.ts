import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { takeTurnsOfTeam } from '../../targets/server/target-reach.ts';
import { requireAdmin } from './admin-right.ts';
import { findTeam } from './team-queries.ts';

export async function deleteTeam({ db, viewer }: Context, teamId: string): Promise<void> {
  requireAdmin(viewer);
  await findTeam(db, teamId);
  await takeTurnsOfTeam(db, teamId);
  await db.run(build.deleteFrom('team').where('id', '=', teamId));
}
