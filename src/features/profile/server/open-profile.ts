import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Profile } from '../contract.ts';

interface ProfileRow {
  name: string;
  time_zone: string | null;
  language: string | null;
  picture: number | null;
}

export async function openProfile({ db, viewer }: Pick<Context, 'db' | 'viewer'>): Promise<Profile> {
  const row = await db.first(sql<ProfileRow>`
    select p.name, p.time_zone, p.language, q.version as picture
      from person p left join person_picture q on q.person_id = p.id where p.id = ${viewer.id}`);
  if (row === undefined) throw problem('not_found');
  return { name: row.name, timeZone: row.time_zone, language: row.language, picture: row.picture };
}
