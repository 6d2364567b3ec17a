import { sql } from 'kysely';
import pg from 'pg';
import { asOwner } from '../src/server/database/as-owner.ts';
import type { Place } from '../src/server/database/open.ts';
import { newId } from '../src/server/ids.ts';
import { newSessionToken, tokenHash } from '../src/server/tokens.ts';
import { against, printRow } from './against.ts';
import { fillPeople, signInManager } from './fill-people.ts';
import { startFloor } from './floor.ts';
import type { BareQueries } from './floor.ts';
import { load } from './load.ts';
import { serveProduct, withDatabase } from './serve.ts';

const managers = 100;
const each = 8;
const kpis = 5;
const rounds = 7;
const batch = 10_000;

interface World {
  token: string;
  accessToken: string;
  kpiIds: string[];
  personIds: string[];
}

/**
 * Readings through the interface, by a program, against the same rows by bare SQL; then the page of a person and of a
 * team. Each person has five KPIs; with more readings there are more days.
 */
export async function measureNumbers(seconds: number, sizes: readonly number[]): Promise<void> {
  const [first = 1_000_000] = sizes;
  await measureIngest(first);
  const ratios: { size: number; person: number }[] = [];
  for (const size of sizes) ratios.push({ size, person: await measurePages(seconds, size) });
  const [smallest] = ratios;
  for (const { size, person } of ratios.slice(1)) {
    if (smallest === undefined) break;
    const ratio = (person / smallest.person).toFixed(2);
    const label = `${size.toLocaleString('en')} against ${smallest.size.toLocaleString('en')}`;
    console.log(`numbers of a person, of ${label} readings, each to its floor: ${ratio}`);
  }
}

async function measureIngest(size: number): Promise<void> {
  await withDatabase(async (place) => {
    const world = await fillCompany(place);
    const product = await serveProduct(place);
    const seconds = await timed(async () => {
      for (let from = 0; from < size; from += batch) {
        const readings = Array.from({ length: Math.min(batch, size - from) }, (_, at) =>
          readingAt(from + at, world),
        );
        const answer = await fetch(`${product.address}/api/kpi-readings`, {
          method: 'POST',
          headers: { authorization: `Bearer ${world.accessToken}`, 'content-type': 'application/json' },
          body: JSON.stringify({ readings }),
        });
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      }
    });
    await product.stop();
    const bare = await timed(async () => loadBare(place, size, world));
    const rate = Math.round(size / seconds);
    const verdict =
      (seconds * 1_000_000) / size <= 60 ? 'ok, bar 60 s a million' : 'OVER the bar 60 s a million';
    console.log(
      `${size.toLocaleString('en')} readings by the interface: ${seconds.toFixed(1)} s, ${rate} a second (${verdict}); ` +
        `the same by bare SQL ${bare.toFixed(1)} s, ratio ${(bare / seconds).toFixed(2)}`,
    );
  });
}

function readingAt(at: number, { kpiIds, personIds }: World) {
  const person = Math.floor(at / kpis) % personIds.length;
  const day = Math.floor(at / (kpis * personIds.length));
  return {
    kpiId: kpiIds[at % kpis],
    personId: personIds[person],
    on: new Date(Date.now() - (day + 1) * 86_400_000).toISOString().slice(0, 10),
    value: (at * 7919) % 1000,
  };
}

/** The same rows as one role that may write the table would put them there, beside which nothing is asked. */
async function loadBare(place: Place, size: number, world: World): Promise<void> {
  await asOwner(place, async (db) => db.run(sql`truncate reading`));
  for (let from = 0; from < size; from += batch) {
    const rows = Array.from({ length: Math.min(batch, size - from) }, (_, at) => readingAt(from + at, world));
    await asOwner(place, async (db) =>
      db.run(sql`
        insert into reading (person_id, kpi_id, day, value, source, recorded_at)
        select person, kpi, day, value, 'api', now()
          from unnest(${rows.map(({ personId }) => personId)}::uuid[], ${rows.map(({ kpiId }) => kpiId)}::uuid[],
                      ${rows.map(({ on }) => on)}::date[], ${rows.map(({ value }) => value)}::numeric[])
               as r (person, kpi, day, value)
        on conflict (person_id, kpi_id, day) do update set value = excluded.value`),
    );
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** Answers the ratio of the person's page to its floor. */
async function measurePages(seconds: number, size: number): Promise<number> {
  return withDatabase(async (place) => {
    const world = await fillCompany(place);
    await fillReadings(place, size);
    const [personId = ''] = world.personIds;
    const product = await serveProduct(place);
    const floor = await startFloor(place, bareQueries(personId));
    const cookie = `duologue=${world.token}`;
    const label = size.toLocaleString('en');
    const measured: number[] = [];
    for (const [what, path, bare] of [
      [`numbers of a person, of ${label} readings`, `/api/people/${personId}/numbers?period=month`, 'person'],
      [`numbers of a team of ${each}, of ${label} readings`, '/api/team-numbers?period=month', 'team'],
    ] as const) {
      const [ours, theirs]: [number[], number[]] = [[], []];
      await load(product.address + path, cookie, 1); // warm
      for (let round = 0; round < rounds; round += 1) {
        theirs.push(await load(`${floor.address}/${bare}`, cookie, seconds));
        ours.push(await load(product.address + path, cookie, seconds));
      }
      const row = against(ours, theirs);
      measured.push(row.ratio);
      printRow(`${what}, against the bare query`, row, null);
    }
    await floor.stop();
    await product.stop();
    return measured[0] ?? 0;
  });
}

export async function fillCompany(place: Place): Promise<World> {
  const [token, accessToken] = [newSessionToken(), `dlg_${newSessionToken()}`];
  return asOwner(place, async (db) => {
    await fillPeople(db, managers, each);
    await db.run(sql`
      insert into kpi (id, name, unit, direction, aggregation, created_at, updated_at)
      select gen_random_uuid(), 'KPI ' || n, 'number', 'higher', 'sum', now(), now()
        from generate_series(1, ${kpis}::int) n`);
    await db.run(sql`
      insert into target (id, kpi_id, person_id, period, value, valid_from, set_by, set_at)
      select gen_random_uuid(), k.id, e.id, 'month', 15000, current_date - 300, e.manager_id, now()
        from bench_employee e, kpi k`);
    const accountId = newId();
    const [admin] = await db.all(sql<{ id: string }>`select id from bench_manager limit 1`);
    await db.run(sql`
      insert into service_account (id, name, created_by, created_at) values (${accountId}, 'Bench', ${admin?.id}, now())`);
    await db.run(sql`
      insert into access_token (id, service_account_id, name, scope, token_hash, created_by, created_at)
      values (${newId()}, ${accountId}, 'Bench', 'kpi-readings:write', ${tokenHash(accessToken)}, ${admin?.id}, now())`);
    await signInManager(db, managers / 2, token);
    const kpiRows = await db.all(sql<{ id: string }>`select id from kpi order by name`);
    // Those of the manager who is signed in first.
    const people = await db.all(
      sql<{ id: string }>`select id from bench_employee order by n <> ${managers / 2}, n, k`,
    );
    return { token, accessToken, kpiIds: kpiRows.map(({ id }) => id), personIds: people.map(({ id }) => id) };
  });
}

/** As many days back as it takes, for everybody alike. */
export async function fillReadings(place: Place, size: number): Promise<void> {
  const days = Math.ceil(size / (managers * each * kpis));
  await asOwner(place, async (db) => {
    await db.run(sql`
      insert into reading (person_id, kpi_id, day, value, source, recorded_at)
      select p.id, k.id, current_date - d, (d * 7919) % 1000, 'api', now()
        from generate_series(1, ${days}::int) d, person p, kpi k where p.name like 'Employee%'`);
  });
  // As the database does by itself some time after a load: then the values are read in the index alone.
  const client = new pg.Client(place);
  await client.connect();
  await client.query('vacuum analyze reading');
  await client.end();
}

/** The same rows by bare SQL. */
function bareQueries(personId: string): BareQueries {
  const numbers = (whose: string) => `
    select r.person_id, r.kpi_id, date_trunc('month', r.day::timestamp)::date as starts_on, sum(r.value) as sum, count(*) as count
      from reading r where ${whose} and r.day >= date_trunc('month', current_date) - interval '12 months'
     group by 1, 2, 3`;
  const targets = (whose: string) => `select t.* from target t where ${whose}`;
  const both = (whose: string) => `
    select (select json_agg(n) from (${numbers(whose.replaceAll('$', 'r.person_id'))}) n) as numbers,
           (select json_agg(t) from (${targets(whose.replaceAll('$', 't.person_id'))}) t) as targets,
           (select json_agg(k) from kpi k) as kpis`;
  const mine = `(select m.person_id from team_member m join team_manager g on g.team_id = m.team_id
                  where g.person_id = (select person_id from session limit 1))`;
  return {
    '/person': { text: both(`$ = '${personId}'`), values: [] },
    '/team': { text: both(`$ in ${mine}`), values: [] },
  };
}
