import { sql } from 'kysely';
import { asOwner } from '../../src/server/database/as-owner.ts';
import type { Place } from '../../src/server/database/open.ts';
import { roleName } from '../../src/server/database/roles.ts';

/** Takes the second lock away in a scratch database: row-level security lets the web role do everything. */
export async function openPolicies(owner: Place, tables?: readonly string[]): Promise<void> {
  await asOwner(owner, async (db) => {
    const rows = await db.all(
      sql<{ name: string }>`select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity`,
    );
    for (const { name } of rows.filter((row) => tables === undefined || tables.includes(row.name))) {
      const role = sql.id(roleName(owner.database, 'web'));
      await db.run(
        sql`create policy left_open on ${sql.id(name)} for all to ${role} using (true) with check (true)`,
      );
    }
  });
}
