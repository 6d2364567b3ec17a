import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Meeting } from '../contract.ts';
import { isSlot } from '../domain/meetings.ts';
import type { MeetingStatus } from '../domain/meetings.ts';
import { arrangementOf, prepareInSeries } from './series-reach.ts';
import { tellPair } from './tell-pair.ts';
import { futureInstant, writeMeeting } from './write-meeting.ts';

interface Wanted {
  date: string;
  time: string;
  minutes?: number | undefined;
}

/** Beside the rule; the only kind there is on demand. */
export async function addMeeting(context: Context, seriesId: string, wanted: Wanted): Promise<Meeting> {
  const series = await prepareInSeries(context, seriesId, 'arrange');
  const startsAt = futureInstant(series, wanted, context.now);
  const taken = await context.db.first(sql<{ status: MeetingStatus }>`
    select status from meeting
     where series_id = ${seriesId} and ${startsAt}::timestamptz in (slot_at, starts_at)
     order by starts_at = ${startsAt}::timestamptz desc limit 1`);
  if (taken !== undefined || isSlot(arrangementOf(series), startsAt)) {
    throw problem('conflict', { detail: whyTaken(taken?.status ?? 'planned') });
  }
  await refuseMany(context, seriesId);
  const meeting = {
    slotAt: startsAt,
    startsAt,
    minutes: wanted.minutes ?? series.minutes,
    status: 'planned' as const,
    late: false,
    isExtra: true,
  };
  const added = await writeMeeting(context, { series, meeting, known: null }, {});
  await tellPair(context, series, 'meeting.added', startsAt);
  return added;
}

function whyTaken(status: MeetingStatus): string {
  switch (status) {
    case 'planned':
    case 'held':
      return 'There is a meeting of the two of you at that time already.';
    case 'skipped':
    case 'cancelled':
      return 'The meeting of that time is called off. Plan that one again.';
  }
}

/** Ahead, beside the rule: more would bury what is planned. */
const mostExtra = 30;

async function refuseMany({ db, now }: Context, seriesId: string): Promise<void> {
  const ahead = await db.all(sql`
    select id from meeting where series_id = ${seriesId} and is_extra and status = 'planned' and starts_at > ${now}`);
  if (ahead.length < mostExtra) return;
  throw problem('conflict', { detail: `At most ${mostExtra} meetings are planned beside the rule.` });
}
