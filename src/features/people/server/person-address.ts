import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';

export function refuseLoginWithoutAddress(hasLogin: boolean, email: string | null): void {
  if (!hasLogin || email !== null) return;
  throw problem('invalid', {
    errors: [{ path: 'email', message: 'Login access needs an address: it is what one signs in with.' }],
  });
}

export async function refuseTakenAddress(db: Db, email: string, exceptId: string | null): Promise<void> {
  const taken = await db.first(
    sql<{ name: string }>`select p.name from person_address a join person p on p.id = a.person_id
      where a.email = ${email} and a.person_id is distinct from ${exceptId}::uuid`,
  );
  if (taken === undefined) return;
  throw problem('conflict', {
    detail: `${taken.name} already has this address.`,
    errors: [{ path: 'email', message: `${taken.name} already has this address.` }],
  });
}
