import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Meeting } from '../contract.ts';
import { isLateFor } from '../domain/meetings.ts';
import { tellPair } from './tell-pair.ts';
import { futureInstant, isTaken, prepareMeeting, writeMeeting } from './write-meeting.ts';

interface Wanted {
  date: string;
  time: string;
  minutes?: number | undefined;
  reason: string;
  version: number;
}

/** The occurrence keeps its slot, so that both know which one it was, wherever it is moved. */
export async function moveMeeting(
  context: Context,
  seriesId: string,
  slot: string,
  wanted: Wanted,
): Promise<Meeting> {
  const { now } = context;
  const prepared = await prepareMeeting(context, seriesId, slot, wanted.version);
  if (prepared.meeting.status !== 'planned') {
    throw problem('conflict', { detail: 'This meeting is called off. Plan it again first.' });
  }
  const startsAt = futureInstant(prepared.series, wanted, now);
  if (await isTaken(context, prepared, startsAt)) {
    const message = 'Another meeting of the two of you begins then. Skip that one, or choose another time.';
    throw problem('invalid', { errors: [{ path: 'time', message }] });
  }
  const late = prepared.meeting.late || isLateFor(prepared.meeting.startsAt, now);
  const moved = await writeMeeting(context, prepared, {
    startsAt,
    reason: wanted.reason,
    late,
    ...(wanted.minutes !== undefined && { minutes: wanted.minutes }),
  });
  await tellPair(context, prepared.series, 'meeting.moved', prepared.meeting.slotAt);
  return moved;
}
