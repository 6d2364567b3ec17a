import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { refuseParticipant } from '../../one-on-ones/server/act-reach.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { slotName } from '../../series/domain/slot.ts';
import { isMine } from '../../series/server/series-reach.ts';
import type { RecordedMeeting } from '../contract.ts';

interface Row extends Omit<RecordedMeeting, 'slot'> {
  slotAt: string;
}

/** When the two sat together for it: between the two, as their series is. */
export async function findMeeting(
  { db, viewer }: Context,
  oneOnOneId: string,
): Promise<{ meeting: RecordedMeeting | null }> {
  refuseParticipant(await reachOneOnOne(db, oneOnOneId), viewer.id);
  const row = await db.first(
    sql<Row>`
      select g.series_id as "seriesId", g.slot_at as "slotAt", g.starts_at as "startsAt", g.minutes,
             g.held_at as "heldAt", g.ended_at as "endedAt"
        from meeting_record r
        join series s on s.id = r.series_id
        join meeting g on g.id = r.meeting_id
       where r.one_on_one_id = ${oneOnOneId} and ${isMine}`,
  );
  if (row === undefined) return { meeting: null };
  const { slotAt, ...meeting } = row;
  return { meeting: { ...meeting, slot: slotName(slotAt) } };
}
