import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { Person } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { refuseLoginWithoutAddress, refuseTakenAddress } from './person-address.ts';
import { findPerson } from './person-queries.ts';
import { presentPerson } from './present-person.ts';

interface NewPerson {
  name: string;
  email?: string | null | undefined;
  hasLogin?: boolean | undefined;
  isAdmin?: boolean | undefined;
}

export async function addPerson({ db, viewer, now }: Context, person: NewPerson): Promise<Person> {
  requireAdmin(viewer);
  const email = person.email ?? null;
  const hasLogin = person.hasLogin ?? email !== null;
  refuseLoginWithoutAddress(hasLogin, email);
  if (email !== null) await refuseTakenAddress(db, email, null);
  const id = newId();
  await db.run(
    build.insertInto('person').values({
      id,
      name: person.name,
      has_login: hasLogin,
      is_admin: person.isAdmin ?? false,
      created_at: now,
    }),
  );
  if (email !== null) await db.run(build.insertInto('person_address').values({ person_id: id, email }));
  return presentPerson(await findPerson(db, id), viewer);
}
