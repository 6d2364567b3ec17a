import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { ReceiptAct } from '../contract.ts';

/**
 * Notes that the viewer read it today: one line per person, day and act, however often. Nothing is noted of a draft,
 * which is its manager's alone, nor of what the viewer cannot see.
 */
export async function noteReceipt(
  { db, viewer, today }: Pick<Context, 'db' | 'viewer' | 'today'>,
  oneOnOneId: string,
  act: ReceiptAct,
): Promise<void> {
  await db.run(sql`
    insert into receipt (one_on_one_id, person_id, day, act)
    select o.id, ${viewer.id}, ${today}, ${act} from one_on_one o
     where o.id = ${oneOnOneId} and o.state = any(${sharedStates}::one_on_one_state[]) and ${isVisible}
        on conflict do nothing`);
}
