import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { Team } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { presentTeam } from './present-team.ts';
import { findTeam } from './team-queries.ts';

export async function addTeam({ db, viewer, now }: Context, name: string): Promise<Team> {
  requireAdmin(viewer);
  const id = newId();
  await db.run(build.insertInto('team').values({ id, name, created_at: now }));
  return presentTeam(await findTeam(db, id));
}
