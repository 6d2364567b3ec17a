import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { State } from '../../one-on-ones/domain/states.ts';
import { countChange, prepareAct } from '../../one-on-ones/server/act-reach.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { presentStanding } from '../../one-on-ones/server/standing-reach.ts';
import { reachActionItem } from './action-item-queries.ts';

export async function removeActionItem(
  context: Context,
  id: string,
  state: State | undefined,
): Promise<{ oneOnOne: ReturnType<typeof presentStanding> }> {
  const { db, viewer } = context;
  const { one_on_one_id: oneOnOneId } = await reachActionItem(db, id);
  const record = await prepareAct(context, oneOnOneId, 'changeActionItems', state);
  await countChange(context, record);
  const gone = await db.run(build.deleteFrom('action_item').where('id', '=', id));
  if (gone === 0) throw problem('not_found'); // somebody else removed it while this waited for the lock
  return { oneOnOne: presentStanding(await reachOneOnOne(db, oneOnOneId), viewer.id) };
}
