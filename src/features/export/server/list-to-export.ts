import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';
import type { ArchiveKind } from '../domain/archives.ts';

/**
 * What is to be read, oldest first: ids alone, each of which is asked for again when its turn comes. By one side at
 * a time, each along its own index.
 */
export async function listToExport(db: Reader, what: ArchiveKind): Promise<string[]> {
  const me = sql`(select app.viewer_id())`;
  const isShared = sql`o.state = any(${sharedStates}::one_on_one_state[])`;
  const asEmployee = sql`select o.id, o.held_on from one_on_one o where o.employee_id = ${me} and ${isShared}`;
  const others = sql`
    union all select o.id, o.held_on from one_on_one o where o.manager_id = ${me}
    union all select o.id, o.held_on from one_on_one o
     where ${isShared} and o.id in (
       select q.one_on_one_id from participant q where q.person_id = ${me} and q.removed_at is null)`;
  const rows = await db.all(sql<{ id: string }>`
    select mine.id from (${asEmployee} ${what === 'everything' ? others : sql``}) mine
     group by mine.id, mine.held_on order by mine.held_on, mine.id`);
  return rows.map(({ id }) => id);
}
