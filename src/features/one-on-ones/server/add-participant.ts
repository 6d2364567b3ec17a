import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { OneOnOne } from '../contract.ts';
import { isShared } from '../domain/states.ts';
import { prepareAct } from './act-reach.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';
import { presentNow } from './present-now.ts';
import { tellReaders } from './tell-readers.ts';
import { recordEvent } from './transition.ts';

/** Lets somebody read it: from now on, or from when it is shared. Adding somebody twice changes nothing. */
export async function addParticipant(context: Context, id: string, personId: string): Promise<OneOnOne> {
  const { db, viewer, now } = context;
  const row = await prepareAct(context, id, 'addParticipant');
  await refuseUnfit(db, row, personId);
  if (row.participant_ids.includes(personId)) return presentNow(context, id);
  await db.run(
    build
      .insertInto('participant')
      .values({ one_on_one_id: id, person_id: personId, added_by: viewer.id, added_at: now }),
  );
  await recordEvent(context, id, 'participant_added', !isShared(row.state), { personId });
  if (isShared(row.state)) {
    await tellReaders(context, id, 'participant_added', [personId]);
    await tellReaders(context, id, 'reader_added', [row.employee_id]);
  }
  return presentNow(context, id);
}

async function refuseUnfit(db: Db, row: ReachedOneOnOne, personId: string): Promise<void> {
  const refuse = (message: string) => problem('invalid', { errors: [{ path: 'personId', message }] });
  if (personId === row.manager_id || personId === row.employee_id) {
    throw refuse('It is their own one-on-one: they read it anyway. Choose somebody else.');
  }
  const person = await db.first(
    sql<{ fits: boolean }>`select p.active and p.has_login as fits from person p where p.id = ${personId}`,
  );
  if (person === undefined) throw problem('not_found');
  if (!person.fits) {
    throw refuse('They cannot sign in, so they could not read it. Choose somebody who can, or ask an admin.');
  }
}
