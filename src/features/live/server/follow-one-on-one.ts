import type { Asker } from '../../../server/http/serve.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { following } from './following.ts';
import type { Following } from './following.ts';

/** A participant does not hear that there were any. */
const betweenTheTwo = new Set(['comment', 'resolved-thread']);

export function followOneOnOne(asker: Asker, oneOnOneId: string): Following {
  const reach = async () => asker.read(async (db) => reachOneOnOne(db, oneOnOneId));
  return following({
    topic: `one-on-one ${oneOnOneId}`,
    afterGap: 'one-on-one',
    reach,
    mayHear: async (what) => {
      const { result: row, viewer } = await reach();
      const isOfPair = [row.manager_id, row.employee_id].includes(viewer.id);
      return what.filter((thing) => isOfPair || !betweenTheTwo.has(thing));
    },
  });
}
