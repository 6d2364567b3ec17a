import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { ManagedPerson, NamedPerson } from '../contract.ts';

interface ManagedPeople {
  items: ManagedPerson[];
  withoutLogin: NamedPerson[];
  admins: NamedPerson[];
}

/** Exactly whom the viewer can start a one-on-one with; beside them, why somebody may be missing. */
export async function listManagedPeople({ db }: Context): Promise<ManagedPeople> {
  const managed = await db.all(
    sql<
      NamedPerson & { has_login: boolean; sign_in_since: string | null }
    >`select id, name, has_login, app.sign_in_since(id) as sign_in_since
        from app.managed_people() order by lower(name), id`,
  );
  const admins = await db.all(sql<NamedPerson>`select id, name from app.admins() order by lower(name), id`);
  const named = ({ id, name }: NamedPerson): NamedPerson => ({ id, name });
  return {
    items: managed
      .filter((person) => person.has_login)
      .map((person) => ({ ...named(person), signInSince: person.sign_in_since })),
    withoutLogin: managed.filter((person) => !person.has_login).map(named),
    admins,
  };
}
