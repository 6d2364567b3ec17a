import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { reachTemplate } from './template-reach.ts';
import { requireRight } from './template-right.ts';

export async function deleteTemplate({ db, viewer }: Context, id: string): Promise<void> {
  requireRight('delete', await reachTemplate(db, id), viewer.id);
  const gone = await db.run(
    build.deleteFrom('template').where('id', '=', id).where('owner_id', '=', viewer.id),
  );
  if (gone === 0) throw problem('not_found');
}
