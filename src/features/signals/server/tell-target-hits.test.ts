import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { sentMails } from '../../../../test/support/mails.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { checkTargetsAgain, tellTargetHits } from './tell-target-hits.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const { timeZone } = test.platform;
const today = new Intl.DateTimeFormat('sv', { timeZone }).format(new Date());
const day = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
let count = 0;

async function newKpi(over: object = {}): Promise<string> {
  count += 1;
  const body = {
    name: `Secret calls ${count}`,
    unit: 'number',
    direction: 'higher',
    aggregation: 'sum',
    ...over,
  };
  return expectStatus(201, await admin.post('/api/kpis', body)).id;
}

async function read(kpiId: string, personId: string, value: number, on = today): Promise<void> {
  expectStatus(200, await admin.post('/api/kpi-readings', { readings: [{ kpiId, personId, on, value }] }));
}

/** The job, as it comes round; answers how many were told. */
async function comesRound(): Promise<number> {
  return tellTargetHits({ worker: test.pools.worker, clock: test.platform.clock, timeZone });
}

/** So many days later, with what the days between would have asked for. */
async function later(days: number): Promise<number> {
  test.clock.offset = days * 86_400_000;
  await checkTargetsAgain({ worker: test.pools.worker, clock: test.platform.clock });
  const told = await comesRound();
  test.clock.offset = 0;
  return told;
}

async function notices(
  person: TestPerson,
): Promise<{ kind: string; person: { id: string } | null; hits: number }[]> {
  const { items } = expectStatus(200, await person.get('/api/notices'));
  return items.filter(({ kind }: { kind: string }) => kind === 'target.hit');
}

describe('a target that is hit', () => {
  let pair: Pair;
  let kpiId: string;
  let aim: { kpiId: string; personId: string; period: string; from: string; value: number };

  beforeEach(async () => {
    pair = await addPair(test);
    kpiId = await newKpi();
    aim = {
      kpiId,
      personId: pair.employee.id,
      period: 'year',
      from: `${today.slice(0, 4)}-01-01`,
      value: 10,
    };
    expectStatus(201, await pair.manager.post('/api/targets', aim));
    await comesRound();
    await sentMails(test);
  });

  it('is told to the person and to who manages them, once, with no number and no name of one', async () => {
    const former = await test.addPerson('Fred Former');
    const team = await test.addTeam('Before', [former], [pair.employee]);
    await asOwner(test.database.owner, async (db) => {
      await db.run(sql`delete from team_member where team_id = ${team}`);
    });
    await read(kpiId, pair.employee.id, 737_373);
    expect(await comesRound()).toBe(2);
    const mails = await sentMails(test);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      `${pair.employee.name} hit a target`,
      'You hit a target',
    ]);
    for (const mail of mails) {
      expect(mail.event).toBe('target.hit');
      expect(mail.text).toContain(`/numbers/${pair.employee.id}`);
      expect(mail.text + mail.html + mail.subject).not.toMatch(/737|Secret/);
    }
    for (const person of [pair.manager, pair.employee]) {
      expect(await notices(person)).toMatchObject([
        { person: { id: pair.employee.id, name: pair.employee.name } },
      ]);
    }
    expect(await notices(former)).toEqual([]);
    // The clock, a restart, and one more reading.
    expect(await comesRound()).toBe(0);
    await read(kpiId, pair.employee.id, 1, day(-1));
    expect(await comesRound()).toBe(0);
  });

  it('is not told again when a reading is corrected down and up again', async () => {
    await read(kpiId, pair.employee.id, 12);
    expect(await comesRound()).toBe(2);
    await read(kpiId, pair.employee.id, 2);
    expect(await comesRound()).toBe(0);
    await read(kpiId, pair.employee.id, 14);
    expect(await comesRound()).toBe(0);
  });

  it('is told together with others that the same load hit, and that they are several', async () => {
    const others = [await newKpi(), await newKpi()];
    for (const one of others)
      expectStatus(201, await pair.manager.post('/api/targets', { ...aim, kpiId: one }));
    await comesRound();
    const readings = [kpiId, ...others].map((one) => ({
      kpiId: one,
      personId: pair.employee.id,
      on: today,
      value: 12,
    }));
    expectStatus(200, await admin.post('/api/kpi-readings', { readings }));
    expect(await comesRound()).toBe(2);
    const mails = await sentMails(test);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      `${pair.employee.name} hit 3 targets`,
      'You hit 3 targets',
    ]);
    for (const person of [pair.manager, pair.employee]) {
      expect(await notices(person)).toMatchObject([{ hits: 3 }]);
    }
    // One that comes later is told by itself.
    const late = await newKpi();
    expectStatus(201, await pair.manager.post('/api/targets', { ...aim, kpiId: late }));
    await read(late, pair.employee.id, 12);
    expect(await comesRound()).toBe(2);
    expect((await sentMails(test)).map(({ subject }) => subject)).toContain('You hit a target');
  });

  it('is looked for without waiting for a load that is not over, and found after it', async () => {
    await read(kpiId, pair.employee.id, 1);
    await asOwner(test.database.owner, async (db) => {
      await db.run(sql`
        select app.record_readings(array[${kpiId}]::uuid[], array[${pair.employee.id}]::uuid[], array[${today}]::date[],
                                   '{12}', 'import', now())`);
      const waited = new Promise((resolve) => setTimeout(() => resolve('waited'), 2000));
      expect(await Promise.race([comesRound(), waited])).toBe(0);
    });
    expect(await comesRound()).toBe(2);
  });

  it('is told by the job that was cut off, when it comes round again', async () => {
    await read(kpiId, pair.employee.id, 12);
    // In the middle: the hit is noted, and the one that is to be told first is not told.
    await asOwner(test.database.owner, async (db) => {
      await db.run(sql`
        create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$`);
      await db.run(
        sql`create trigger cut_off before insert on notice for each row execute function cut_off()`,
      );
    });
    await expect(comesRound()).rejects.toThrow('cut off');
    await asOwner(test.database.owner, async (db) => db.run(sql`drop function cut_off() cascade`));
    const all = await Promise.all([comesRound(), comesRound()]);
    expect(all.reduce((sum, told) => sum + told, 0)).toBe(2);
  });

  it('is told of the period before, by readings that come late', async () => {
    const other = await newKpi();
    const daily = { ...aim, kpiId: other, period: 'day', from: day(-30), value: 5 };
    expectStatus(201, await pair.manager.post('/api/targets', daily));
    await read(other, pair.employee.id, 6, day(-1));
    expect(await comesRound()).toBe(2);
    await read(other, pair.employee.id, 6, day(-3));
    expect(await comesRound()).toBe(0);
  });

  it.each([
    ['an average', { aggregation: 'average' }, 12],
    ['lower is better', { direction: 'lower' }, 8],
  ])('is told only when the period is over where it is %s', async (_, over, value) => {
    const other = await newKpi(over);
    const daily = { ...aim, kpiId: other, period: 'day', from: day(-30) };
    expectStatus(201, await pair.manager.post('/api/targets', daily));
    await read(other, pair.employee.id, value);
    expect(await comesRound()).toBe(0);
    expect(await later(1)).toBe(2);
    expect(await later(1)).toBe(0);
  });

  it('leaves out what was not reached', async () => {
    await read(kpiId, pair.employee.id, 9.5);
    expect(await comesRound()).toBe(0);
    expect(await notices(pair.employee)).toEqual([]);
  });

  it('comes by mail to nobody who manages the person no more by the time it leaves', async () => {
    await read(kpiId, pair.employee.id, 11);
    expect(await comesRound()).toBe(2);
    expectStatus(200, await admin.delete(`/api/teams/${pair.teamId}/members/${pair.employee.id}`));
    expect((await sentMails(test)).map(({ subject }) => subject)).toEqual(['You hit a target']);
  });

  it('comes by mail only to who wants it', async () => {
    const body = { items: [{ topic: 'targets', byMail: false }] };
    expectStatus(200, await pair.employee.put('/api/mail-choices', body));
    await read(kpiId, pair.employee.id, 11);
    expect(await comesRound()).toBe(2);
    expect((await sentMails(test)).map(({ subject }) => subject)).toEqual([
      `${pair.employee.name} hit a target`,
    ]);
    expect(await notices(pair.employee)).toHaveLength(1);
  });
});
