import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { peopleRoutes as routes } from '../contract.ts';
import { addPerson } from './add-person.ts';
import { changePerson } from './change-person.ts';
import { importPeople } from './import-people.ts';
import { listManagedPeople } from './list-managed-people.ts';
import { listPeople } from './list-people.ts';
import { openPerson } from './open-person.ts';

export function registerPeopleRoutes(app: App): void {
  serve(app, routes.listPeople, async (context, { query }) => listPeople(context, query));
  serve(app, routes.importPeople, async (context, { body }) => importPeople(context, body));
  serve(app, routes.addPerson, async (context, { body }) => addPerson(context, body));
  serve(app, routes.changePerson, async (context, { params, body }) =>
    changePerson(context, params.personId, body),
  );
  serve(app, routes.listManagedPeople, async (context) => listManagedPeople(context));
  serve(app, routes.openPerson, async (context, { params }) => openPerson(context, params.personId));
}
