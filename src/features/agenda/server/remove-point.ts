import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { letMarkFallWith } from './let-mark-fall.ts';
import { preparePoint } from './prepare-point.ts';

/** Gone without a trace, as long as nobody ever talked about it. */
export async function removePoint(context: Context, id: string): Promise<void> {
  const prepared = await preparePoint(context, id, 'remove');
  if (prepared.point.discussed_at !== null) {
    throw problem('conflict', { detail: 'What was discussed stays. Drop it instead.' });
  }
  await context.db.run(build.deleteFrom('talking_point').where('id', '=', id));
  await letMarkFallWith(context, prepared, { shared: false }); // it is nobody's any more
}
