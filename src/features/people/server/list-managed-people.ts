import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { NamedPerson } from '../contract.ts';

interface ManagedPeople {
  items: NamedPerson[];
  withoutLogin: NamedPerson[];
  admins: NamedPerson[];
}

/** Exactly whom the viewer can start a one-on-one with; beside them, why somebody may be missing. */
export async function listManagedPeople({ db }: Context): Promise<ManagedPeople> {
  const managed = await db.all(
    sql<
      NamedPerson & { has_login: boolean }
    >`select id, name, has_login from app.managed_people() order by lower(name), id`,
  );
  const admins = await db.all(sql<NamedPerson>`select id, name from app.admins() order by lower(name), id`);
  const named = ({ id, name }: NamedPerson): NamedPerson => ({ id, name });
  return {
    items: managed.filter((person) => person.has_login).map(named),
    withoutLogin: managed.filter((person) => !person.has_login).map(named),
    admins,
  };
}
