import { against, printRow } from './against.ts';
import type { Against } from './against.ts';
import { measureExports } from './exports.ts';
import { fill } from './fill.ts';
import type { BenchWorld } from './fill.ts';
import { startFloor } from './floor.ts';
import type { BareQueries } from './floor.ts';
import { load } from './load.ts';
import { measureNumbers } from './numbers.ts';
import { measurePeople } from './people.ts';
import { serveProduct, withDatabase } from './serve.ts';
import { measureSeries } from './series.ts';
import { measureReminders } from './reminders.ts';
import { measureSignals } from './signals.ts';
import { measureStart } from './start.ts';

// Ratios against a floor that is measured right beside, in short turns, so that the machine and its moods do not
// matter: the median of each turn's ratio counts. `--million` adds a million one-on-ones, and a million series; `--seconds N` makes the
// turns longer.

const secondsAt = process.argv.indexOf('--seconds');
const seconds = secondsAt > 0 ? Number(process.argv[secondsAt + 1]) : 1;
const sizes = process.argv.includes('--small')
  ? [1_000]
  : process.argv.includes('--million')
    ? [1_000, 100_000, 1_000_000]
    : [1_000, 100_000];
/** Readings: what costs the same with ten million as with ten thousand. */
const numbers = process.argv.includes('--small')
  ? [100_000]
  : process.argv.includes('--million')
    ? [1_000_000, 10_000, 10_000_000]
    : [1_000_000, 10_000];
const rounds = 9;

interface Measured {
  size: number;
  open: Against;
  list: Against;
}

/** The same rows by bare SQL. */
function bareQueries(world: BenchWorld): BareQueries {
  const document = `
    select o.id, o.manager_id, o.employee_id, o.title, o.held_on, o.state, o.version, o.created_at, o.updated_at,
           (select p.name from person p where p.id = o.manager_id) as manager_name,
           (select p.name from person p where p.id = o.employee_id) as employee_name,
           (select json_agg(json_build_object('id', s.id, 'title', s.title) order by s.position, s.id)
              from section s where s.one_on_one_id = o.id) as sections,
           (select json_object_agg(g.section_id, g.guidance) from section_guidance g where g.one_on_one_id = o.id) as guidance,
           (select json_agg(json_build_object('id', i.id, 'section_id', i.section_id, 'kind', i.kind,
              'prompt', i.prompt, 'options', i.options, 'answer', i.answer, 'version', i.version) order by i.position, i.id)
              from item i where i.one_on_one_id = o.id) as items,
           (select json_build_object('at', a.at, 'by', a.by_id, 'remark', a.remark, 'digest', a.digest)
              from approval a where a.one_on_one_id = o.id) as approval
      from one_on_one o where o.id = $1`;
  const list = `
    select o.id, o.title, o.held_on, o.state, o.updated_at, m.name as manager_name, e.name as employee_name
      from one_on_one o join person m on m.id = o.manager_id join person e on e.id = o.employee_id
     where o.manager_id = (select person_id from session limit 1) order by o.updated_at desc, o.id desc limit 50`;
  return {
    '/document': { text: document, values: [world.oneOnOneId] },
    '/list': { text: list, values: [] },
  };
}

async function measure(size: number): Promise<Measured> {
  return withDatabase(async (place) => {
    const world = await fill(place, size);
    const product = await serveProduct(place);
    const floor = await startFloor(place, bareQueries(world));
    const cookie = `duologue=${world.token}`;
    const targets = {
      openFloor: `${floor.address}/document`,
      open: `${product.address}/api/one-on-ones/${world.oneOnOneId}`,
      listFloor: `${floor.address}/list`,
      list: `${product.address}/api/one-on-ones`,
    };
    const seen: Record<keyof typeof targets, number[]> = { openFloor: [], open: [], listFloor: [], list: [] };
    for (const url of Object.values(targets)) await load(url, cookie, 1); // warm
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, url] of Object.entries(targets)) {
        seen[name as keyof typeof targets].push(await load(url, cookie, seconds)); // a key of the same object
      }
    }
    await floor.stop();
    await product.stop();
    return { size, open: against(seen.open, seen.openFloor), list: against(seen.list, seen.listFloor) };
  });
}

console.log(`${'what'.padEnd(58)} ${'ours'.padStart(8)}  ${'against'.padStart(8)}  ratio`);
const measured: Measured[] = [];
for (const size of sizes) {
  const here = await measure(size);
  measured.push(here);
  const label = size.toLocaleString('en');
  printRow(`opening a one-on-one, of ${label}, against the bare query`, here.open, 0.6);
  printRow(`listing mine, of ${label}, against the bare query`, here.list, null);
}
const [smallest] = measured;
for (const here of measured.slice(1)) {
  if (smallest === undefined) break;
  const label = here.size.toLocaleString('en');
  // Two databases, one after the other, on a machine that others use: each is held against its own floor first.
  const opening = here.open.ratio / smallest.open.ratio;
  const listing = here.list.ratio / smallest.list.ratio;
  for (const [what, ratio] of [
    ['opening', opening],
    ['listing', listing],
  ] as const) {
    const verdict = ratio >= 0.9 ? 'ok, bar 0.9' : 'UNDER the bar 0.9';
    console.log(`${what}, of ${label} against of 1,000, each to its floor: ${ratio.toFixed(2)}  ${verdict}`);
  }
}

await measureSeries(seconds);
await measureNumbers(seconds, numbers);
await measurePeople();
await measureExports();
await measureReminders();
measureSignals(40);

const start = await measureStart();
const verdict = start.next <= 3 ? 'ok, bar 3.0 s' : 'OVER the bar 3.0 s';
console.log(
  `npm start to ready: ${start.next.toFixed(1)} s (${verdict}); the first, with the demo: ${start.first.toFixed(1)} s`,
);
