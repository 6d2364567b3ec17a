import { sql } from 'kysely';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import { newId } from '../../src/server/ids.ts';
import { expectStatus } from '../support/expect-status.ts';
import type { TestApp, TestPerson } from '../support/test-app.ts';
import { kinds } from './reminder-model.ts';
import type { ModelMeeting, ModelPerson } from './reminder-model.ts';

const hour = 3_600_000;
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Sydney',
  'America/Santiago',
  'Asia/Kathmandu',
];
const weeks = [
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4],
  [7, 1, 2, 3, 4],
  [1, 2, 4, 5],
];

export interface Random {
  below: (count: number) => number;
  of: <T>(list: readonly T[]) => T;
}

/** Mulberry32: small, seeded, good enough. */
export function randomOf(seed: number): Random {
  let state = seed;
  const next = () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    of: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('Nothing to choose from.');
      return found;
    },
  };
}

interface TrialMeeting extends ModelMeeting {
  slot: string;
  version: number;
  oneOnOneId: string | null;
}

export interface TrialSeries {
  id: string;
  timeZone: string;
  manager: TestPerson;
  employee: TestPerson;
  people: ModelPerson[];
  meetings: TrialMeeting[];
}

export interface Trial {
  random: Random;
  series: TrialSeries[];
  change: (at: number) => Promise<void>;
  meetingsOn: (series: TrialSeries, on: string) => TrialMeeting[];
  meetingsAround: (series: TrialSeries, at: number) => { on: string; meeting: TrialMeeting }[];
}

const dayOf = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
const slotOf = (at: number) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** People of all zones and hours, five series a manager; what happens to them is kept here as well. */
export async function makeTrial(
  test: TestApp,
  seed: number,
  managers: number,
  start: number,
): Promise<Trial> {
  const random = randomOf(seed);
  const series: TrialSeries[] = [];
  for (let m = 0; m < managers; m += 1) {
    const manager = await test.addPerson(`Manager ${m}`);
    const asManager = await settle(random, manager, 'manager');
    const employees: TestPerson[] = [];
    for (let e = 0; e < 5; e += 1) employees.push(await test.addPerson(`Employee ${m}.${e}`));
    await test.addTeam(`Team ${m}`, [manager], employees);
    for (const employee of employees) {
      const people = [asManager, await settle(random, employee, 'employee')];
      series.push(await startSeries(random, { manager, employee, people }, start));
    }
  }
  return {
    random,
    series,
    change: async (at) => changeSomething(test, random, random.of(series), at),
    meetingsOn: (one, on) => one.meetings.filter(({ startsAt }) => dayOf(startsAt, one.timeZone) === on),
    meetingsAround: (one, at) =>
      one.meetings
        .filter(({ startsAt }) => Math.abs(startsAt - at) < 25 * 24 * hour)
        .map((meeting) => ({ on: dayOf(meeting.startsAt, one.timeZone), meeting })),
  };
}

async function settle(random: Random, person: TestPerson, side: ModelPerson['side']): Promise<ModelPerson> {
  const timeZone = random.of(zones);
  const days = random.of(weeks);
  const beginsAt = random.of(['07:30', '09:00', '10:00']);
  const endsAt = random.of(['15:00', '17:00', '19:30']);
  expectStatus(200, await person.patch('/api/me/profile', { timeZone }));
  const count = {
    'add-to-agenda': 1 + random.below(4),
    'review-agenda': 1 + random.below(2),
    'finish-record': 1 + random.below(2),
  };
  const wanted = { 'add-to-agenda': random.below(6) > 0, 'review-agenda': true, 'finish-record': true };
  const choices = kinds.map((kind) => ({ kind, wanted: wanted[kind], days: count[kind] }));
  const workingHours = { days, beginsAt, endsAt };
  expectStatus(200, await person.patch('/api/me/reminders', { workingHours, choices }));
  return { id: person.id, side, timeZone, days, beginsAt, endsAt, wanted, count };
}

async function startSeries(
  random: Random,
  pair: Pick<TrialSeries, 'manager' | 'employee' | 'people'>,
  start: number,
): Promise<TrialSeries> {
  const timeZone = random.of(zones);
  const every = 1 + random.below(2);
  const weekday = 1 + random.below(5);
  const at = random.of(['08:30', '10:00', '14:15', '16:30']);
  const startsOn = dayOf(start + 48 * hour, timeZone);
  const rule = { cadence: 'weekly', every, weekday, at, timeZone, startsOn };
  const body = { employeeIds: [pair.employee.id], rule };
  const { items } = expectStatus(201, await pair.manager.post('/api/series', body));
  const meetings: TrialMeeting[] = [];
  let day = Temporal.PlainDate.from(startsOn);
  while (day.dayOfWeek !== weekday) day = day.add({ days: 1 });
  for (; day.year < 2028 || day.month < 6; day = day.add({ days: 7 * every })) {
    const startsAt = day.toZonedDateTime({ timeZone, plainTime: at }).epochMilliseconds;
    const common = { status: 'planned', record: null, changedAt: 0, version: 0, oneOnOneId: null } as const;
    meetings.push({ slot: slotOf(startsAt), startsAt, endsAt: startsAt + 30 * 60_000, ...common });
  }
  return { id: items[0].id, timeZone, ...pair, meetings };
}

async function changeSomething(
  test: TestApp,
  random: Random,
  series: TrialSeries,
  at: number,
): Promise<void> {
  const ahead = series.meetings.filter(
    ({ startsAt, status }) => status !== 'held' && startsAt > at && startsAt < at + 14 * 24 * hour,
  );
  const over = series.meetings.filter(({ endsAt }) => endsAt < at && endsAt > at - 10 * 24 * hour);
  if (over.length > 0 && random.below(3) > 0) return goOn(test, random, series, random.of(over), at);
  if (ahead.length > 0 && random.below(4) === 0) await arrange(random, series, random.of(ahead), at);
}

/** Moves, calls off, plans again. */
async function arrange(
  random: Random,
  series: TrialSeries,
  meeting: TrialMeeting,
  at: number,
): Promise<void> {
  const person = random.of([series.manager, series.employee]);
  const url = `/api/series/${series.id}/meetings/${meeting.slot}`;
  const { version } = meeting;
  if (meeting.status === 'off') {
    expectStatus(200, await person.delete(`${url}/cancellation`));
    meeting.status = 'planned';
  } else if (random.below(2) === 0) {
    expectStatus(200, await person.put(`${url}/cancellation`, { as: 'skipped', version }));
    meeting.status = 'off';
  } else {
    const day = Temporal.PlainDate.from(dayOf(at, series.timeZone)).add({ days: 1 + random.below(12) });
    const time = random.of(['09:15', '11:00', '13:45', '18:00']);
    expectStatus(200, await person.patch(url, { date: day.toString(), time, version }));
    const startsAt = day.toZonedDateTime({ timeZone: series.timeZone, plainTime: time }).epochMilliseconds;
    Object.assign(meeting, { startsAt, endsAt: startsAt + 30 * 60_000 });
  }
  Object.assign(meeting, { version: version + 1, changedAt: at });
}

/** A meeting that is over is found to have been held, its record is sent for approval, and approved. */
async function goOn(
  test: TestApp,
  random: Random,
  series: TrialSeries,
  meeting: TrialMeeting,
  at: number,
): Promise<void> {
  const url = `/api/one-on-ones/${meeting.oneOnOneId}`;
  if (meeting.status === 'off') return;
  if (meeting.oneOnOneId === null) {
    const body = { employeeId: series.employee.id, templateId: weekly.id };
    const { id } = expectStatus(201, await series.manager.post('/api/one-on-ones', body));
    await hold(test, series, meeting, id);
    Object.assign(meeting, { status: 'held', record: 'draft', oneOnOneId: id, version: meeting.version + 1 });
  } else if (meeting.record === 'draft') {
    expectStatus(200, await series.manager.post(`${url}/approval-request`));
    meeting.record = 'pending_approval';
  } else if (meeting.record === 'pending_approval' && random.below(2) === 0) {
    const { version } = expectStatus(200, await series.employee.get(url));
    expectStatus(200, await series.employee.post(`${url}/approval`, { version }));
    meeting.record = 'approved';
  } else return;
  meeting.changedAt = at;
}

async function hold(
  test: TestApp,
  series: TrialSeries,
  meeting: TrialMeeting,
  oneOnOneId: string,
): Promise<void> {
  const { startsAt, endsAt, version } = meeting;
  const slot = meeting.slot.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z');
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  await asOwner(test.database.owner, async (db) => {
    const row = await db.first(sql<{ id: string }>`
      insert into meeting (id, series_id, slot_at, starts_at, minutes, status, version, changed_at, held_at, ended_at)
      values (${newId()}, ${series.id}, ${slot}, ${from}, 30, 'held', ${version + 1}, ${to}, ${from}, ${to})
      on conflict (series_id, slot_at) do update
         set status = 'held', held_at = excluded.held_at, ended_at = excluded.ended_at, version = excluded.version
      returning id`);
    const record = { meeting_id: row?.id ?? '', series_id: series.id, one_on_one_id: oneOnOneId };
    await db.run(build.insertInto('meeting_record').values(record));
  });
}
