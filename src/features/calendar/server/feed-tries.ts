import { sql } from 'kysely';
import type { Platform } from '../../../server/http/context.ts';
import { dbOn } from '../../../server/database/query.ts';
import { keyed } from '../../../server/tokens.ts';
import { problem } from '../../../shared/problems.ts';

const mostTries = 100;
const windowMinutes = 15;

const keyOf = ({ secretKey }: Platform, address: string) =>
  `feed:${keyed(secretKey, 'attempt feed', address)}`;

/** Whoever asks for addresses that there are not, again and again, waits. */
export async function refuseGuessing(platform: Platform, address: string): Promise<void> {
  const row = await dbOn(platform.signIn).first(sql<{ tries: number }>`
    select coalesce(sum(failures), 0)::int as tries from sign_in_attempt
     where key = ${keyOf(platform, address)}
       and window_start > ${platform.clock()}::timestamptz - make_interval(mins => ${windowMinutes})`);
  if ((row?.tries ?? 0) >= mostTries) throw problem('too_many_attempts');
}

export async function countGuess(platform: Platform, address: string): Promise<void> {
  const minute = new Date(Math.floor(platform.clock().getTime() / 60_000) * 60_000);
  await dbOn(platform.signIn).run(sql`
    insert into sign_in_attempt (key, window_start, failures) values (${keyOf(platform, address)}, ${minute}, 1)
    on conflict (key, window_start) do update set failures = sign_in_attempt.failures + 1`);
}
