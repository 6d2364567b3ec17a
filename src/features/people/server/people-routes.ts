import { sql } from 'kysely';
import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { peopleRoutes as routes } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { listManagedPeople } from './list-managed-people.ts';
import { listPeople } from './list-people.ts';
import { findPerson } from './person-queries.ts';
import { presentPerson } from './present-person.ts';
import { addPerson, changePerson } from './write-person.ts';

export function registerPeopleRoutes(app: App): void {
  serve(app, routes.listPeople, async (context, { query }) => listPeople(context, query));
  serve(app, routes.addPerson, async (context, { body }) => addPerson(context, body));
  serve(app, routes.changePerson, async (context, { params, body }) =>
    changePerson(context, params.personId, body),
  );
  serve(app, routes.listManagedPeople, async (context) => listManagedPeople(context));
  serve(app, routes.openPerson, async ({ db, viewer }, { params }) => {
    requireAdmin(viewer);
    const person = presentPerson(await findPerson(db, params.personId), viewer);
    const teams = await db.all(
      sql<{ id: string; name: string; as: 'member' | 'manager' }>`
        select t.id, t.name, 'member' as "as" from team t join team_member m on m.team_id = t.id where m.person_id = ${params.personId}
        union all
        select t.id, t.name, 'manager' from team t join team_manager m on m.team_id = t.id where m.person_id = ${params.personId}
        order by name, id`,
    );
    return { ...person, teams };
  });
}
