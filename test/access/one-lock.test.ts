import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { asOwner } from '../../src/server/database/as-owner.ts';
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
    await asOwner(test.database.owner, async (db) => {
      await db.run(sql`
        create or replace function app.viewer_id() returns uuid
        language sql stable security definer set search_path = pg_catalog, public as $$
          select p.id from public.person p where p.name = 'Maya Adler'
        $$`);
      await db.run(sql`
        create or replace function app.begin_request(token text)
        returns table (id uuid, name text, is_admin boolean, session_id uuid, is_stale boolean)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select p.id, p.name, p.is_admin, p.id, false from public.person p where p.id = app.viewer_id()
        $$`);
    });
    expect(before).toBe(expectedOf({}, 'stranger'));
    expect(await world.statusesOf(route, 'stranger')).not.toBe(before);
  });
});
