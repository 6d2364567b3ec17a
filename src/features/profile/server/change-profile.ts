import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Profile } from '../contract.ts';
import { openProfile } from './open-profile.ts';

// Two of the same name could be taken for each other by whoever adds a reader.
const takenName = () =>
  problem('conflict', {
    detail: 'Somebody else has this name. Add what tells you apart, or ask an admin.',
    errors: [{ path: 'name', message: 'Somebody else has this name. Add what tells you apart.' }],
  });

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

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
  await context.db
    .run(sql`select app.change_own_profile(${name}, ${timeZone}::text, ${language}::text)`)
    .catch((error: unknown) => {
      throw isTaken(error) ? takenName() : error;
    });
  return openProfile(context);
}
