import { describe, expect, it } from 'vitest';
import { openPolicies } from '../support/open-policies.ts';
import { testApp } from '../support/test-app.ts';
import type { Answer } from '../support/test-app.ts';
import { expectedInSeries, seriesRows, seriesViewers } from './expected-series.ts';
import { seriesWorld } from './series-world.ts';

const test = await testApp();
const world = await seriesWorld(test);

function bytesOf({ raw }: Answer): string {
  const { date: _, 'x-request-id': __, ...headers } = raw.headers;
  return JSON.stringify([raw.statusCode, headers, raw.payload]);
}

describe.each(Object.entries(seriesRows))('%s', (route, row) => {
  it.each([...seriesViewers])('for the %s', async (viewer) => {
    expect(await world.statusesOf(route, viewer)).toBe(expectedInSeries(row, viewer));
  });

  it('answers for a hidden series exactly as for one that never existed and for a malformed id', async () => {
    const answers = [
      await world.asStranger(route),
      await world.asStranger(route, crypto.randomUUID()),
      await world.asStranger(route, 'not-an-id'),
    ];
    expect(new Set(answers.map(bytesOf)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });
});

describe('the application alone, with row-level security opened', async () => {
  const opened = await testApp();
  const openWorld = await seriesWorld(opened);
  await openPolicies(opened.database.owner);

  it.each(Object.entries(seriesRows))(
    '%s still gives everybody exactly what is theirs',
    async (route, row) => {
      const statuses = async () =>
        Promise.all(
          seriesViewers.map(async (viewer) => [viewer, await openWorld.statusesOf(route, viewer)] as const),
        );
      const expected = seriesViewers.map((viewer) => [viewer, expectedInSeries(row, viewer)]);
      expect(await statuses()).toEqual(expected);
    },
  );
});
