import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { isFrozen, isShared } from '../domain/states.ts';
import { prepareAct } from './act-reach.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';
import { tellReaders } from './tell-readers.ts';
import { recordEvent } from './transition.ts';

/** The manager takes a reader's access away, or a reader gives it up; from their next request on it is gone. */
export async function removeParticipant(context: Context, id: string, personId: string): Promise<void> {
  const leaves = personId === context.viewer.id;
  const row = await prepareAct(context, id, leaves ? 'leave' : 'removeParticipant');
  if (!row.participant_ids.includes(personId)) return;
  // Told and recorded first: afterwards they are not of the record any more.
  if (!leaves && isShared(row.state)) {
    await tellReaders(context, id, 'participant_removed', [personId]);
  }
  const kind = leaves ? 'participant_left' : 'participant_removed';
  await recordEvent(context, id, kind, !isShared(row.state), { personId });
  await take(context, row, personId);
}

/** What was approved names its readers, so there they are marked instead of forgotten. */
async function take({ db, viewer, now }: Context, row: ReachedOneOnOne, personId: string): Promise<void> {
  const gone = await db.run(
    isFrozen(row.state)
      ? build
          .updateTable('participant')
          .set({ removed_by: viewer.id, removed_at: now })
          .where('one_on_one_id', '=', row.id)
          .where('person_id', '=', personId)
          .where('removed_at', 'is', null)
      : build.deleteFrom('participant').where('one_on_one_id', '=', row.id).where('person_id', '=', personId),
  );
  if (gone === 0) throw new Error('A reader could not be removed.');
}
