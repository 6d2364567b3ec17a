import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';

interface KpiPlace {
  id: string;
  archived: boolean;
}

/** What was said of KPIs and people, each said thing once, as ids; absent where the sender finds no such thing. */
interface Places {
  kpis: ReadonlyMap<string, KpiPlace>;
  people: ReadonlyMap<string, string>;
}

interface Said {
  kpis: Iterable<string>;
  people: Iterable<string>;
}

export async function findPlaces(db: Db, { kpis, people }: Said): Promise<Places> {
  const foundKpis = await db.all(
    sql<{ said: string; kpi_id: string; archived: boolean }>`
      select said, kpi_id, archived from app.find_kpis_for_readings(${[...new Set(kpis)]})`,
  );
  const foundPeople = await db.all(
    sql<{ said: string; person_id: string }>`
      select said, person_id from app.find_people_for_readings(${[...new Set(people)]})`,
  );
  return {
    kpis: new Map(foundKpis.map(({ said, kpi_id: id, archived }) => [said, { id, archived }])),
    people: new Map(foundPeople.map(({ said, person_id: id }) => [said, id])),
  };
}
