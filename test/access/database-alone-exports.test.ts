import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantToken } from '../../src/features/export/server/grant-token.ts';
import { tokenHash } from '../../src/server/tokens.ts';
import { roleConnection } from '../../src/server/database/open.ts';
import { newId } from '../../src/server/ids.ts';
import { startExport } from '../support/exports.ts';
import { openPolicies } from '../support/open-policies.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const maya = await test.addPerson('Maya Adler');
const eli = await test.addPerson('Eli Larsen');
const admin = await test.addPerson('Ada Lind', { admin: true });
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
const hash = `'\\x${tokenHash('chosen by somebody').toString('hex')}'::bytea`;
let id = '';
let grant = '';

beforeAll(async () => {
  await client.connect();
  id = await startExport(maya, 'everything', 'json');
  grant = grantToken(test.database.secretKey, id);
});
afterAll(() => client.end());

async function as(token: string, statement: string, door = 'begin_request'): Promise<number | string> {
  await client.query('begin');
  await client.query(`select from app.${door}($1)`, [token]);
  const touched = await client.query(statement).then(
    (result) => result.rowCount ?? 0,
    (error: Error) => error.message,
  );
  await client.query('rollback');
  return touched;
}

const insert = (exportId: string, personId: string) =>
  `insert into export_job (id, person_id, what, format, paper) values ('${exportId}', '${personId}', 'everything', 'md', 'a4')`;

describe('the database alone, of archives', () => {
  it('shows and lets go each person’s own, an admin none', async () => {
    for (const statement of ['select id from export_job', 'delete from export_job']) {
      expect(await as(maya.token, statement)).toBe(1);
      expect(await as(eli.token, statement)).toBe(0);
      expect(await as(admin.token, statement)).toBe(0);
      expect(await as('forged', statement)).toBe(0);
    }
  });

  it('lets nobody begin one for another, or a second', async () => {
    expect(await as(eli.token, insert(newId(), maya.id))).toContain('row-level security');
    expect(await as(maya.token, insert(newId(), maya.id))).toContain('export_job_under_way');
  });

  it('takes a grant at the door of jobs alone, and a cookie at the door of requests alone', async () => {
    const opened = async (door: string, token: string) =>
      (await client.query(`select id from app.${door}($1)`, [token])).rows.length;
    expect([await opened('begin_request', grant), await opened('begin_grant', grant)]).toEqual([0, 1]);
    expect([await opened('begin_request', maya.token), await opened('begin_grant', maya.token)]).toEqual([
      1, 0,
    ]);
  });

  it('gives a grant only to a session, for an export of its own', async () => {
    const mint = (exportId: string) => `select app.mint_grant('${exportId}', ${hash})`;
    expect(await as(eli.token, mint(id))).toContain('an export of one');
    expect(await as(admin.token, mint(id))).toContain('an export of one');
    expect(await as(maya.token, mint(newId()))).toContain('an export of one');
    expect(await as('forged', mint(id))).toContain('an export of one');
    expect(await as(grant, mint(id), 'begin_grant')).toContain('an export of one');
  });

  it('tells of devices only one’s own', async () => {
    expect(await as(maya.token, 'select * from app.my_devices()')).toBe(1);
    expect(await as(grant, 'select * from app.my_devices()', 'begin_grant')).toBe(1);
    expect(await as('forged', 'select * from app.my_devices()')).toBe(0);
  });

  it.each([
    `update export_job set state = 'ready'`,
    `insert into export_job (id, person_id, what, format, paper, state) values (gen_random_uuid(), gen_random_uuid(), 'everything', 'md', 'a4', 'ready')`,
    `select app.note_export(gen_random_uuid(), 'ready', 0, 0)`,
    `select app.sweep_exports('{}')`,
    'select * from session',
    'update session set expires_at = null',
  ])('lets no request do: %s', async (statement) => {
    expect(await as(maya.token, statement)).toContain('permission denied');
  });

  it('without its policies would show them: the test sees what it looks for', async () => {
    await openPolicies(test.database.owner, ['export_job']);
    expect(await as(eli.token, 'select id from export_job')).toBe(1);
  });
});
