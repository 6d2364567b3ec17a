import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair } from '../support/pair.ts';
import { startSeries } from '../support/series.ts';
import { sqlAnsweredAs } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const admin = await test.addPerson('Ada Lind', { admin: true });
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
const signIn = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'signin'));
const tables = ['working_hours', 'reminder_choice', 'calendar_choice', 'calendar_feed'];

beforeAll(async () => {
  await client.connect();
  await signIn.connect();
  await startSeries(pair);
  const hours = { days: [1, 2], beginsAt: '08:00', endsAt: '12:00' };
  const choices = [{ kind: 'review-agenda', wanted: false }];
  expectStatus(200, await pair.employee.patch('/api/me/reminders', { workingHours: hours, choices }));
  expectStatus(200, await pair.employee.patch('/api/me/calendar', { names: false }));
  expectStatus(201, await pair.employee.post('/api/me/calendar-feed'));
});
afterAll(async () => {
  await client.end();
  await signIn.end();
});

const as = sqlAnsweredAs(client);

describe('the database alone, of hours, reminders and calendars', () => {
  it.each(tables)('shows each their own %s: not the other of the two, not an admin', async (table) => {
    const statement = `select person_id from ${table}`;
    expect(await as(pair.employee, statement)).toBe(1);
    expect(await as(pair.manager, statement)).toBe(0);
    expect(await as(admin, statement)).toBe(0);
  });

  it.each([
    `insert into working_hours (person_id) values ('EMPLOYEE')`,
    `insert into reminder_choice (person_id, kind) values ('EMPLOYEE', 'add-to-agenda')`,
    `insert into calendar_choice (person_id) values ('EMPLOYEE')`,
    `insert into calendar_feed (person_id, token_hash, created_at) values ('EMPLOYEE', sha256('x'), now())`,
  ])('lets nobody choose for another: %s', async (statement) => {
    const forEmployee = statement.replace('EMPLOYEE', pair.employee.id);
    expect(await as(pair.manager, forEmployee)).toContain('row-level security');
    expect(await as(admin, forEmployee)).toContain('row-level security');
  });

  it('lets nobody change or revoke what is another’s', async () => {
    for (const person of [pair.manager, admin]) {
      expect(await as(person, `update working_hours set days = '{7}'`)).toBe(0);
      expect(await as(person, 'update reminder_choice set wanted = true')).toBe(0);
      expect(await as(person, 'update calendar_choice set names = true')).toBe(0);
      expect(await as(person, 'delete from calendar_feed')).toBe(0);
    }
  });

  it.each([
    'select token_hash from calendar_feed',
    'select * from meeting_reminder',
    `select app.feed_of(sha256('x'))`,
    `select app.note_feed_read(sha256('x'), now())`,
    `select app.remind_of_meetings(gen_random_uuid(), gen_random_uuid(), now(), '[]')`,
    'select app.next_look_at(gen_random_uuid(), now(), now())',
    'select app.end_series_of_past_pairs(now())',
    'select app.pair_stands(gen_random_uuid(), gen_random_uuid())',
    'select app.forget_meeting_reminders(now())',
  ])('lets no request do: %s', async (statement) => {
    expect(await as(pair.employee, statement)).toContain('permission denied');
  });

  it('names to nobody whom they do not manage by their address', async () => {
    const asked = `select * from app.managed_of_addresses(array(select 'x' union select lower(email) from person_address))`;
    const everybody = `select * from app.managed_of_addresses(array['eli.larsen.${pair.employee.id.slice(-6)}@example.org'])`;
    expect(await as(pair.manager, everybody)).toBe(1);
    expect(await as(pair.employee, everybody)).toBe(0);
    expect(await as(admin, asked)).toBe(0);
  });

  it('gives the feed of a token that nobody has to nobody, and without a token nothing', async () => {
    expect((await signIn.query(`select * from app.feed_of(sha256('x'))`)).rows).toEqual([]);
    for (const table of ['series', 'meeting', ...tables]) {
      await expect(signIn.query(`select * from ${table}`)).rejects.toThrow('permission denied');
    }
  });

  it('without its policies would show them: the test sees what it looks for', async () => {
    await openPolicies(test.database.owner, tables);
    for (const table of tables) expect(await as(admin, `select person_id from ${table}`)).toBe(1);
  });
});
