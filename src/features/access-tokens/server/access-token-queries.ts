import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db, Reader } from '../../../server/database/query.ts';
import type { Viewer } from '../../../server/database/transaction.ts';
import { problem } from '../../../shared/problems.ts';
import { mayMakeTokens } from '../domain/rights.ts';
import type { AccessToken } from '../contract.ts';

export interface TokenRow {
  id: string;
  name: string;
  scope: AccessToken['scope'];
  service_account_id: string | null;
  service_account_name: string | null;
  created_by: string;
  created_by_name: string;
  created_at: string;
  last_used_at: string | null;
}

/** Tokens that work: mine, and those of service accounts that are open. */
export async function liveTokens(db: Reader, where: RawBuilder<unknown> = sql`true`): Promise<TokenRow[]> {
  return db.all(sql<TokenRow>`
    select t.id, t.name, t.scope, t.service_account_id, s.name as service_account_name, t.created_by,
           p.name as created_by_name, t.created_at, t.last_used_at
      from access_token t join person p on p.id = t.created_by
      left join service_account s on s.id = t.service_account_id
     where t.revoked_at is null and s.closed_at is null
       and (t.person_id is null or t.person_id = (select app.viewer_id())) and ${where}
     order by t.created_at desc, t.id`);
}

export function requireTokenMaker(viewer: Viewer): void {
  if (!mayMakeTokens(viewer.isAdmin)) {
    throw problem('forbidden', { detail: 'Only an admin makes access tokens.' });
  }
}

export async function reachServiceAccount(db: Db, id: string): Promise<{ id: string; name: string }> {
  const row = await db.first(
    sql<{ id: string; name: string }>`
      select id, name from service_account where id = ${id} and closed_at is null for update`,
  );
  if (row === undefined) throw problem('not_found');
  return row;
}
