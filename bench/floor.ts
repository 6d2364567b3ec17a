import fastify from 'fastify';
import { openPool, statementName } from '../src/server/database/client.ts';
import { defaultWebConnections } from '../src/server/database/open.ts';
import type { Place } from '../src/server/database/open.ts';

/** By path: one statement a request, without session, policies, arithmetic and schema. */
export type BareQueries = Record<string, { text: string; values: string[] }>;

/** What Fastify and PostgreSQL alone cost. */
export async function startFloor(place: Place, queries: BareQueries) {
  const pool = openPool({ ...place, max: defaultWebConnections }, () => {});
  const http = fastify();
  for (const [path, { text, values }] of Object.entries(queries)) {
    const name = statementName(text);
    const query = { ...(name !== undefined && { name }), text, values };
    http.get(path, async () => (await pool.query<object>(query)).rows);
  }
  const address = await http.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    stop: async () => {
      await http.close();
      await pool.end();
    },
  };
}
