import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, startOneOnOne } from '../../../../test/support/pair.ts';
import { addParticipant, removeParticipant } from '../../../../test/support/participants.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const { manager, employee, teamId } = await addPair(test);
const stranger = await test.addPerson('Sam Other');
const kpi = expectStatus(
  201,
  await admin.post('/api/kpis', {
    name: 'Calls booked',
    unit: 'number',
    direction: 'higher',
    aggregation: 'sum',
  }),
);
const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(new Date());

await asOwner(test.database.owner, async (db) => {
  await db.run(sql`
    select app.record_readings(array[${kpi.id}, ${kpi.id}]::uuid[], array[${employee.id}, ${employee.id}]::uuid[],
                               array[${today}::date, ${today}::date - 400], '{12,3.5}', 'form', now())`);
});

describe('numbers', () => {
  it('are the same for the person, their manager and an admin', async () => {
    const at = `/api/people/${employee.id}/numbers?period=year`;
    const [mine, theirs, admins] = await Promise.all([employee.get(at), manager.get(at), admin.get(at)]);
    const { items } = expectStatus(200, mine);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kpi: { name: 'Calls booked' }, value: 12, target: null, state: null });
    expect(expectStatus(200, theirs).items).toEqual(items);
    expect(expectStatus(200, admins).items).toEqual(items);
    expect(mine.body.abilities.change).toBe(false);
    expect(theirs.body.abilities.change).toBe(true);
  });

  it('do not exist for anybody else', async () => {
    for (const at of ['numbers', `numbers/${kpi.id}`]) {
      expectStatus(404, await stranger.get(`/api/people/${employee.id}/${at}`));
    }
    expect(expectStatus(200, await stranger.get('/api/team-numbers')).rows).toEqual([]);
  });

  it('show a detail with readings, and the one-on-ones of the viewer alone', async () => {
    const of = async (viewer: typeof admin) =>
      expectStatus(200, await viewer.get(`/api/people/${employee.id}/numbers/${kpi.id}?period=year`));
    expect((await of(employee)).readings.at(-1)).toEqual({ on: today, value: 12 });
    expect((await of(admin)).oneOnOnes).toEqual([]);
  });

  it('are marked with the one-on-ones that the viewer may read, and no others', async () => {
    const pair = { manager, employee, teamId };
    const second = await test.addPerson('Nora Second');
    await test.addTeam('Second team', [second], [employee]);
    const shared = await oneOnOneIn(pair, 'active');
    const draft = await startOneOnOne(pair);
    await addParticipant(manager, shared.id, second);
    await addParticipant(manager, draft.id, second);
    const marks = async (viewer: typeof admin) => {
      const at = `/api/people/${employee.id}/numbers/${kpi.id}?period=month`;
      const { oneOnOnes } = expectStatus(200, await viewer.get(at));
      return oneOnOnes.map(({ id }: { id: string }) => id);
    };
    expect(await marks(manager)).toEqual([shared.id, draft.id].toSorted());
    expect(await marks(employee)).toEqual([shared.id]);
    expect(await marks(second)).toEqual([shared.id]);
    expect(await marks(admin)).toEqual([]);
    await removeParticipant(manager, shared.id, second);
    expect(await marks(second)).toEqual([]);
  });

  it('stand in the team of the manager, for a team of theirs alone', async () => {
    const { teams, kpis, rows } = expectStatus(200, await manager.get('/api/team-numbers?period=year'));
    expect(teams).toEqual([{ id: teamId, name: expect.any(String) }]);
    expect(kpis.map(({ name }: { name: string }) => name)).toEqual(['Calls booked']);
    expect(rows[0]).toMatchObject({ person: { id: employee.id }, cells: [{ value: 12 }] });
    const other = await addPair(test, 'Omar Haddad', 'Tom Berg');
    expect(expectStatus(200, await manager.get(`/api/team-numbers?teamId=${other.teamId}`)).rows).toEqual([]);
  });
});
