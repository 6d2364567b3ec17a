import { sql } from 'kysely';
import { asOwner } from '../../../server/database/as-owner.ts';
import type { Place } from '../../../server/database/open.ts';
import { build } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import { newId } from '../../../server/ids.ts';
import { linkToken } from './tokens.ts';
import type { LinkPurpose } from './tokens.ts';

const anHour = 3600 * 1000;

/** The token stands behind the #, which no browser sends to a server: it reaches no log on the way. */
export function mailedLink({ secretKey, baseUrl }: Platform): (purpose: LinkPurpose, id: string) => string {
  return (purpose, id) => new URL(`/${purpose}#${linkToken(secretKey, purpose, id)}`, baseUrl).href;
}

/** The one-time link that makes the first admin, new at each start; null as soon as there is an admin. */
export async function firstAdminLink(platform: Platform, place: Place): Promise<string | null> {
  return asOwner(place, async (db) => {
    await db.run(sql`delete from invitation where person_id is null and used_at is null`);
    const row = await db.first(sql<{ has_admin: boolean }>`select app.has_admin() as has_admin`);
    if (row?.has_admin !== false) return null;
    const id = newId();
    await db.run(
      build.insertInto('invitation').values({
        id,
        person_id: null,
        expires_at: new Date(platform.clock().getTime() + anHour),
      }),
    );
    return mailedLink(platform)('invitation', id);
  });
}
