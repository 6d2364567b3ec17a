import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { decodeCursor, pageFrom } from '../../../shared/cursor.ts';
import { peopleRoutes as routes } from '../contract.ts';
import { addTeam } from './add-team.ts';
import { requireAdmin } from './admin-right.ts';
import { deleteTeam } from './delete-team.ts';
import { openTeam } from './open-team.ts';
import { putIntoTeam, takeOutOfTeam } from './place-in-team.ts';
import { presentTeam } from './present-team.ts';
import { renameTeam } from './rename-team.ts';
import { listTeamRows } from './team-queries.ts';

export function registerTeamRoutes(app: App): void {
  serve(app, routes.listTeams, async ({ db, viewer }, { query }) => {
    requireAdmin(viewer);
    const after = decodeCursor(query.cursor, ['text', 'id']);
    const rows = await listTeamRows(db, { q: query.q, after, limit: query.limit + 1 });
    return pageFrom(rows, query.limit, presentTeam, (row) => [row.name, row.id]);
  });
  serve(app, routes.addTeam, async (context, { body }) => addTeam(context, body.name));
  serve(app, routes.openTeam, async (context, { params }) => openTeam(context, params.teamId));
  serve(app, routes.renameTeam, async (context, { params, body }) =>
    renameTeam(context, params.teamId, body.name),
  );
  serve(app, routes.deleteTeam, async (context, { params }) => deleteTeam(context, params.teamId));
  serve(app, routes.addMember, async (context, { params }) => putIntoTeam(context, 'team_member', params));
  serve(app, routes.removeMember, async (context, { params }) =>
    takeOutOfTeam(context, 'team_member', params),
  );
  serve(app, routes.addManager, async (context, { params }) => putIntoTeam(context, 'team_manager', params));
  serve(app, routes.removeManager, async (context, { params }) =>
    takeOutOfTeam(context, 'team_manager', params),
  );
}
