import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db, Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { State } from '../domain/states.ts';

/**
 * Which one-on-ones exist for the viewer; `o` is the row of one_on_one. The policies say the same a second
 * time, independently: either alone must hold.
 */
export const isVisible: RawBuilder<boolean> = sql<boolean>`
  (select app.viewer_id()) = any (case o.state when 'draft' then array[o.manager_id] else array[o.manager_id, o.employee_id] || o.participant_ids end)`;

export interface ReachedOneOnOne {
  id: string;
  manager_id: string;
  employee_id: string;
  participant_ids: string[];
  title: string;
  held_on: string;
  state: State;
  version: number;
  still_managed: boolean;
}

/** The one-on-one, or 404 with the same answer as for an id that never existed. */
export async function reachOneOnOne(db: Reader, id: string): Promise<ReachedOneOnOne> {
  const row = await db.first(sql<ReachedOneOnOne>`
    select o.id, o.manager_id, o.employee_id, o.participant_ids, o.title, o.held_on, o.state, o.version,
           app.manages(o.manager_id, o.employee_id) as still_managed
      from one_on_one o
     where o.id = ${id} and ${isVisible}`);
  if (row === undefined) throw problem('not_found');
  return row;
}

/** Locks the row first, so that of two writers the second sees what the first has done. */
export async function reachForWriting(db: Db, id: string): Promise<ReachedOneOnOne> {
  await db.run(sql`select app.lock_one_on_one(${id})`);
  return reachOneOnOne(db, id);
}
