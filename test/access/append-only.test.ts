import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { roleKinds } from '../../src/server/database/roles.ts';
import { testDatabase } from '../support/test-database.ts';

const { owner, secretKey } = await testDatabase();
const clients = roleKinds.map((kind) => new pg.Client(roleConnection(owner, secretKey, kind)));
await Promise.all(clients.map((client) => client.connect()));
afterAll(() => Promise.all(clients.map((client) => client.end())));

// By their grants alone, before any policy or trigger is asked.
it.each(['one_on_one_event', 'revision_request', 'approval_request', 'approval', 'tombstone'])(
  'what %s holds is changed and removed by no role that serves requests or jobs',
  async (table) => {
    for (const client of clients) {
      for (const statement of [
        `update ${table} set one_on_one_id = one_on_one_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(client.query(statement), `${client.user}: ${statement}`).rejects.toThrow(
          'permission denied',
        );
      }
    }
  },
);
