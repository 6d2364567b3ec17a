import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Meeting } from '../contract.ts';
import { isLateFor } from '../domain/meetings.ts';
import { presentMeeting } from './present-series.ts';
import { tellPair } from './tell-pair.ts';
import { isTaken, prepareMeeting, writeMeeting } from './write-meeting.ts';

interface Wanted {
  as: 'skipped' | 'cancelled';
  reason: string;
  version: number;
}

export async function callOffMeeting(
  context: Context,
  seriesId: string,
  slot: string,
  { as, reason, version }: Wanted,
): Promise<Meeting> {
  const prepared = await prepareMeeting(context, seriesId, slot, version);
  refuseOver(prepared.meeting.startsAt, prepared.meeting.minutes, context.now);
  const late = prepared.meeting.late || isLateFor(prepared.meeting.startsAt, context.now);
  const calledOff = await writeMeeting(context, prepared, { status: as, reason, late });
  if (prepared.meeting.status === 'planned') {
    await tellPair(context, prepared.series, 'meeting.called-off', prepared.meeting.slotAt);
  }
  return calledOff;
}

export async function planMeetingAgain(context: Context, seriesId: string, slot: string): Promise<Meeting> {
  const prepared = await prepareMeeting(context, seriesId, slot);
  const { meeting, series } = prepared;
  if (meeting.status === 'planned') return presentMeeting(meeting);
  refuseOver(meeting.startsAt, meeting.minutes, context.now);
  if (await isTaken(context, prepared, meeting.startsAt)) {
    throw problem('conflict', {
      detail: 'Another meeting of the two of you begins then. Move or skip that one first.',
    });
  }
  // That it was moved late is not undone by calling it off and planning it again.
  const late = meeting.late && meeting.startsAt !== meeting.slotAt;
  const again = await writeMeeting(context, prepared, { status: 'planned', reason: '', late });
  await tellPair(context, series, 'meeting.planned-again', meeting.slotAt);
  return again;
}

function refuseOver(startsAt: string, minutes: number, now: Date): void {
  if (Date.parse(startsAt) + minutes * 60_000 > now.getTime()) return;
  throw problem('conflict', { detail: 'This meeting is over.' });
}
