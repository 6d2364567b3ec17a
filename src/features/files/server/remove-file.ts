import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { countChange, prepareAct } from '../../one-on-ones/server/act-reach.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { presentStanding } from '../../one-on-ones/server/standing-reach.ts';
import { reachFile } from './file-queries.ts';

/** Takes it out of the record; its bytes follow once that is safe. */
export async function removeFile(
  context: Context,
  oneOnOneId: string,
  fileId: string,
): Promise<{ oneOnOne: ReturnType<typeof presentStanding> }> {
  await reachFile(context.db, oneOnOneId, fileId);
  const row = await prepareAct(context, oneOnOneId, 'changeFiles');
  await countChange(context, row);
  const removed = await context.db.run(
    build.deleteFrom('file').where('id', '=', fileId).where('one_on_one_id', '=', oneOnOneId),
  );
  // Somebody removed it between the look and the lock.
  if (removed === 0) throw problem('not_found');
  return { oneOnOne: presentStanding(await reachOneOnOne(context.db, row.id), context.viewer.id) };
}
