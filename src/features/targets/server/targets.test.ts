import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { waitsFor } from '../../../../test/support/waits-for.ts';
import { asOwner } from '../../../server/database/as-owner.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const pair = await addPair(test);
const { manager, employee, teamId } = pair;
const stranger = await test.addPerson('Sam Other');

let count = 0;
async function addKpi() {
  count += 1;
  const definition = { unit: 'number', direction: 'higher', aggregation: 'sum' };
  return expectStatus(201, await admin.post('/api/kpis', { name: `Calls ${count}`, ...definition }));
}

async function targetsOf(kpiId: string, by = employee) {
  return expectStatus(200, await by.get(`/api/targets?personId=${employee.id}&kpiId=${kpiId}`));
}

const month = { period: 'month', value: 20, from: '2026-11-01' };

describe('a target', () => {
  it('is set by the manager, seen by the person, and shows in their numbers', async () => {
    const kpi = await addKpi();
    const body = { ...month, personId: employee.id, kpiId: kpi.id };
    const target = expectStatus(201, await manager.post('/api/targets', body));
    expect(target).toMatchObject({ value: 20, from: '2026-11-01', to: null, setBy: { id: manager.id } });
    const seen = await targetsOf(kpi.id);
    expect(seen).toMatchObject({
      items: [{ id: target.id, abilities: { edit: false } }],
      history: [{ what: 'set', value: 20, by: { id: manager.id } }],
      abilities: { set: false },
    });
    const numbers = expectStatus(200, await employee.get(`/api/people/${employee.id}/numbers?period=month`));
    expect(numbers.items.find((one: { kpi: { id: string } }) => one.kpi.id === kpi.id)).toMatchObject({
      value: null,
      target: { value: 20, of: 'person' },
      state: 'no-data',
    });
  });

  it('has an id of the very moment at which it was set, like one that two agreed on', async () => {
    const kpi = await addKpi();
    for (let day = 1; day <= 8; day += 1) {
      const body = { ...month, personId: employee.id, kpiId: kpi.id, from: `2026-11-0${day}` };
      const { id, setAt } = expectStatus(201, await manager.post('/api/targets', body));
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(setAt));
    }
  });

  it('is nobody’s to set for themself, nor for a stranger', async () => {
    const kpi = await addKpi();
    const body = { ...month, personId: employee.id, kpiId: kpi.id };
    expectStatus(403, await employee.post('/api/targets', body));
    expectStatus(404, await stranger.post('/api/targets', body));
    expectStatus(404, await stranger.get(`/api/targets?personId=${employee.id}`));
    expectStatus(201, await admin.post('/api/targets', body));
    expectStatus(422, await manager.post('/api/targets', { ...body, to: '2026-10-01' }));
    expectStatus(422, await manager.post('/api/targets', { ...body, personId: undefined }));
    expectStatus(422, await manager.post('/api/targets', { ...body, teamId }));
    expectStatus(422, await manager.post('/api/targets', { ...body, kpiId: crypto.randomUUID() }));
  });

  it('takes over from its day on, and the history tells of both', async () => {
    const kpi = await addKpi();
    const set = async (value: number, from: string) =>
      expectStatus(
        201,
        await manager.post('/api/targets', { ...month, personId: employee.id, kpiId: kpi.id, value, from }),
      );
    await set(20, '2026-01-01');
    await set(30, '2026-12-01');
    await set(25, '2026-06-01');
    const { items, history } = await targetsOf(kpi.id);
    expect(
      items.map(({ value, from, to }: { value: number; from: string; to: string | null }) => [
        value,
        from,
        to,
      ]),
    ).toEqual([
      [25, '2026-06-01', null],
      [20, '2026-01-01', '2026-05-31'],
    ]);
    expect(history.map(({ what, value }: { what: string; value: number }) => `${what} ${value}`)).toEqual([
      'set 25',
      'changed 20',
      'removed 30',
      'set 30',
      'changed 20',
      'set 20',
    ]);
  });

  it('of a team binds each member until they have their own', async () => {
    const kpi = await addKpi();
    const team = expectStatus(
      201,
      await manager.post('/api/targets', { ...month, teamId, kpiId: kpi.id, value: 50 }),
    );
    expect(team).toMatchObject({ person: null, team: { id: teamId } });
    expectStatus(403, await employee.post('/api/targets', { ...month, teamId, kpiId: kpi.id }));
    expectStatus(404, await stranger.get(`/api/targets?teamId=${teamId}`));
    expectStatus(404, await stranger.patch(`/api/targets/${team.id}`, { value: 1, version: 1 }));
    const aim = async () => {
      const { items } = expectStatus(200, await employee.get(`/api/people/${employee.id}/numbers`));
      return items.find((one: { kpi: { id: string } }) => one.kpi.id === kpi.id).target;
    };
    expect(await aim()).toEqual({ value: 50, of: 'team' });
    const own = { ...month, personId: employee.id, kpiId: kpi.id, value: 20 };
    expectStatus(201, await manager.post('/api/targets', own));
    expect(await aim()).toEqual({ value: 20, of: 'person' });
    const { items } = await targetsOf(kpi.id, manager);
    expect(items.map(({ abilities }: { abilities: { edit: boolean } }) => abilities.edit)).toEqual([
      true,
      false,
    ]);
  });

  it('is corrected and ended on the version that was seen, and removed with its history kept', async () => {
    const kpi = await addKpi();
    const body = { ...month, personId: employee.id, kpiId: kpi.id };
    const target = expectStatus(201, await manager.post('/api/targets', body));
    const at = `/api/targets/${target.id}`;
    expectStatus(403, await employee.patch(at, { value: 1, version: 1 }));
    expect(expectStatus(200, await manager.patch(at, { value: 22.5, version: 1 })).value).toBe(22.5);
    expect(expectStatus(409, await manager.patch(at, { value: 1, version: 1 })).current.value).toBe(22.5);
    expectStatus(422, await manager.patch(at, { to: '2026-10-31', version: 2 }));
    expect(expectStatus(200, await manager.patch(at, { to: '2026-11-30', version: 2 })).to).toBe(
      '2026-11-30',
    );
    expectStatus(201, await manager.post('/api/targets', { ...body, from: '2026-12-01', value: 9 }));
    const late = expectStatus(422, await manager.patch(at, { to: null, version: 3 }));
    expect(late.errors[0].message).toContain('2026-12-01');
    expectStatus(403, await employee.delete(at));
    expectStatus(204, await manager.delete(at));
    expectStatus(404, await manager.delete(at));
    expect((await targetsOf(kpi.id)).history[0]).toMatchObject({ what: 'removed', value: 22.5 });
  });

  it('removed as a mistake gives back what it ended, as far as nothing else begins', async () => {
    const kpi = await addKpi();
    const set = async (value: number, from: string, to: string | null = null) =>
      expectStatus(
        201,
        await manager.post('/api/targets', {
          ...month,
          personId: employee.id,
          kpiId: kpi.id,
          value,
          from,
          to,
        }),
      ).id;
    const spans = async () =>
      (await targetsOf(kpi.id)).items.map((one: { value: number; from: string; to: string | null }) =>
        [one.value, one.from, one.to ?? 'open'].join(' '),
      );
    const remove = async (id: string) => expectStatus(204, await manager.delete(`/api/targets/${id}`));
    const first = await set(20, '2026-01-01');
    const wrong = await set(2000, '2026-03-01');
    await remove(await set(200, '2026-05-01'));
    expect(await spans()).toEqual(['2000 2026-03-01 open', '20 2026-01-01 2026-02-28']);
    const next = await set(25, '2026-06-01');
    await remove(wrong);
    expect(await spans()).toEqual(['25 2026-06-01 open', '20 2026-01-01 2026-05-31']);
    await remove(next);
    expect(await spans()).toEqual(['20 2026-01-01 open']);
    // A last day that somebody set stays: at the time, and after another took over before it.
    const { version } = (await targetsOf(kpi.id)).items[0];
    expectStatus(200, await manager.patch(`/api/targets/${first}`, { to: '2026-02-28', version }));
    await remove(await set(30, '2026-03-01'));
    await remove(await set(30, '2026-02-01'));
    expect(await spans()).toEqual(['20 2026-01-01 2026-02-28']);
    const { history } = await targetsOf(kpi.id);
    expect(history[0]).toMatchObject({ what: 'changed', value: 20, to: '2026-02-28' });
  });

  it('set by two at once leaves one that holds', async () => {
    const kpi = await addKpi();
    const body = { ...month, personId: employee.id, kpiId: kpi.id };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async (value) => manager.post('/api/targets', { ...body, value })),
    );
    for (const answer of answers) expectStatus(201, answer);
    expect((await targetsOf(kpi.id)).items).toHaveLength(1);
  });

  it('whose value is corrected while the next is set waits for its turn, and is corrected on what became of it', async () => {
    const kpi = await addKpi();
    const body = { ...month, personId: employee.id, kpiId: kpi.id };
    const { id } = expectStatus(201, await manager.post('/api/targets', body));
    const corrected = await asOwner(test.database.owner, async (db) => {
      await db.run(sql`select app.take_turn_at_target(${kpi.id}, ${employee.id}, 'month')`);
      const correcting = manager.patch(`/api/targets/${id}`, { value: 21, version: 1 });
      await waitsFor(db, 'advisory');
      // Whoever has the turn ends the target: whoever held its row meanwhile would stand in the way for ever.
      await db.run(sql`update target set valid_to = '2026-11-30', version = version + 1 where id = ${id}`);
      return { correcting };
    });
    const { current } = expectStatus(409, await corrected.correcting);
    expect(current).toMatchObject({ value: 20, to: '2026-11-30', version: 2 });
  });

  it('of a team that is deleted while the next is set is waited for', async () => {
    const kpi = await addKpi();
    const id = await test.addTeam('For a while', [manager], [employee]);
    expectStatus(201, await manager.post('/api/targets', { ...month, teamId: id, kpiId: kpi.id }));
    const { deleting } = await asOwner(test.database.owner, async (db) => {
      await db.run(sql`select app.take_turn_at_target(${kpi.id}, ${id}, 'month')`);
      const sent = admin.delete(`/api/teams/${id}`);
      await waitsFor(db, 'advisory');
      // It ends the one before and asks for the team: who had deleted that already would wait for the one before.
      await db.run(sql`
        insert into target (id, kpi_id, team_id, period, value, valid_from, set_by, set_at)
        values (gen_random_uuid(), ${kpi.id}, ${id}, 'month', 30, '2026-12-01', ${manager.id}, now())`);
      return { deleting: sent };
    });
    expectStatus(204, await deleting);
    expectStatus(404, await manager.get(`/api/targets?teamId=${id}`));
  });

  it('prolonged while the next is set ends before it, or is refused', async () => {
    const kpi = await addKpi();
    for (let year = 2001; year < 2013; year += 1) {
      const body = { ...month, personId: employee.id, kpiId: kpi.id, from: `${year}-01-01` };
      const target = expectStatus(201, await manager.post('/api/targets', { ...body, to: `${year}-02-28` }));
      const [prolonged, next] = await Promise.all([
        manager.patch(`/api/targets/${target.id}`, { to: `${year}-11-30`, version: 1 }),
        manager.post('/api/targets', { ...body, from: `${year}-06-01`, to: `${year}-12-31` }),
      ]);
      expect([200, 422]).toContain(prolonged.status);
      expectStatus(201, next);
      const { items } = await targetsOf(kpi.id);
      const earlier = items.find(({ id }: { id: string }) => id === target.id);
      expect(earlier.to < `${year}-06-01`).toBe(true);
    }
  });
});
