import { describe, expect, it } from 'vitest';
import type { Method } from '../../src/shared/routes.ts';
import { openPolicies } from '../support/open-policies.ts';
import { testApp } from '../support/test-app.ts';
import type { TestApp } from '../support/test-app.ts';
import { numbersWorld, on, viewers } from './numbers-world.ts';
import type { NumbersWorld, Viewer } from './numbers-world.ts';

/**
 * Who gets what of one person's numbers. Written by hand from the rules, and imports nothing of them: whoever is not
 * named gets 404, as for a person who never existed.
 */
type Row = Partial<Record<Viewer, number>> & { else?: number };

const seen: Row = { person: 200, manager: 200, 'manager of another team of theirs': 200, admin: 200 };
const changed = (status: number): Row => ({
  person: 403,
  manager: status,
  'manager of another team of theirs': status,
  admin: status,
});
/** The team's target binds its members: they see it, and so does whoever sees the numbers of one of them. */
const teamSeen: Row = { ...seen, colleague: 200 };
const teamChanged = (status: number): Row => ({
  person: 403,
  colleague: 403,
  manager: status,
  'manager of another team of theirs': 403,
  admin: status,
});

interface Try {
  method: Method;
  url: string;
  body?: unknown;
}

const month = { period: 'month', value: 5, from: '2026-12-01' };

const rows: [string, (world: NumbersWorld) => Try, Row][] = [
  ['their numbers', ({ personId }) => ({ method: 'GET', url: `/api/people/${personId}/numbers` }), seen],
  [
    'one KPI of theirs',
    ({ personId, kpiId }) => ({ method: 'GET', url: `/api/people/${personId}/numbers/${kpiId}` }),
    seen,
  ],
  [
    'a KPI that they have no number of',
    ({ personId, otherKpiId }) => ({ method: 'GET', url: `/api/people/${personId}/numbers/${otherKpiId}` }),
    {},
  ],
  [
    'their readings as CSV',
    ({ personId }) => ({ method: 'GET', url: `/api/people/${personId}/kpi-readings.csv` }),
    seen,
  ],
  ['their signals', ({ personId }) => ({ method: 'GET', url: `/api/people/${personId}/signals` }), seen],
  ['their targets', ({ personId }) => ({ method: 'GET', url: `/api/targets?personId=${personId}` }), seen],
  [
    'their team’s targets',
    ({ teamId }) => ({ method: 'GET', url: `/api/targets?teamId=${teamId}` }),
    teamSeen,
  ],
  [
    'setting a target of theirs',
    ({ personId, kpiId }) => ({ method: 'POST', url: '/api/targets', body: { ...month, personId, kpiId } }),
    changed(201),
  ],
  [
    'setting a target of their team',
    ({ teamId, kpiId }) => ({ method: 'POST', url: '/api/targets', body: { ...month, teamId, kpiId } }),
    teamChanged(201),
  ],
  [
    'changing a target of theirs',
    ({ targetId }) => ({ method: 'PATCH', url: `/api/targets/${targetId}`, body: { value: 11, version: 1 } }),
    changed(200),
  ],
  [
    'changing a target of their team',
    ({ teamTargetId }) => ({
      method: 'PATCH',
      url: `/api/targets/${teamTargetId}`,
      body: { value: 11, version: 1 },
    }),
    teamChanged(200),
  ],
  [
    'removing a target of theirs',
    ({ targetId }) => ({ method: 'DELETE', url: `/api/targets/${targetId}` }),
    changed(204),
  ],
  [
    'removing a target of their team',
    ({ teamTargetId }) => ({ method: 'DELETE', url: `/api/targets/${teamTargetId}` }),
    teamChanged(204),
  ],
  [
    'a reading of theirs',
    ({ personId, kpiId }) => ({
      method: 'GET',
      url: `/api/people/${personId}/kpi-readings/${kpiId}/${on}`,
    }),
    seen,
  ],
  [
    'removing a reading of theirs',
    ({ personId, kpiId }) => ({
      method: 'DELETE',
      url: `/api/people/${personId}/kpi-readings/${kpiId}/${on}`,
    }),
    changed(204),
  ],
  [
    // Somebody whose numbers one may not write is nobody, as is somebody who never existed.
    'writing a reading of theirs',
    ({ personId, kpiId }) => ({
      method: 'POST',
      url: '/api/kpi-readings',
      body: { readings: [{ kpiId, personId, on: '2026-11-03', value: 1 }] },
    }),
    { manager: 200, 'manager of another team of theirs': 200, admin: 200, else: 422 },
  ],
];

async function statusesOf(
  test: TestApp,
  world: () => Promise<NumbersWorld>,
  attempt: (world: NumbersWorld) => Try,
): Promise<Partial<Record<Viewer, number>>> {
  const statuses: Partial<Record<Viewer, number>> = {};
  let untouched: NumbersWorld | undefined;
  for (const viewer of viewers) {
    untouched ??= await world();
    const { method, url, body } = attempt(untouched);
    const { cookie } = untouched.people[viewer];
    const { status } = await test.call(method, url, body, { cookie });
    statuses[viewer] = status;
    // A refusal that wrote would show in the next.
    if (status < 400 && method !== 'GET') untouched = undefined;
  }
  return statuses;
}

function expected({ else: otherwise = 404, ...row }: Row): Record<Viewer, number> {
  const statuses = viewers.map((viewer) => [viewer, row[viewer] ?? otherwise] as const);
  return Object.fromEntries(statuses) as Record<Viewer, number>; // each viewer has an entry
}

describe('who gets what of somebody’s numbers', async () => {
  const test = await testApp();
  it.each(rows)('%s', async (_, attempt, row) => {
    expect(await statusesOf(test, async () => numbersWorld(test), attempt)).toEqual(expected(row));
  });

  it('is nothing for who is signed out, or holds a token', async () => {
    const world = await numbersWorld(test);
    const { token } = (await world.people.admin.post('/api/access-tokens', { name: 'Loader' })).body;
    for (const [name, attempt] of rows) {
      const { method, url, body } = attempt(world);
      expect((await test.call(method, url, body)).status, name).toBe(401);
      const { status } = await test.call(method, url, body, { authorization: `Bearer ${token}` });
      expect(status, name).toBe(url === '/api/kpi-readings' ? 200 : 401);
    }
  });

  it('in their team is those whom the viewer manages now, and nobody else', async () => {
    const world = await numbersWorld(test);
    for (const viewer of viewers) {
      const { body } = await world.people[viewer].get('/api/team-numbers');
      const ids = body.rows.map(({ person }: { person: { id: string } }) => person.id);
      const sees = viewer === 'manager' || viewer === 'manager of another team of theirs';
      expect(ids.includes(world.personId), viewer).toBe(sees);
    }
  });
});

describe('the application alone, with row-level security opened, of numbers', async () => {
  const test = await testApp();
  await openPolicies(test.database.owner);
  it.each(rows)('%s', async (_, attempt, row) => {
    expect(await statusesOf(test, async () => numbersWorld(test), attempt)).toEqual(expected(row));
  });
});
