import { describe, expect, it } from 'vitest';
import { registeredRoutes } from '../support/registered-routes.ts';
import { testApp } from '../support/test-app.ts';
import { expectedOf, oneOnOneRows, otherRows, viewers } from './expected.ts';
import { seriesRows } from './expected-series.ts';
import { matrixWorld } from './matrix-world.ts';

const test = await testApp();
const world = await matrixWorld(test);

describe('the access matrix', () => {
  it('has a row for every route', () => {
    const rows = [oneOnOneRows, otherRows, seriesRows].flatMap((table) => Object.keys(table));
    expect(rows.toSorted()).toEqual(registeredRoutes(test.app).toSorted());
  });

  describe.each(Object.entries(oneOnOneRows))('%s', (route, row) => {
    it.each([...viewers])('for the %s', async (viewer) => {
      expect(await world.statusesOf(route, viewer)).toBe(expectedOf(row, viewer));
    });

    it('answers for a hidden one-on-one exactly as for one that never existed and for a malformed id', async () => {
      const answers = [
        await world.asStranger(route),
        await world.asStranger(route, crypto.randomUUID()),
        await world.asStranger(route, 'not-an-id'),
        await world.asStranger(route, encodeURIComponent("' or 1=1 --")),
      ];
      const seen = answers.map(({ raw }) => {
        const { date: _, 'x-request-id': __, ...headers } = raw.headers;
        return JSON.stringify([raw.statusCode, headers, raw.payload]);
      });
      expect(new Set(seen).size).toBe(1);
      expect(answers[0]?.status).toBe(404);
    });
  });
});
