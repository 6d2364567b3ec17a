import { sql } from 'kysely';
import { asOwner } from '../../src/server/database/as-owner.ts';
import type { Place } from '../../src/server/database/open.ts';

/** A fault for tests to find, in a scratch database: the database takes everybody for this person. */
export async function mistakeEverybodyFor(owner: Place, personId: string): Promise<void> {
  await asOwner(owner, async (db) => {
    await db.run(sql`
      create or replace function app.viewer_id() returns uuid
      language sql stable security definer set search_path = pg_catalog, public as $$
        select ${sql.lit(personId)}::uuid
      $$`);
    await db.run(sql`
      create or replace function app.begin_request(token text)
      returns table (id uuid, name text, is_admin boolean, session_id uuid, is_stale boolean)
      language sql stable security definer set search_path = pg_catalog, public as $$
        select p.id, p.name, p.is_admin, p.id, false from public.person p where p.id = app.viewer_id()
      $$`);
  });
}
