import { sql } from 'kysely';
import { newSessionToken, tokenHash } from '../src/server/tokens.ts';
import { asOwner } from '../src/server/database/as-owner.ts';
import { newId } from '../src/server/ids.ts';
import { load } from './load.ts';
import { serveProduct, withDatabase } from './serve.ts';

const sizes = [20, 5_000];

/** An admin's list of people, a page of a hundred: as quick among 5,000 as among 20, or it would not do. */
export async function measurePeople(): Promise<void> {
  const seen: number[] = [];
  for (const size of sizes) {
    await withDatabase(async (place) => {
      const token = newSessionToken();
      await asOwner(place, async (db) => {
        await db.run(sql`insert into team (id, name) select gen_random_uuid(), 'Team ' || n
                           from generate_series(1, ${Math.ceil(size / 20)}::int) n`);
        await db.run(sql`insert into person (id, name, has_login, is_admin)
                         select gen_random_uuid(), 'Person ' || n, true, n = 1 from generate_series(1, ${size}::int) n`);
        await db.run(sql`insert into person_address (person_id, email)
                         select id, replace(lower(name), ' ', '.') || '@example.org' from person`);
        await db.run(sql`insert into team_member (team_id, person_id)
                         select distinct on (p.id) t.id, p.id from person p join team t on true order by p.id, random()`);
        await db.run(sql`insert into session (id, person_id, token_hash)
                         select ${newId()}::uuid, id, ${tokenHash(token)} from person where is_admin`);
        for (const table of ['person', 'person_address', 'team', 'team_member'])
          await db.run(sql`analyze ${sql.table(table)}`);
      });
      const product = await serveProduct(place);
      const cookie = `duologue=${token}`;
      const list = `${product.address}/api/people?limit=20`;
      const found = `${product.address}/api/people?q=person.7`;
      await load(list, cookie, 1); // warm
      const [listed, searched] = [await load(list, cookie, 3), await load(found, cookie, 3)];
      seen.push(listed);
      console.log(
        `people, of ${size.toLocaleString('en')}: ${Math.round(listed)} pages of 20 a second, ${Math.round(searched)} searches a second`,
      );
      await product.stop();
    });
  }
  const ratio = (seen[1] ?? 0) / (seen[0] ?? 1);
  console.log(`a page of people, of 5,000 against of 20: ${ratio.toFixed(2)}`);
}
