import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { Profile } from '../contract.ts';
import { openProfile } from './open-profile.ts';

interface ProfileChange {
  name?: string | undefined;
  timeZone?: string | null | undefined;
  language?: string | null | undefined;
}

export async function changeProfile(context: Context, change: ProfileChange): Promise<Profile> {
  const before = await openProfile(context);
  const name = change.name ?? before.name;
  const timeZone = change.timeZone === undefined ? before.timeZone : change.timeZone;
  const language = change.language === undefined ? before.language : change.language;
  await context.db.run(sql`select app.change_own_profile(${name}, ${timeZone}::text, ${language}::text)`);
  return openProfile(context);
}
