import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { isVisible, reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { Addendum } from '../contract.ts';

interface AddendumRow {
  id: string;
  author_id: string;
  author_name: string;
  at: string;
  body: Addendum['text'];
}

export async function listAddenda({ db }: Pick<Context, 'db'>, id: string): Promise<{ items: Addendum[] }> {
  await reachOneOnOne(db, id);
  const rows = await db.all(sql<AddendumRow>`
    select a.id, a.author_id, p.name as author_name, a.at, a.body
      from addendum a
      join one_on_one o on o.id = a.one_on_one_id and ${isVisible}
      join person p on p.id = a.author_id
     where a.one_on_one_id = ${id}
     order by a.at, a.id`);
  return { items: rows.map(presentAddendum) };
}

function presentAddendum(row: AddendumRow): Addendum {
  return {
    id: row.id,
    author: { id: row.author_id, name: row.author_name },
    at: row.at,
    text: row.body,
  };
}
