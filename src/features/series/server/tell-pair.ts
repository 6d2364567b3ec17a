import type { Context } from '../../../server/http/serve.ts';

export type Told =
  | 'series.started'
  | 'series.changed'
  | 'series.ended'
  | 'meeting.added'
  | 'meeting.moved'
  | 'meeting.called-off'
  | 'meeting.planned-again';

interface Pair {
  id: string;
  manager_id: string;
  employee_id: string;
}

/** Both at once, content-free: the other hears what happened, and whoever did it has their calendar updated. */
export async function tellPair(
  context: Context,
  series: Pair,
  kind: Told,
  meetingSlot?: string,
): Promise<void> {
  await tell(context, series, kind, meetingSlot);
}

/** Of what follows from something that both are told of anyway: it goes to their calendars alone. */
export async function tellCalendars(context: Context, series: Pair, meetingSlot: string): Promise<void> {
  await tell(context, series, 'calendar.updated', meetingSlot);
}

async function tell(
  { db, viewer, now, announce }: Context,
  series: Pair,
  kind: Told | 'calendar.updated',
  meetingSlot?: string,
): Promise<void> {
  for (const recipientId of [series.manager_id, series.employee_id]) {
    await announce(db, {
      kind: recipientId === viewer.id ? 'calendar.updated' : kind,
      recipientId,
      actorId: viewer.id,
      oneOnOneId: null,
      invitationId: null,
      seriesId: series.id,
      ...(meetingSlot !== undefined && { meetingSlot }),
      at: now,
    });
  }
}
