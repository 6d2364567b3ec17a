import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { reachTemplate } from '../../templates/server/template-reach.ts';
import type { Series } from '../contract.ts';
import { slotsBetween } from '../domain/recurrence.ts';
import type { Rule } from '../domain/recurrence.ts';
import { refuseOtherTimes } from './create-series.ts';
import { meetingRows, meetingsAheadOf } from './meeting-reach.ts';
import { presentSeries } from './present-series.ts';
import { ruleColumns } from './rule-columns.ts';
import { prepareInSeries, reachSeries } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';
import { tellCalendars, tellPair } from './tell-pair.ts';

interface Wanted {
  version: number;
  rule?: Rule | undefined;
  minutes?: number | undefined;
  place?: string | undefined;
  templateId?: string | null | undefined;
  managerPrepares?: string | undefined;
  employeePrepares?: string | undefined;
  agendaDueDays?: number | undefined;
}

/** A new rule holds from now on: what was before stays as it was, and what single meetings were moved to is over. */
export async function changeSeries(context: Context, id: string, wanted: Wanted): Promise<Series> {
  const { db, viewer, now } = context;
  const row = await prepareInSeries(context, id, 'change');
  if (row.version !== wanted.version) {
    throw problem('stale_version', {
      current: presentSeries(row, await meetingRows(db, id), viewer.id, now),
    });
  }
  if (wanted.templateId !== undefined && wanted.templateId !== null) {
    await reachTemplate(db, wanted.templateId);
  }
  const newRule = wanted.rule !== undefined && !isSameRule(wanted.rule, row.rule) ? wanted.rule : null;
  const isNewInCalendars =
    newRule !== null ||
    (wanted.minutes ?? row.minutes) !== row.minutes ||
    (wanted.place ?? row.place) !== row.place;
  if (newRule !== null) {
    if (newRule.startsOn !== row.rule.startsOn) refuseOtherTimes(newRule, now);
    await settleBefore(context, row);
  }
  await db.run(
    build
      .updateTable('series')
      .set({
        version: row.version + 1,
        updated_at: now,
        ...(newRule && { ...ruleColumns(newRule), rule_since: now }),
        ...(isNewInCalendars && { sequence: row.sequence + 1 }),
        ...(wanted.minutes !== undefined && { minutes: wanted.minutes }),
        ...(wanted.place !== undefined && { place: wanted.place }),
        ...(wanted.templateId !== undefined && { template_id: wanted.templateId }),
        ...(wanted.managerPrepares !== undefined && { manager_prepares: wanted.managerPrepares }),
        ...(wanted.employeePrepares !== undefined && { employee_prepares: wanted.employeePrepares }),
        ...(wanted.agendaDueDays !== undefined && { agenda_due_days: wanted.agendaDueDays }),
      })
      .where('id', '=', id)
      .where('version', '=', row.version),
  );
  if (isNewInCalendars) {
    await tellPair(context, row, 'series.changed');
    if (newRule === null) await tellOfSingleOnes(context, id);
  }
  return presentSeries(await reachSeries(db, id), await meetingRows(db, id), viewer.id, now);
}

/** A calendar that takes the whole series anew forgets what single meetings ahead were changed to, unless told again. */
async function tellOfSingleOnes(context: Context, id: string): Promise<void> {
  const row = await reachSeries(context.db, id);
  for (const meeting of await meetingsAheadOf(context.db, [id], context.now)) {
    const isElsewhere = meeting.startsAt !== meeting.slotAt || meeting.minutes !== row.minutes;
    if (meeting.status !== 'planned' || meeting.isExtra || !isElsewhere) continue;
    await tellCalendars(context, row, meeting.slotAt);
  }
}

function isSameRule(one: Rule, other: Rule): boolean {
  return JSON.stringify(ruleColumns(one)) === JSON.stringify(ruleColumns(other));
}

/** Writes down what the old rule had up to now, and forgets what single meetings ahead were changed to. */
async function settleBefore({ db, now }: Context, row: SeriesRow): Promise<void> {
  await db.run(sql`
    delete from meeting
     where series_id = ${row.id} and starts_at > ${now} and status <> 'held' and not is_extra`);
  const instant = (at: string | number | Date) => Temporal.Instant.from(new Date(at).toISOString());
  const slots = slotsBetween(row.rule, instant(row.rule_since), instant(now)).map(String);
  if (slots.length === 0) return;
  await db.run(
    build
      .insertInto('meeting')
      .values(
        slots.map((slot) => ({
          id: newId(),
          series_id: row.id,
          slot_at: slot,
          starts_at: slot,
          minutes: row.minutes,
          held_at: null,
          ended_at: null,
          changed_at: now,
        })),
      )
      // What happened to some of them is written down already.
      .onConflict((same) => same.columns(['series_id', 'slot_at']).doNothing()),
  );
}
