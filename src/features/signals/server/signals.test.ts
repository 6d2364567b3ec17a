import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const pair = await addPair(test);
const { manager, employee } = pair;
const stranger = await test.addPerson('Sam Other');
const body = { unit: 'number', direction: 'higher', aggregation: 'sum' };
const kpi = expectStatus(201, await admin.post('/api/kpis', { name: 'Calls booked', ...body }));
const archived = expectStatus(201, await admin.post('/api/kpis', { name: 'Calls of old', ...body }));
const today = new Intl.DateTimeFormat('sv', { timeZone: test.platform.timeZone }).format(new Date());
const at = `/api/people/${employee.id}/signals`;

// Nine to eleven a day for a year, and half of it since Monday a week ago.
const monday = Temporal.PlainDate.from(today).subtract({
  days: Temporal.PlainDate.from(today).dayOfWeek + 6,
});
await asOwner(test.database.owner, async (db) => {
  await db.run(sql`
    insert into reading (person_id, kpi_id, day, value, source, recorded_at)
    select ${employee.id}, k, d::date,
           case when d::date >= ${monday.toString()} then 3 else 9 + extract(day from d)::int % 3 end, 'api', now()
      from unnest(array[${kpi.id}, ${archived.id}]::uuid[]) k,
           generate_series(${today}::date - 365, ${today}::date - 1, interval '1 day') d
     where extract(isodow from d) < 6`);
});
await asOwner(test.database.owner, async (db) => {
  await db.run(sql`update kpi set archived_at = now() where id = ${archived.id}`);
});

describe('signals', () => {
  it('say the same to the person, their manager and an admin, in one plain sentence with the numbers', async () => {
    const [mine, theirs, admins] = await Promise.all([employee.get(at), manager.get(at), admin.get(at)]);
    const { items } = expectStatus(200, mine);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'anomaly', tone: 'bad', kpi: { name: 'Calls booked' } });
    expect(items[0].sentence).toMatch(/^Calls booked fell to 15 last week, from a usual 4\d–5\d$/);
    expect(items[0].evidence).toMatchObject({ period: 'week', startsOn: monday.toString(), value: 15 });
    expect(expectStatus(200, theirs).items).toEqual(items);
    expect(expectStatus(200, admins).items).toEqual(items);
  });

  it('do not tell again what could be seen before the day that is asked for', async () => {
    const { items } = expectStatus(200, await manager.get(`${at}?since=${today}`));
    // It could be seen on the Monday after that week.
    const isMonday = Temporal.PlainDate.from(today).dayOfWeek === 1;
    expect(items).toHaveLength(isMonday ? 1 : 0);
  });

  it('do not exist for anybody else', async () => {
    expectStatus(404, await stranger.get(at));
    expectStatus(404, await manager.get(`/api/people/${stranger.id}/signals`));
    expectStatus(422, await manager.get(`${at}?since=yesterday`));
  });
});
