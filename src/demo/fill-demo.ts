import { sql } from 'kysely';
import type pg from 'pg';
import { createApplication } from '../application.ts';
import { oneOnOneRoutes } from '../features/one-on-ones/contract.ts';
import type { OneOnOne } from '../features/one-on-ones/contract.ts';
import { checkTargetsAgain, tellTargetHits } from '../features/signals/server/tell-target-hits.ts';
import { hashPassword } from '../features/sign-in/server/password.ts';
import { newSessionToken, tokenHash } from '../server/tokens.ts';
import { weekly } from '../features/templates/domain/library/weekly.ts';
import { openPool } from '../server/database/client.ts';
import { asOwner } from '../server/database/as-owner.ts';
import { roleConnection } from '../server/database/open.ts';
import type { Place } from '../server/database/open.ts';
import { build } from '../server/database/query.ts';
import type { Db } from '../server/database/query.ts';
import type { Platform } from '../server/http/context.ts';
import { sessionCookieName } from '../server/http/cookies.ts';
import { todayIn } from '../server/http/today.ts';
import { newId } from '../server/ids.ts';
import { demoPassword, demoPeople, demoSignIns, demoTeams } from './company.ts';
import type { DemoPerson } from './company.ts';
import { agree, mark } from './fill-agreements.ts';
import { fillNumbers } from './fill-numbers.ts';
import { fillAgenda, holdMeeting, moveLate, sendUpdate, setUpSeries } from './fill-series.ts';
import type { DemoUpdate } from './fill-series.ts';
import { demoRecords } from './records.ts';
import type { DemoRecord } from './records.ts';
import { richTextFrom } from './rich-text-from.ts';
import { demoSeries } from './series.ts';
import type { DemoSeries } from './series.ts';
import { visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

type Ids = Record<DemoPerson, string>;

/**
 * Fills an empty database with the demo company, through the same routes that people use, with a clock that is
 * put back. Answers the sign-ins, or null where the database holds a company of its own.
 */
export async function fillDemo(platform: Platform, place: Place): Promise<string[] | null> {
  const state = await asOwner(place, prepare);
  if (state === 'own company') return null;
  if (state === 'filled') return demoSignIns;
  const passwordHash = await hashPassword(demoPassword);
  const ids = await asOwner(place, async (db) => addCompany(db, passwordHash));
  const cookies = await asOwner(place, async (db) => openSessions(db, platform, ids));
  const web = hurriedPool(place, platform.secretKey);
  try {
    await fillRecords({ ...platform, web }, ids, cookies);
  } finally {
    await web.end();
  }
  await tellOfThePast(platform, place);
  await asOwner(place, async (db) => {
    await db.run(sql`delete from session`);
    await db.run(sql`update installation_note set value = 'filled' where key = 'demo'`);
  });
  return demoSignIns;
}

/** A fill that was cut short is thrown away and begun anew. */
async function prepare(db: Db): Promise<'empty' | 'filled' | 'own company'> {
  const note = await db.first(sql<{ value: string }>`select value from installation_note where key = 'demo'`);
  if (note?.value === 'filled') return 'filled';
  if (note?.value === 'filling')
    await db.run(sql`truncate person, team, one_on_one, tombstone, notice, kpi cascade`);
  const someone = await db.first(sql`select id from person limit 1`);
  if (someone !== undefined) return 'own company';
  await db.run(
    sql`insert into installation_note (key, value) values ('demo', 'filling') on conflict do nothing`,
  );
  return 'empty';
}

async function addCompany(db: Db, passwordHash: string): Promise<Ids> {
  const ids = Object.fromEntries(Object.keys(demoPeople).map((key) => [key, newId()])) as Ids; // the same keys
  for (const [key, person] of Object.entries(demoPeople)) {
    const id = ids[key as DemoPerson]; // a key of the table it comes from
    await db.run(
      build
        .insertInto('person')
        .values({ id, name: person.name, has_login: person.hasLogin, is_admin: person.isAdmin }),
    );
    if (person.email === null) continue;
    await db.run(build.insertInto('person_address').values({ person_id: id, email: person.email }));
    await db.run(build.insertInto('credential').values({ person_id: id, password_hash: passwordHash }));
  }
  for (const team of demoTeams) {
    const id = newId();
    await db.run(build.insertInto('team').values({ id, name: team.name }));
    const rows = (keys: readonly DemoPerson[]) => keys.map((key) => ({ team_id: id, person_id: ids[key] }));
    await db.run(build.insertInto('team_member').values(rows(team.members)));
    // Nobody manages Finance yet: there a newcomer sees what an admin has to do.
    if (team.managers.length > 0) await db.run(build.insertInto('team_manager').values(rows(team.managers)));
  }
  return ids;
}

async function openSessions(db: Db, platform: Platform, ids: Ids): Promise<Ids> {
  const cookies = { ...ids };
  for (const [key, personId] of Object.entries(ids)) {
    if (!demoPeople[key as DemoPerson].hasLogin) continue; // a key of the table it comes from
    const token = newSessionToken();
    await db.run(
      build.insertInto('session').values({ id: newId(), person_id: personId, token_hash: tokenHash(token) }),
    );
    cookies[key as DemoPerson] = `${sessionCookieName(platform)}=${token}`; // a key of the table it comes from
  }
  return cookies;
}

/**
 * Hundreds of small commits that need not reach the disk one by one: a fill that is cut short is begun anew, and the
 * note that it is whole, which comes last, waits for all of it.
 */
function hurriedPool(place: Place, secretKey: string): pg.Pool {
  const pool = openPool({ ...roleConnection(place, secretKey, 'web'), max: 2 }, () => {});
  // Where it is lost, so is what was to run on it.
  pool.on('connect', (client) => void client.query('set synchronous_commit = off').catch(() => {}));
  return pool;
}

/** What was reached in the past has been told of long ago: it is noted as told, and nobody gets a notice of it. */
async function tellOfThePast({ clock, timeZone, secretKey }: Platform, place: Place): Promise<void> {
  const worker = openPool({ ...roleConnection(place, secretKey, 'worker'), max: 2 }, () => {});
  try {
    await checkTargetsAgain({ worker, clock });
    await tellTargetHits({ worker, clock, timeZone });
  } finally {
    await worker.end();
  }
  await asOwner(place, async (db) => {
    await db.run(sql`delete from notice where kind = 'target.hit'`);
  });
}

async function fillRecords(platform: Platform, ids: Ids, cookies: Ids): Promise<void> {
  const clock = { now: platform.clock() };
  const past: Platform = { ...platform, clock: () => clock.now, announce: async () => {}, log: undefined };
  const app = await createApplication(past, { pagesFolder: null, mailLeaves: false });
  const { timeZone } = platform;
  const dayOf = (daysAgo: number) => workingDayBefore(platform.clock(), daysAgo, timeZone);
  const oldestFirst = demoRecords.toSorted((a, b) => b.daysAgo - a.daysAgo);
  const running = new Map<DemoSeries, string>();
  for (const record of oldestFirst) {
    const held = dayOf(record.daysAgo);
    const at = (hours: number) =>
      (clock.now = new Date(Math.min(held.getTime() + hours * 3_600_000, Date.now())));
    const manager = visitor(app, cookies[record.manager]);
    const employee = visitor(app, cookies[record.employee]);
    const two = { manager, employee };
    const series = demoSeries.find(
      (one) => one.manager === record.manager && one.employee === record.employee,
    );
    if (series !== undefined && !running.has(series)) {
      at(-50);
      const first = { employeeId: ids[record.employee], first: held, dayOf };
      running.set(series, await setUpSeries(two, series, first, timeZone));
    }
    // What is planned for later today is not held yet: its record is begun by hand.
    const seriesId = series && held <= platform.clock() ? running.get(series) : undefined;
    const late = series?.movedLate.find(({ daysAgo }) => daysAgo === record.daysAgo);
    if (seriesId !== undefined) {
      at(-20);
      await sendUpdate(two, seriesId, updateIn(record));
      at(-2);
      if (late !== undefined) await moveLate(two, seriesId, held, { timeZone, reason: late.reason });
    }
    at(late === undefined ? 0 : 3);
    const made =
      seriesId === undefined
        ? await create(manager, ids[record.employee], held)
        : await holdMeeting(two, seriesId, held);
    const written = await write(manager, made, record);
    const agreed = await agree(manager, record, { oneOnOneId: written.id, heldOn: written.heldOn, ids });
    await conclude({ manager, employee, record, written, at: (hours) => at(hours + (late ? 3 : 0)) });
    await mark(two, agreed, at);
  }
  clock.now = platform.clock();
  for (const [series, seriesId] of running) {
    const two = {
      manager: visitor(app, cookies[series.manager]),
      employee: visitor(app, cookies[series.employee]),
    };
    await fillAgenda(two, seriesId, series);
  }
  await fillNumbers({
    ids,
    as: (person) => visitor(app, cookies[person]),
    at: (daysAgo) => {
      const day = dayOf(daysAgo);
      clock.now = daysAgo === 0 ? platform.clock() : day;
      return todayIn(timeZone, clock.now);
    },
  });
  await app.http.close();
}

/** Without a series, as a record is made by hand. */
async function create(manager: Visitor, employeeId: string, held: Date): Promise<OneOnOne> {
  return manager.call(oneOnOneRoutes.create, {
    body: { employeeId, templateId: weekly.id, heldOn: held.toISOString().slice(0, 10) },
  });
}

/** What the employee said before the meeting stands there already. */
async function write(manager: Visitor, made: OneOnOne, record: DemoRecord): Promise<OneOnOne> {
  const items = made.sections.flatMap((section) => section.items);
  const asked = weekly.sections.flatMap((section) => section.items);
  for (const [index, given] of inOrderOfItems(record.answers).entries()) {
    const { kind, prompt } = asked[index] ?? {};
    const item = items.find((one) => one.kind === kind && one.prompt === prompt && !one.fromEmployee);
    if (given === null || item === undefined) continue;
    const answer = typeof given === 'number' ? { value: given } : { text: richTextFrom(given) };
    await manager.call(oneOnOneRoutes.answer, {
      params: { oneOnOneId: made.id, itemId: item.id },
      body: { answer, version: 0 },
    });
  }
  return made;
}

function updateIn({ answers: [mood, , wentWell, couldImprove, confidence] }: DemoRecord): DemoUpdate {
  return {
    ...(typeof mood === 'number' && { mood }),
    ...(typeof confidence === 'number' && { confidence }),
    ...(typeof wentWell === 'string' && { wentWell }),
    ...(typeof couldImprove === 'string' && { couldImprove }),
  };
}

/** What went well and what could improve stand in one update; promises and the agenda are brought in by meetings. */
function inOrderOfItems([mood, mind, wentWell, couldImprove, ...rest]: DemoRecord['answers']) {
  const update = [wentWell, couldImprove].filter((part) => typeof part === 'string').join('\n');
  return [mood ?? null, mind ?? null, null, update === '' ? null : update, null, ...rest];
}

interface Conclusion {
  manager: Visitor;
  employee: Visitor;
  record: DemoRecord;
  written: OneOnOne;
  /** Puts the clock so many hours after the meeting began. */
  at: (hours: number) => void;
}

async function conclude({ manager, employee, record, written, at }: Conclusion): Promise<void> {
  const params = { oneOnOneId: written.id };
  if (record.end === 'draft') return;
  at(0.7);
  await manager.call(oneOnOneRoutes.share, { params });
  if (record.end === 'shared') return;
  at(0.8);
  const sent = await manager.call(oneOnOneRoutes.requestApproval, { params });
  at(22.5);
  if (record.end === 'approved') {
    const body = { version: sent.version, remark: record.words ?? null };
    await employee.call(oneOnOneRoutes.approve, { params, body });
  }
  if (record.end === 'sent back') {
    await employee.call(oneOnOneRoutes.requestRevision, { params, body: { message: record.words ?? '' } });
  }
}

/** Ten in the morning, so many days ago or the Friday before. */
function workingDayBefore(now: Date, daysAgo: number, timeZone: string): Date {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  let day = at.toPlainDate().subtract({ days: daysAgo });
  while (day.dayOfWeek > 5) day = day.subtract({ days: 1 });
  return new Date(day.toZonedDateTime({ timeZone, plainTime: '10:00' }).epochMilliseconds);
}
