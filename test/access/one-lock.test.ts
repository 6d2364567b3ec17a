import { describe, expect, it } from 'vitest';
import { mistakeEverybodyFor } from '../support/mistaken-viewer.ts';
import { openPolicies } from '../support/open-policies.ts';
import { testApp } from '../support/test-app.ts';
import { expectedOf, oneOnOneRows, viewers } from './expected.ts';
import type { Viewer } from './expected.ts';
import { matrixWorld } from './matrix-world.ts';

describe('the application alone, with row-level security opened', async () => {
  const test = await testApp();
  const world = await matrixWorld(test);
  await openPolicies(test.database.owner);

  it.each(Object.entries(oneOnOneRows))(
    '%s still gives everybody exactly what is theirs',
    async (route, row) => {
      const seen: Partial<Record<Viewer, string>> = {};
      const expected: Partial<Record<Viewer, string>> = {};
      for (const viewer of viewers) {
        seen[viewer] = await world.statusesOf(route, viewer);
        expected[viewer] = expectedOf(row, viewer);
      }
      expect(seen).toEqual(expected);
    },
  );
});

describe('a planted fault', async () => {
  const test = await testApp();
  const world = await matrixWorld(test);

  it('in the look-up of who asks turns cells of the matrix red', async () => {
    const route = 'GET /api/one-on-ones/{oneOnOneId}';
    const before = await world.statusesOf(route, 'stranger');
    await mistakeEverybodyFor(test.database.owner, world.manager.id);
    expect(before).toBe(expectedOf({}, 'stranger'));
    expect(await world.statusesOf(route, 'stranger')).not.toBe(before);
  });
});
