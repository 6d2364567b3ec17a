import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { Recovery } from '../contract.ts';

interface RecoveryRow {
  id: string;
  person_id: string;
  person_name: string;
  started_by: string;
  starter_name: string;
  started_at: string;
  due_at: string;
}

export async function listRecoveries({ db }: Context): Promise<{ items: Recovery[] }> {
  const rows = await db.all(sql<RecoveryRow>`
    select r.id, r.person_id, p.name as person_name, r.started_by, s.name as starter_name, r.started_at, r.due_at
      from app.open_recoveries() r
      join person p on p.id = r.person_id
      join person s on s.id = r.started_by
     order by r.due_at, r.id`);
  return {
    items: rows.map((row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.person_name },
      startedBy: { id: row.started_by, name: row.starter_name },
      startedAt: row.started_at,
      dueAt: row.due_at,
    })),
  };
}
