import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { todayIn } from '../../../server/http/today.ts';
import { problem } from '../../../shared/problems.ts';
import { reachTemplate } from '../../templates/server/template-reach.ts';
import type { Series } from '../contract.ts';
import type { Rule } from '../domain/recurrence.ts';
import { latestStart } from '../domain/recurrence.ts';
import { minutesLater } from '../domain/wall-time.ts';
import { presentSeries } from './present-series.ts';
import { ruleColumns } from './rule-columns.ts';
import { reachSeries } from './series-reach.ts';
import { tellPair } from './tell-pair.ts';

interface NewSeries {
  employeeIds: string[];
  oneAfterTheOther: boolean;
  rule: Rule;
  minutes: number;
  place: string;
  templateId: string | null;
  managerPrepares: string;
  employeePrepares: string;
  agendaDueDays: number;
}

/** One for each person, or none for anybody: with all their faults named. */
export async function createSeries(context: Context, wanted: NewSeries): Promise<{ items: Series[] }> {
  const { viewer, now } = context;
  const ids = [...new Set(wanted.employeeIds)];
  await refuseUnfit(context, ids);
  refuseOtherTimes(wanted.rule, now);
  if (wanted.templateId !== null) await reachTemplate(context.db, wanted.templateId);
  const items: Series[] = [];
  for (const [at, employeeId] of ids.entries()) {
    const shift = wanted.oneAfterTheOther ? at * wanted.minutes : 0;
    const id = await insertSeries(context, employeeId, { ...wanted, rule: shifted(wanted.rule, shift) });
    const row = await reachSeries(context.db, id);
    await tellPair(context, row, 'series.started');
    items.push(presentSeries(row, [], viewer.id, now));
  }
  return { items };
}

/** A series cannot begin in the past: nobody was there. And what begins in years is not arranged yet. */
export function refuseOtherTimes(rule: Rule, now: Date): void {
  const today = todayIn(rule.timeZone, now);
  const fault = (message: string) => problem('invalid', { errors: [{ path: 'rule.startsOn', message }] });
  if (rule.startsOn < today) throw fault('Choose a day from today on.');
  if (rule.startsOn > latestStart(today)) throw fault('Choose a day within two years.');
}

async function insertSeries(context: Context, employeeId: string, wanted: NewSeries): Promise<string> {
  const { db, viewer, now } = context;
  const id = newId();
  await db.run(
    build.insertInto('series').values({
      id,
      manager_id: viewer.id,
      employee_id: employeeId,
      template_id: wanted.templateId,
      ...ruleColumns(wanted.rule),
      minutes: wanted.minutes,
      place: wanted.place,
      manager_prepares: wanted.managerPrepares,
      employee_prepares: wanted.employeePrepares,
      agenda_due_days: wanted.agendaDueDays,
      rule_since: now,
      created_at: now,
      updated_at: now,
      look_at: now,
    }),
  );
  await db.run(build.insertInto('agenda').values({ series_id: id }));
  return id;
}

function shifted(rule: Rule, minutes: number): Rule {
  if (rule.cadence === 'on_demand' || minutes === 0) return rule;
  const at = minutesLater(rule.at, minutes);
  if (at === null) {
    throw problem('invalid', {
      errors: [{ path: 'employeeIds', message: 'One after the other, they would not all fit into the day.' }],
    });
  }
  return { ...rule, at };
}

async function refuseUnfit({ db, viewer }: Context, ids: readonly string[]): Promise<void> {
  const rows = await db.all(sql<{
    id: string;
    name: string;
    managed: boolean;
    has_login: boolean;
    has_open: boolean;
  }>`
    select p.id, p.name, m.id is not null as managed, p.has_login,
           exists (select from series s
                    where s.manager_id = ${viewer.id} and s.employee_id = p.id and s.ended_at is null) as has_open
      from person p left join app.managed_people() m on m.id = p.id
     where p.id = any(${ids}::uuid[]) and p.active`);
  if (rows.length < ids.length) throw problem('not_found');
  if (rows.some((row) => !row.managed)) {
    throw problem('forbidden', { detail: 'You do not manage everybody of these.' });
  }
  const without = rows.filter((row) => !row.has_login).map((row) => row.name);
  if (without.length > 0) {
    throw problem('forbidden', {
      detail: `Without login access they could not come prepared: ${without.join(', ')}. An admin can give it.`,
    });
  }
  const taken = rows.filter((row) => row.has_open).map((row) => row.name);
  if (taken.length > 0) {
    throw problem('conflict', { detail: `You have an open series with ${taken.join(', ')} already.` });
  }
}
