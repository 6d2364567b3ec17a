import type pg from 'pg';
import { expect } from 'vitest';

interface Somebody {
  token: string;
}

/** How many rows a statement touched, or why the database refused it. */
type Touched = number | Error;

/** With plain SQL, in the name of somebody, or of nobody; nothing of it stays. */
async function touched(
  client: pg.Client,
  person: Somebody | null,
  statement: string,
  values: unknown[],
): Promise<Touched> {
  await client.query('begin');
  if (person !== null) await client.query('select from app.begin_request($1)', [person.token]);
  const answer = await client.query(statement, values).then(
    (result) => result.rowCount ?? 0,
    (error: Error) => error,
  );
  await client.query('rollback');
  return answer;
}

/** For whoever asks whether it is refused. */
export function sqlAs(client: pg.Client) {
  return async (
    person: Somebody | null,
    statement: string,
    values: unknown[] = [],
  ): Promise<number | 'refused'> => {
    const answer = await touched(client, person, statement, values);
    return answer instanceof Error ? 'refused' : answer;
  };
}

/** For whoever asks why. */
export function sqlAnsweredAs(client: pg.Client) {
  return async (person: Somebody | null, statement: string): Promise<number | string> => {
    const answer = await touched(client, person, statement, []);
    return answer instanceof Error ? answer.message : answer;
  };
}

/** Whether it is refused or finds nothing. */
export function sqlTouchesNothing(client: pg.Client) {
  const as = sqlAs(client);
  return async (
    person: Somebody & { name: string },
    statement: string,
    values: unknown[] = [],
  ): Promise<void> => {
    expect([0, 'refused'], `${person.name}: ${statement}`).toContain(await as(person, statement, values));
  };
}
