import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import { loadOneOnOne } from './load-one-on-one.ts';
import { presentOneOnOne } from './present-one-on-one.ts';

/** What a use case answers with: the one-on-one as it is after the write. */
export async function presentNow({ db, viewer }: Context, id: string): Promise<OneOnOne> {
  return presentOneOnOne(await loadOneOnOne(db, id), viewer.id);
}
