import { sql } from 'kysely';
import { asOwner } from '../src/server/database/as-owner.ts';
import type { Place } from '../src/server/database/open.ts';
import { newSessionToken } from '../src/server/tokens.ts';
import { against, printRow } from './against.ts';
import { fillPeople, signInManager } from './fill-people.ts';
import { startFloor } from './floor.ts';
import type { BareQueries } from './floor.ts';
import { load } from './load.ts';
import { serveProduct, withDatabase } from './serve.ts';

const managers = 500;
const rounds = 7;

/** The page of a series asks for these two: its meetings, of a year held every week, and its agenda of twenty points. */
export async function measureSeries(seconds: number): Promise<void> {
  await withDatabase(async (place) => {
    const { token, seriesId } = await fillSeries(place);
    const product = await serveProduct(place);
    const floor = await startFloor(place, bareQueries(seriesId));
    const cookie = `duologue=${token}`;
    for (const [what, path, bare] of [
      ['the meetings of a series against the bare query', 'meetings', 'meetings'],
      ['the agenda of a series against the bare query', 'agenda', 'agenda'],
    ] as const) {
      const [ours, theirs]: [number[], number[]] = [[], []];
      const url = `${product.address}/api/series/${seriesId}/${path}`;
      await load(url, cookie, 1); // warm
      for (let round = 0; round < rounds; round += 1) {
        theirs.push(await load(`${floor.address}/${bare}`, cookie, seconds));
        ours.push(await load(url, cookie, seconds));
      }
      printRow(what, against(ours, theirs), null);
    }
    await floor.stop();
    await product.stop();
  });
}

async function fillSeries(place: Place): Promise<{ token: string; seriesId: string }> {
  const token = newSessionToken();
  return asOwner(place, async (db) => {
    await fillPeople(db, managers, 8);
    await db.run(sql`
      insert into series (id, manager_id, employee_id, cadence, weekday, at, time_zone, starts_on, minutes, rule_since,
                          created_at, updated_at, look_at)
      select gen_random_uuid(), manager_id, id, 'weekly', 2, '10:00', 'Europe/Berlin', current_date - 365, 30,
             now() - interval '365 days', now(), now(), now()
        from bench_employee`);
    await db.run(sql`insert into agenda (series_id) select id from series`);
    await db.run(sql`
      insert into meeting (id, series_id, slot_at, starts_at, minutes, status, changed_at, held_at)
      select gen_random_uuid(), s.id, slot.begins, slot.begins, 30, 'held', now(), slot.begins
        from series s,
             generate_series(1, 50) w,
             lateral (select date_trunc('week', now()) - make_interval(weeks => w) + interval '1 day 9 hours' as begins) slot`);
    await db.run(sql`
      insert into talking_point (id, series_id, author_id, kind, body, shared, shared_at, rank, raised_at)
      select gen_random_uuid(), s.id, case when p % 2 = 0 then s.manager_id else s.employee_id end, 'topic',
             jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
               jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(
                 jsonb_build_object('type', 'text', 'text', 'Something that the two want to talk about'))))),
             p % 5 <> 0, case when p % 5 <> 0 then now() end, p, now() - make_interval(days => p)
        from series s, generate_series(1, 20) p`);
    await signInManager(db, managers / 2, token);
    for (const table of ['series', 'meeting', 'talking_point', 'person', 'team_member', 'team_manager'])
      await db.run(sql`analyze ${sql.table(table)}`);
    const one = await db.first(sql<{ id: string }>`
      select s.id from series s join bench_manager m on m.id = s.manager_id where m.n = ${managers / 2} limit 1`);
    return { token, seriesId: one?.id ?? '' };
  });
}

/** The same rows by bare SQL. */
function bareQueries(seriesId: string): BareQueries {
  const head = `select s.*, m.name as manager_name, e.name as employee_name`;
  const from = `from series s join person m on m.id = s.manager_id join person e on e.id = s.employee_id where s.id = $1`;
  const values = [seriesId];
  return {
    '/meetings': {
      text: `${head}, (select json_agg(g order by g.starts_at desc) from meeting g where g.series_id = s.id) as meetings ${from}`,
      values,
    },
    '/agenda': {
      text: `${head}, (select json_agg(p order by p.rank) from talking_point p where p.series_id = s.id) as points,
         (select to_json(a) from agenda a where a.series_id = s.id) as agenda ${from}`,
      values,
    },
  };
}
