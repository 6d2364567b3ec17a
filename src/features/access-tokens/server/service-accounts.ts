import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { ServiceAccount } from '../contract.ts';
import { reachServiceAccount, requireTokenMaker } from './access-token-queries.ts';

export async function addServiceAccount({ db, viewer, now }: Context, name: string): Promise<ServiceAccount> {
  requireTokenMaker(viewer);
  const taken = await db.first(
    sql`select id from service_account where lower(name) = lower(${name}) and closed_at is null`,
  );
  if (taken !== undefined) {
    throw problem('invalid', {
      errors: [{ path: 'name', message: 'There is a service account of this name.' }],
    });
  }
  const id = newId();
  await db.run(
    build
      .insertInto('service_account')
      .values({ id, name, created_by: viewer.id, created_at: now, closed_at: null }),
  );
  return {
    id,
    name,
    createdBy: { id: viewer.id, name: viewer.name },
    createdAt: now.toISOString(),
    tokens: [],
  };
}

/** What it loaded stays. */
export async function closeServiceAccount({ db, viewer, now }: Context, id: string): Promise<void> {
  requireTokenMaker(viewer);
  await reachServiceAccount(db, id);
  await db.run(build.updateTable('service_account').set({ closed_at: now }).where('id', '=', id));
}
