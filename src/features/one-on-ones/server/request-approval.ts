import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { OneOnOne } from '../contract.ts';
import { loadContent } from './load-content.ts';
import { presentNow } from './present-now.ts';
import { applyChange, prepareChange } from './transition.ts';

/** Keeps what was sent, to show next time what has changed since. */
export async function requestApproval(context: Context, id: string): Promise<OneOnOne> {
  const { db, viewer, now } = context;
  const change = await prepareChange(context, id, 'requestApproval');
  const { content } = await loadContent(db, id);
  await db.run(
    build.insertInto('approval_request').values({
      id: newId(),
      one_on_one_id: id,
      at: now,
      by_id: viewer.id,
      version: change.row.version + 1,
      snapshot: json(content),
    }),
  );
  await applyChange(context, change);
  return presentNow(context, id);
}
