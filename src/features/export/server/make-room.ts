import { sql } from 'kysely';
import type { Granted } from '../../../server/database/transaction.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { mostReady } from '../domain/archives.ts';

/** Lets the oldest of a person's archives go, so that with one more there are no more than may be. */
export async function makeRoom(person: Granted, archives: FileStorage): Promise<void> {
  const gone = await person.act(async (db, { id }) =>
    db.all(sql<{ id: string }>`
      delete from export_job where id in (
        select j.id from export_job j where j.person_id = ${id} and j.state = 'ready'
         order by j.created_at desc, j.id desc offset ${mostReady - 1})
      returning id`),
  );
  // What stays behind the sweep will find.
  for (const { id } of gone) await archives.delete(id);
}
