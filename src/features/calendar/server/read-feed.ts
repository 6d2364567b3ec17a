import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Platform } from '../../../server/http/context.ts';
import { dbOn } from '../../../server/database/query.ts';
import { tokenHash } from '../../../server/tokens.ts';
import { problem } from '../../../shared/problems.ts';
import { feedEvents, feedSince, preparationFor } from '../domain/feed-events.ts';
import { eventWords, uidOf } from './event-words.ts';
import { seriesOfFeed } from './feed-rows.ts';
import type { FeedRow, FeedSeries } from './feed-rows.ts';
import { countGuess, refuseGuessing } from './feed-tries.ts';
import { writeCalendar } from './write-calendar.ts';
import type { WrittenEvent } from './write-calendar.ts';

/** In hours: how often a program is asked to look again. */
const refresh = 1;

/** The feed of whoever made the token, and the name of this state of it; 404 where nobody did. */
export async function readFeed(
  platform: Platform,
  token: string,
  address: string,
): Promise<{ text: string; etag: string }> {
  const hash = tokenHash(token);
  const db = dbOn(platform.signIn);
  const rows = await db.all(sql<FeedRow>`
    select names, preparation_block, series, meetings, counterpart_name from app.feed_of(${hash})`);
  if (rows.length === 0) {
    // Only guesses wait: a good address is read also beside somebody who guesses.
    await refuseGuessing(platform, address);
    await countGuess(platform, address);
    throw problem('not_found');
  }
  const now = platform.clock();
  await db.all(sql`select app.note_feed_read(${hash}, ${now})`);
  const text = feedText(platform, rows, now);
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
}

/** The same rows in the same month give the same text, to the letter. */
function feedText({ baseUrl }: Platform, rows: readonly FeedRow[], now: Date): string {
  const since = feedSince(now);
  const series = rows.flatMap(seriesOfFeed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const stamp = Math.max(0, ...series.map(({ changedAt }) => changedAt));
  return writeCalendar(
    series.flatMap((one) => eventsOf(baseUrl, one, since)),
    { stamp: new Date(stamp), itip: null, feed: { name: 'One-on-ones', hours: refresh } },
  );
}

function eventsOf(baseUrl: URL, series: FeedSeries, since: Temporal.Instant): WrittenEvent[] {
  const name = series.names ? series.counterpart : null;
  const words = eventWords(baseUrl, series, name);
  const preparing = {
    summary: `Prepare ${words.summary}`,
    place: '',
    page: new URL(`/series/${series.id}/prep`, baseUrl).href,
  };
  return feedEvents(series, since).flatMap((event) => {
    const written: WrittenEvent[] = [{ event, words, uid: uidOf(baseUrl, event.about) }];
    const before = series.preparationBlock ? preparationFor(event) : null;
    if (before !== null) {
      written.push({ event: before, words: preparing, uid: uidOf(baseUrl, `prep-${event.about}`) });
    }
    return written;
  });
}
