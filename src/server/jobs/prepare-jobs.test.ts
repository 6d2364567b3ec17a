import pg from 'pg';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/test-database.ts';
import { prepareJobs } from './prepare-jobs.ts';

const { owner } = await testDatabase();

it('lets the timetable go on where the clock was ahead and was put back, and leaves it alone where not', async () => {
  const client = new pg.Client(owner);
  await client.connect();
  const afterStartFrom = async (cameRound: string) => {
    await client.query(`update pgboss.version set cron_on = now() + $1::interval`, [cameRound]);
    await prepareJobs(owner);
    const { rows } = await client.query<{ rests: boolean }>(
      `select cron_on is not null as rests from pgboss.version`,
    );
    return rows[0]?.rests;
  };
  expect(await afterStartFrom('1 day')).toBe(false);
  expect(await afterStartFrom('-10 seconds')).toBe(true);
  await client.end();
});
