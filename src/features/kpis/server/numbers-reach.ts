import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { Bucket } from '../domain/aggregate.ts';
import type { Kpi } from '../domain/kpi.ts';
import type { Numbers } from '../domain/figures.ts';
import { stepFrom, trendLength, yearBefore } from '../domain/periods.ts';
import type { Period } from '../domain/periods.ts';
import { seesNumbers } from '../domain/rights.ts';
import type { NumbersStanding } from '../domain/rights.ts';
import type { BindingTarget } from '../domain/targets.ts';

export interface ReachedPerson extends NumbersStanding {
  id: string;
  name: string;
}

/** What belongs to each number of a KPI, of `k`. */
export const kpiAsJson: RawBuilder<unknown> = sql`
  json_build_object('id', k.id, 'name', k.name, 'unit', k.unit, 'currency', k.currency, 'direction', k.direction,
                    'aggregation', k.aggregation, 'decimals', k.decimals)`;

interface StandingRow {
  id: string;
  name: string;
  is_me: boolean;
  manages: boolean;
  is_admin: boolean;
}

/** Of `p`, a row of person. */
const standingColumns = sql`
  p.id, p.name, p.id = (select app.viewer_id()) as is_me, app.manages((select app.viewer_id()), p.id) as manages,
  (select app.viewer_is_admin()) as is_admin`;

function reachedIn({ id, name, is_me, manages, is_admin }: StandingRow): ReachedPerson | null {
  const standing = { viewerIsAdmin: is_admin, isMyself: is_me, managesNow: manages };
  return seesNumbers(standing) ? { id, name, ...standing } : null;
}

/** Somebody whose numbers the viewer may see, or 404 as for an id that never existed. */
export async function reachNumbersOf(db: Reader, personId: string): Promise<ReachedPerson> {
  const row = await db.first(
    sql<StandingRow>`select ${standingColumns} from person p where p.id = ${personId}`,
  );
  const person = row === undefined ? null : reachedIn(row);
  if (person === null) throw problem('not_found');
  return person;
}

/** From where on readings are asked for, to draw a trend that ends with the period of `startsOn` and compare it. */
export function readFrom(period: Period, startsOn: string): string {
  const trend = stepFrom(period, startsOn, 1 - trendLength[period]);
  const before = yearBefore(period, startsOn);
  return trend < before ? trend : before;
}

interface Wanted {
  period: Period;
  /** The first day whose readings count. */
  since: string;
  /** Of this KPI alone; null: of all. */
  kpiId: string | null;
}

interface NumbersRow extends StandingRow {
  working_days: number[] | null;
  targets: (BindingTarget & { kpiId: string })[] | null;
  measured: { kpi: Kpi; archived: boolean; buckets: Bucket[] | null }[] | null;
}

export interface NumbersOfPerson {
  person: ReachedPerson;
  /** One entry for each KPI that there are readings or a target of, by name. */
  numbers: Numbers[];
}

/**
 * The numbers of people for whom `whose` holds, of `p`, and that the viewer may see; the policies look a second time.
 * One statement, which costs the same however many readings there are of others and of longer ago.
 */
export async function numbersOf(
  db: Reader,
  whose: RawBuilder<unknown>,
  { period, since, kpiId }: Wanted,
): Promise<NumbersOfPerson[]> {
  const rows = await db.all(sql<NumbersRow>`
    select ${standingColumns}, app.working_days_of(p.id) as working_days,
           (select json_agg(json_build_object('kpiId', a.kpi_id, 'teamId', a.team_id, 'period', a.period, 'value', a.value,
                                              'validFrom', a.valid_from, 'validTo', a.valid_to))
              from app.targets_binding(p.id) a) as targets,
           (select json_agg(json_build_object(
                     'kpi', ${kpiAsJson}, 'archived', k.archived_at is not null,
                     'buckets', b.buckets) order by lower(k.name), k.id)
              from kpi k
              left join lateral (
                select json_agg(json_build_object('startsOn', g.starts_on, 'sum', g.sum, 'count', g.count, 'last', g.last)
                                order by g.starts_on) as buckets
                  from (select date_trunc(${period}, r.day::timestamp)::date as starts_on, sum(r.value) as sum,
                               count(*) as count, (array_agg(r.value order by r.day desc))[1] as last
                          from reading r
                         where r.person_id = p.id and r.kpi_id = k.id and r.day >= ${since}
                         group by 1) g) b on true
             where ${kpiId}::uuid is null or k.id = ${kpiId}::uuid) as measured
      from person p
     where ${whose}
     order by lower(p.name), p.id`);
  return rows.flatMap((row) => {
    const person = reachedIn(row);
    return person === null ? [] : [{ person, numbers: numbersIn(row) }];
  });
}

function numbersIn(row: NumbersRow): Numbers[] {
  return (row.measured ?? []).flatMap(({ kpi, archived, buckets }) => {
    const targets = (row.targets ?? []).filter(({ kpiId }) => kpiId === kpi.id);
    if (buckets === null && (targets.length === 0 || archived)) return [];
    return [{ kpi, buckets: buckets ?? [], targets, workingDays: row.working_days ?? [] }];
  });
}
