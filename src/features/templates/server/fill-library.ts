import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { library } from '../domain/library/library.ts';

/**
 * Brings the library up to date: what is missing comes in, what the product has reworded counts its version up.
 * Runs at each start as the database's owner, since nobody who serves may write a template without an owner.
 */
export async function fillLibrary(db: Db): Promise<void> {
  for (const { id, title, description, sections } of library) {
    await db.run(sql`
      insert into template (id, owner_id, title, description, shared, sections, created_at, updated_at)
      values (${id}, null, ${title}, ${description}, true, ${JSON.stringify(sections)}::jsonb,
              date_trunc('milliseconds', now()), date_trunc('milliseconds', now()))
      on conflict (id) do update
         set title = excluded.title, description = excluded.description, sections = excluded.sections,
             version = template.version + 1, updated_at = excluded.updated_at
       where (template.title, template.description, template.sections)
             is distinct from (excluded.title, excluded.description, excluded.sections)`);
  }
}
