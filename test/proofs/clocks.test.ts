import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseName, ownerRole, readOwnerPassword } from '../../src/server/embedded-postgres/cluster.ts';
import { startProduct } from '../support/running-product.ts';
import type { RunningProduct, Visitor } from '../support/running-product.ts';
import { fakeTime, keptMails, provideFaketime } from './faked-time.ts';
import type { FakedTime, KeptMail } from './faked-time.ts';

/** Needs Debian's faketime and a quarter of an hour: `npm run prove` runs it, and installs it where it may. */
const isAsked = process.env['DUOLOGUE_CLOCKS'] === '1';
const root = await mkdtemp(path.join(tmpdir(), 'duologue-clocks-'));
await chmod(root, 0o711);
afterAll(() => rm(root, { recursive: true, force: true }));

/** The Sundays on which the clocks change, and when they do, on the wall. */
const edges = [
  { timeZone: 'Europe/Berlin', name: 'forward', sunday: '2027-03-28', at: '01:59:30' },
  { timeZone: 'Europe/Berlin', name: 'back', sunday: '2027-10-31', at: '02:59:30' },
  { timeZone: 'America/New_York', name: 'forward', sunday: '2027-03-14', at: '01:59:30' },
  { timeZone: 'America/New_York', name: 'back', sunday: '2027-11-07', at: '01:59:30' },
] as const;
type Edge = (typeof edges)[number];

interface World {
  dataDir: string;
  clock: FakedTime;
  product: RunningProduct;
  timeZone: string;
}

async function start(timeZone: string): Promise<World> {
  const folder = path.join(root, timeZone.replace('/', '-'));
  await mkdir(folder, { mode: 0o711 });
  const clock = await fakeTime(folder);
  const [first] = edges.filter((edge) => edge.timeZone === timeZone);
  await clock.setTo(momentOf(timeZone, first?.sunday ?? '', -4, '12:00:00'));
  const dataDir = path.join(folder, 'data');
  return { dataDir, clock, timeZone, product: await startProduct(dataDir, clock.env) };
}

/** So many days after a day, at a time on the wall. */
function momentOf(timeZone: string, day: string, days: number, time: string): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .add({ days })
    .toZonedDateTime({ timeZone, plainTime: time })
    .toInstant();
}

/** Omar and Tom meet on the Tuesday after the clocks change, at ten, and on no other day for a year. */
async function planTuesday({ product, timeZone }: World, sunday: string): Promise<void> {
  const [omar, tom] = [await product.signIn('omar@demo.example'), await product.signIn('tom@demo.example')];
  for (const visitor of [omar, tom]) {
    await expectOk(visitor, 'PATCH', '/api/me/profile', { timeZone });
    const workingHours = { days: [1, 2, 3, 4, 5], beginsAt: '09:00', endsAt: '17:00' };
    await expectOk(visitor, 'PATCH', '/api/me/reminders', { workingHours });
    const { items } = await expectOk(visitor, 'GET', '/api/series?limit=200');
    // A series of Omar's with Maya would have reminders of its own.
    for (const { id, abilities } of items)
      if (abilities.change) await expectOk(visitor, 'POST', `/api/series/${id}/ending`);
  }
  const maya = await product.signIn('maya@demo.example');
  const { items: hers } = await expectOk(maya, 'GET', '/api/series?limit=200');
  for (const { id, abilities } of hers)
    if (abilities.change) await expectOk(maya, 'POST', `/api/series/${id}/ending`);
  const { items } = await expectOk(omar, 'GET', '/api/managed-people');
  const employee = items.find(({ name }: { name: string }) => name === 'Tom Okafor');
  const startsOn = Temporal.PlainDate.from(sunday).add({ days: 2 }).toString();
  const rule = { cadence: 'weekly', every: 12, weekday: 2, at: '10:00', timeZone, startsOn };
  await expectOk(omar, 'POST', '/api/series', { employeeIds: [employee.id], rule });
}

async function expectOk(visitor: Visitor, method: string, url: string, body?: unknown) {
  const answer = await visitor.call(method, url, body);
  expect(answer.status, `${method} ${url} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
}

async function reminders({ dataDir }: World): Promise<KeptMail[]> {
  return (await keptMails(dataDir)).filter(({ event }) => event === 'meetings.ahead');
}

/** Waits until the reminder job has come round by the moved clock, and its mails are out. */
async function jobHasRun({ dataDir }: World, since: Temporal.Instant): Promise<void> {
  const cluster = path.join(dataDir, 'pg18');
  const client = new pg.Client({
    host: path.join(cluster, 'socket'),
    port: 5432,
    user: ownerRole,
    password: await readOwnerPassword(cluster),
    database: databaseName,
  });
  await client.connect();
  const until = performance.now() + 120_000;
  try {
    for (;;) {
      const { rows } = await client.query<{ ran: boolean; waits: boolean }>(
        `select exists (select from pgboss.job where name = 'reminders' and state = 'completed' and completed_on > $1
                           and completed_on < $1::timestamptz + interval '10 minutes') as ran,
                exists (select from notice where sent_at is null and kind = 'meetings.ahead') as waits`,
        [since.toString()],
      );
      if (rows[0]?.ran === true && !rows[0].waits) return;
      if (performance.now() > until) throw new Error('The reminder job did not come round.');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    await client.end();
  }
}

/** Moves the clock and answers the reminders that came of it. */
async function remindedAt(world: World, at: Temporal.Instant): Promise<KeptMail[]> {
  const before = new Set((await reminders(world)).map(({ id }) => id));
  await world.clock.setTo(at);
  await jobHasRun(world, at);
  return (await reminders(world)).filter(({ id }) => !before.has(id));
}

const both = ['omar@demo.example', 'tom@demo.example'];
const receivers = (mails: KeptMail[]) => mails.map(({ to }) => to).toSorted();

async function crossEdge(world: World, { timeZone, name, sunday, at }: Edge): Promise<void> {
  const moment = (days: number, time: string) => momentOf(timeZone, sunday, days, time);
  const before = await reminders(world);
  await planTuesday(world, sunday);
  expect(await remindedAt(world, moment(-2, '08:55:10')), 'Friday, before work').toEqual([]);
  const add = await remindedAt(world, moment(-2, '09:00:10'));
  expect(receivers(add), 'Friday, as work begins').toEqual(both);
  for (const { text } of add) expect(text).toMatch(/Put on the\s+agenda/);
  // It runs over the edge by itself: from half a minute before it to the next time the job comes round.
  await world.clock.setTo(moment(0, at));
  await new Promise((resolve) => setTimeout(resolve, 40_000));
  const wall = world.clock.now().toZonedDateTimeISO(timeZone);
  expect(wall.toPlainTime().toString().slice(0, 2)).toBe(
    name === 'forward' ? '03' : at.startsWith('02') ? '02' : '01',
  );
  expect(wall.offset).not.toBe(moment(-1, '12:00:00').toZonedDateTimeISO(timeZone).offset);
  await jobHasRun(world, moment(0, at));
  expect((await reminders(world)).length, 'Sunday').toBe(before.length + 2);
  expect(await remindedAt(world, moment(1, '08:00:10')), 'Monday, nine by the clock of before').toEqual([]);
  if (name === 'back') await endAndStart(world, 'SIGKILL');
  const review = await remindedAt(world, moment(1, '09:00:10'));
  expect(receivers(review), 'Monday, as work begins').toEqual(both);
  for (const { text, subject } of review) {
    expect(text).toMatch(/Look through the\s+agenda/);
    expect(subject).toMatch(/10:00|10 a/i);
  }
  // The clock was an hour ahead, it turns out: it is put back, and the product started again.
  await world.clock.setTo(moment(1, '08:04:10'));
  await endAndStart(world, 'SIGTERM');
  expect(await remindedAt(world, moment(1, '08:05:10')), 'the morning once more').toEqual([]);
  expect(await remindedAt(world, moment(1, '09:05:10')), 'work once more').toEqual([]);
  const after = (await reminders(world)).slice(before.length);
  expect(new Set(after.map(({ id }) => id)).size).toBe(4);
  expect(after).toHaveLength(4);
}

async function endAndStart(world: World, signal: NodeJS.Signals): Promise<void> {
  world.product.child.kill(signal);
  await world.product.ended;
  world.product = await startProduct(world.dataDir, world.clock.env);
}

describe.runIf(isAsked)('the running product, its clock moved while it runs', () => {
  beforeAll(provideFaketime, 300_000);

  it.concurrent.each(['Europe/Berlin', 'America/New_York'])(
    'reminds both once and at nine, before and after the clocks change in %s, in spring and in autumn',
    async (timeZone) => {
      const world = await start(timeZone);
      try {
        for (const edge of edges.filter((one) => one.timeZone === timeZone)) {
          await world.clock.setTo(momentOf(timeZone, edge.sunday, -4, '12:00:00'));
          await crossEdge(world, edge);
        }
      } finally {
        world.product.child.kill('SIGTERM');
        await world.product.ended;
      }
    },
    1_800_000,
  );
});
