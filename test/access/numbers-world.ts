import { sql } from 'kysely';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, startOneOnOne } from '../support/pair.ts';
import type { TestApp, TestPerson } from '../support/test-app.ts';

export const viewers = [
  'person',
  'manager',
  'admin',
  'former manager',
  'manager of another team of theirs',
  'manager of the manager',
  'other manager',
  'participant',
  'colleague',
  'stranger',
] as const;
export type Viewer = (typeof viewers)[number];

export interface NumbersWorld {
  people: Record<Viewer, TestPerson>;
  personId: string;
  teamId: string;
  kpiId: string;
  /** Of the person, and of their team. */
  targetId: string;
  teamTargetId: string;
  /** A second one without readings or targets. */
  otherKpiId: string;
}

export const on = '2026-11-02';
let count = 0;

/** Everybody who could stand in some relation to one person's numbers. */
export async function numbersWorld(test: TestApp): Promise<NumbersWorld> {
  count += 1;
  const named = async (name: string, options = {}) => test.addPerson(`${name} ${count}`, options);
  const pair = await addPair(test, `Maya ${count}`, `Eli ${count}`);
  const { manager, employee, teamId } = pair;
  const people: Record<Viewer, TestPerson> = {
    person: employee,
    manager,
    admin: await named('Admin', { admin: true }),
    'former manager': await named('Former'),
    'manager of another team of theirs': await named('Second'),
    'manager of the manager': await named('Above'),
    'other manager': (await addPair(test, `Omar ${count}`, `Tom ${count}`)).manager,
    participant: await named('Reader'),
    colleague: await named('Colleague'),
    stranger: await named('Stranger'),
  };
  const { admin } = people;
  const before = await test.addTeam(`Before ${count}`, [people['former manager']], [employee]);
  await test.addTeam(`Second ${count}`, [people['manager of another team of theirs']], [employee]);
  await test.addTeam(`Above ${count}`, [people['manager of the manager']], [manager]);
  const mates = [{ id: people.colleague.id }];
  for (const { id } of mates) expectStatus(200, await admin.put(`/api/teams/${teamId}/members/${id}`));

  const definition = { unit: 'number', direction: 'higher', aggregation: 'sum' };
  const kpi = expectStatus(201, await admin.post('/api/kpis', { name: `Calls ${count}`, ...definition }));
  const other = expectStatus(201, await admin.post('/api/kpis', { name: `Deals ${count}`, ...definition }));
  const aim = { kpiId: kpi.id, period: 'month', value: 10, from: '2026-11-01' };
  const target = expectStatus(201, await manager.post('/api/targets', { ...aim, personId: employee.id }));
  const ofTeam = { ...aim, teamId, period: 'week' };
  const teamTarget = expectStatus(201, await manager.post('/api/targets', ofTeam));
  await asOwner(test.database.owner, async (db) => {
    await db.run(sql`
      insert into reading (person_id, kpi_id, day, value, source, recorded_at)
      values (${employee.id}, ${kpi.id}, ${on}, 7, 'form', now())`);
  });
  const record = await startOneOnOne(pair);
  const at = `/api/one-on-ones/${record.id}`;
  expectStatus(200, await manager.put(`${at}/participants/${people.participant.id}`));
  expectStatus(200, await manager.post(`${at}/sharing`));
  expectStatus(200, await admin.delete(`/api/teams/${before}/members/${employee.id}`));
  return {
    people,
    personId: employee.id,
    teamId,
    kpiId: kpi.id,
    otherKpiId: other.id,
    targetId: target.id,
    teamTargetId: teamTarget.id,
  };
}
