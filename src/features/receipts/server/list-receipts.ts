import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { refuseParticipant } from '../../one-on-ones/server/act-reach.ts';
import { isVisible, reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { Receipt, ReceiptAct } from '../contract.ts';

interface ReceiptRow {
  person_id: string;
  name: string;
  act: ReceiptAct;
  day: string;
}

export async function listReceipts({ db, viewer }: Context, id: string): Promise<{ items: Receipt[] }> {
  refuseParticipant(await reachOneOnOne(db, id), viewer.id);
  const rows = await db.all(sql<ReceiptRow>`
    select r.person_id, p.name, r.act, r.day
      from receipt r
      join one_on_one o on o.id = r.one_on_one_id and ${isVisible}
      join person p on p.id = r.person_id
     where r.one_on_one_id = ${id}
     order by r.day desc, p.name, r.person_id, r.act`);
  return { items: rows.map(presentReceipt) };
}

function presentReceipt({ person_id, name, act, day }: ReceiptRow): Receipt {
  return { person: { id: person_id, name }, act, day };
}
