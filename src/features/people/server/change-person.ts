import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Person } from '../contract.ts';
import { requireAdmin } from './admin-right.ts';
import { refuseLoginWithoutAddress, refuseTakenAddress } from './person-address.ts';
import { findPerson } from './person-queries.ts';
import type { PersonRow } from './person-queries.ts';
import { presentPerson } from './present-person.ts';

interface PersonChange {
  name?: string | undefined;
  email?: string | null | undefined;
  hasLogin?: boolean | undefined;
  isAdmin?: boolean | undefined;
  active?: boolean | undefined;
}

export async function changePerson(
  { db, viewer }: Context,
  personId: string,
  change: PersonChange,
): Promise<Person> {
  requireAdmin(viewer);
  // One change of people at a time, so that two admins cannot remove each other at once.
  await db.run(sql`select pg_advisory_xact_lock(hashtext('duologue people'))`);
  const before = await findPerson(db, personId);
  const after = applied(before, change);
  refuseLoginWithoutAddress(after.has_login, after.email);
  if (before.is_admin && !(after.is_admin && after.active && after.has_login))
    await refuseLastAdmin(db, personId);
  if (after.email !== before.email) await changeAddress(db, before, after.email);
  await db.run(
    build
      .updateTable('person')
      .set({ name: after.name, active: after.active, has_login: after.has_login, is_admin: after.is_admin })
      .where('id', '=', personId),
  );
  return presentPerson(await findPerson(db, personId), viewer);
}

function applied(before: PersonRow, change: PersonChange): PersonRow {
  return {
    ...before,
    name: change.name ?? before.name,
    email: change.email === undefined ? before.email : change.email,
    active: change.active ?? before.active,
    has_login: change.hasLogin ?? before.has_login,
    is_admin: change.isAdmin ?? before.is_admin,
  };
}

async function changeAddress(db: Db, before: PersonRow, email: string | null): Promise<void> {
  if (!before.address_may_change) {
    throw problem('forbidden', {
      detail: `The address of ${before.name} can no longer be changed by an admin: it could be a way to what only they may read.`,
    });
  }
  if (email !== null) await refuseTakenAddress(db, email, before.id);
  await db.run(build.deleteFrom('person_address').where('person_id', '=', before.id));
  if (email !== null)
    await db.run(build.insertInto('person_address').values({ person_id: before.id, email }));
}

async function refuseLastAdmin(db: Db, personId: string): Promise<void> {
  const other = await db.first(
    sql`select id from person where is_admin and active and has_login and id <> ${personId} limit 1`,
  );
  if (other === undefined) {
    throw problem('conflict', { detail: 'This is the last admin. Make somebody else an admin first.' });
  }
}
