import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { Figures } from '../../kpis/domain/figures.ts';
import { trendOf } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import type { ReachedPerson } from '../../kpis/server/numbers-reach.ts';
import { figuresNow, loadPersonNumbers } from './person-numbers.ts';

interface KpiOfPerson {
  person: ReachedPerson;
  figures: Figures;
  readings: { on: string; value: number }[];
  oneOnOnes: { id: string; title: string; heldOn: string }[];
}

/** 404 also where the person has neither a reading nor a target of it. */
export async function kpiOfPerson(
  db: Reader,
  { personId, kpiId }: { personId: string; kpiId: string },
  period: Period,
  today: string,
): Promise<KpiOfPerson> {
  const { person, numbers } = await loadPersonNumbers(db, personId, { period, today, kpiId });
  const [wanted] = numbers;
  if (wanted === undefined) throw problem('not_found');
  const [since = today] = trendOf(period, today);
  const readings = await db.all(sql<{ on: string; value: string }>`
    select r.day as on, r.value from reading r
     where r.person_id = ${person.id} and r.kpi_id = ${kpiId} and r.day >= ${since}
     order by r.day`);
  // Only what the viewer is of: an admin sees numbers and no one-on-ones.
  const oneOnOnes = await db.all(sql<KpiOfPerson['oneOnOnes'][number]>`
    select o.id, o.title, o.held_on as "heldOn" from one_on_one o
     where o.employee_id = ${person.id} and o.held_on >= ${since} and o.held_on <= ${today}
       and (o.manager_id = (select app.viewer_id())
            or (o.state <> 'draft' and (o.employee_id = (select app.viewer_id())
                                        or (select app.viewer_id()) = any (o.participant_ids))))
     order by o.held_on, o.id limit 200`);
  return {
    person,
    figures: figuresNow(wanted, period, today),
    readings: readings.map(({ on, value }) => ({ on, value: Number(value) })),
    oneOnOnes,
  };
}
