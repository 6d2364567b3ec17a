import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
import { sqlAnsweredAs } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const admin = await test.addPerson('Ada Lind', { admin: true });
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));

beforeAll(async () => {
  await client.connect();
  await oneOnOneIn(pair, 'approved');
  const choice = { items: [{ topic: 'comments', byMail: false }] };
  expectStatus(200, await pair.employee.put('/api/mail-choices', choice));
});
afterAll(() => client.end());

const as = sqlAnsweredAs(client);

describe('the database alone, of what people are told', () => {
  it('shows each their own notices and choices, an admin none', async () => {
    const notices = 'select id, kind, read_at from notice';
    expect(await as(pair.employee, notices)).toBe(2);
    expect(await as(pair.manager, notices)).toBe(1);
    expect(await as(admin, notices)).toBe(0);
    expect(await as(pair.employee, 'select topic from mail_choice')).toBe(1);
    expect(await as(admin, 'select topic from mail_choice')).toBe(0);
  });

  it('lets nobody mark or choose for another', async () => {
    expect(await as(pair.employee, 'update notice set read_at = now()')).toBe(2);
    expect(await as(admin, 'update notice set read_at = now()')).toBe(0);
    expect(await as(admin, 'update mail_choice set by_mail = true')).toBe(0);
    const forAnother = `insert into mail_choice values ('${pair.employee.id}', 'approval', false)`;
    expect(await as(admin, forAnother)).toContain('row-level security');
    expect(await as(pair.manager, forAnother)).toContain('row-level security');
  });

  it.each([
    'select invitation_id from notice',
    'select sent_at from notice',
    `update notice set kind = 'x'`,
    'delete from notice',
    'select * from reminder_sent',
    `select app.remind(gen_random_uuid(), gen_random_uuid(), '2026-01-01', true, now())`,
    'select app.throw_away_old(now())',
  ])('lets no request do: %s', async (statement) => {
    expect(await as(pair.manager, statement)).toContain('permission denied');
  });

  it('without its policies would show them: the test sees what it looks for', async () => {
    await openPolicies(test.database.owner, ['notice', 'mail_choice']);
    expect(await as(admin, 'select id from notice')).toBe(3);
    expect(await as(admin, 'select topic from mail_choice')).toBe(1);
  });
});
