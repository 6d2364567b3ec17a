import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { prepareAct, recordAct } from '../../one-on-ones/server/act-reach.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { Addendum } from '../contract.ts';

/** Says more of what is frozen, without touching it. */
export async function addAddendum(
  context: Context,
  id: string,
  { text }: { text: RichText },
): Promise<Addendum> {
  const { db, viewer, now, announce } = context;
  const row = await prepareAct(context, id, 'addAddendum');
  const addendumId = newId();
  await db.run(
    build.insertInto('addendum').values({
      id: addendumId,
      one_on_one_id: id,
      author_id: viewer.id,
      at: now,
      body: json(text),
    }),
  );
  await recordAct(context, row, 'addendum_added');
  await announce(db, {
    kind: 'one-on-one.addendum-added',
    recipientId: viewer.id === row.manager_id ? row.employee_id : row.manager_id,
    actorId: viewer.id,
    oneOnOneId: id,
    invitationId: null,
    at: now,
  });
  return { id: addendumId, author: { id: viewer.id, name: viewer.name }, at: now.toISOString(), text };
}
