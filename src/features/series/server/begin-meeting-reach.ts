import type { Context } from '../../../server/http/serve.ts';
import { todayIn } from '../../../server/http/today.ts';
import { problem } from '../../../shared/problems.ts';
import { nextMeeting } from '../domain/meetings.ts';
import { slotName } from '../domain/slot.ts';
import { meetingRows, reachMeeting } from './meeting-reach.ts';
import type { MeetingRow } from './meeting-reach.ts';
import { arrangementOf } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';
import { writeMeeting } from './write-meeting.ts';

/**
 * The meeting that is held now: the one that is named, else one that is under way or planned for today, else one
 * beside the rule. One that was begun already stays as it was begun. The caller has locked the series.
 */
export async function beginMeeting(
  context: Context,
  series: SeriesRow,
  slot: string | undefined,
): Promise<MeetingRow> {
  const { db, now } = context;
  const name = slot ?? (await slotOfToday(context, series));
  if (name === null) return beginExtra(context, series);
  const { known, meeting } = await reachMeeting(db, series, name);
  if (known?.status === 'held') return known;
  if (meeting.status !== 'planned') {
    throw problem('conflict', { detail: 'This meeting is called off. Plan it again first.' });
  }
  await writeMeeting(context, { series, meeting, known }, { status: 'held', heldAt: now });
  return reachStored(context, series, name);
}

async function slotOfToday({ db, now }: Context, series: SeriesRow): Promise<string | null> {
  const known = await meetingRows(db, series.id);
  const { timeZone } = series.rule;
  const isToday = (startsAt: string) => todayIn(timeZone, new Date(startsAt)) === todayIn(timeZone, now);
  const underWay = known.find(
    ({ heldAt, endedAt }) => heldAt !== null && endedAt === null && isToday(heldAt),
  );
  if (underWay !== undefined) return slotName(underWay.slotAt);
  const next = nextMeeting(arrangementOf(series), known, now);
  return next !== null && isToday(next.startsAt) ? slotName(next.slotAt) : null;
}

async function beginExtra(context: Context, series: SeriesRow): Promise<MeetingRow> {
  const at = new Date(Math.floor(context.now.getTime() / 1000) * 1000).toISOString();
  const meeting = {
    slotAt: at,
    startsAt: at,
    minutes: series.minutes,
    status: 'planned' as const,
    late: false,
    isExtra: true,
  };
  await writeMeeting(context, { series, meeting, known: null }, { status: 'held', heldAt: context.now });
  return reachStored(context, series, slotName(at));
}

async function reachStored({ db }: Context, series: SeriesRow, slot: string): Promise<MeetingRow> {
  const { known } = await reachMeeting(db, series, slot);
  if (known === null) throw problem('not_found');
  return known;
}
