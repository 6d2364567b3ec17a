import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { mayAdminister } from '../../people/domain/rights.ts';
import type { RecoveryStanding } from '../contract.ts';

interface StandingRow {
  started_at: string;
  due_at: string;
  new_email: string;
  ended_at: string | null;
  outcome: RecoveryStanding['outcome'];
}

/** An admin's way to a person: 403 for everybody else, 404 where there is none. */
export async function reachPerson({ db, viewer }: Context, personId: string): Promise<{ name: string }> {
  if (!mayAdminister(viewer.isAdmin)) {
    throw problem('forbidden', { detail: 'Only an admin recovers accounts.' });
  }
  const person = await db.first(sql<{ name: string }>`select name from person where id = ${personId}`);
  if (person === undefined) throw problem('not_found');
  return person;
}

export async function findRecovery(db: Db, personId: string): Promise<RecoveryStanding | null> {
  const row = await db.first(sql<StandingRow>`
    select started_at, due_at, new_email, ended_at, outcome from app.recovery_of(${personId})`);
  if (row === undefined) return null;
  return {
    startedAt: row.started_at,
    dueAt: row.due_at,
    newEmail: row.new_email,
    endedAt: row.ended_at,
    outcome: row.outcome,
  };
}
