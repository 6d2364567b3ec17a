import { sql } from 'kysely';
import type { Db, Reader } from '../../../server/database/query.ts';

export interface AgendaRow {
  objective: string;
  topics: string[];
  manager_ready_at: string | null;
  employee_ready_at: string | null;
  version: number;
}

export const nothingYet: AgendaRow = {
  objective: '',
  topics: [],
  manager_ready_at: null,
  employee_ready_at: null,
  version: 1,
};

/** Of a series that was reached. Its row is made by the first thing that is written. */
export async function findAgenda(db: Reader, seriesId: string): Promise<AgendaRow> {
  const row = await db.first(sql<AgendaRow>`
    select objective, topics, manager_ready_at, employee_ready_at, version from agenda where series_id = ${seriesId}`);
  return row ?? nothingYet;
}

/** Lock the series first. */
export async function makeAgenda(db: Db, seriesId: string): Promise<void> {
  await db.run(sql`insert into agenda (series_id) values (${seriesId}) on conflict (series_id) do nothing`);
}
