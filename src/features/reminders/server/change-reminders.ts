import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Reminders } from '../contract.ts';
import type { ReminderKind } from '../domain/meeting-reminders.ts';
import type { WorkingHours } from '../domain/working-hours.ts';
import { loadReminders, presentReminders } from './open-reminders.ts';

interface Wanted {
  workingHours?: WorkingHours | undefined;
  choices?: { kind: ReminderKind; wanted?: boolean | undefined; days?: number | undefined }[] | undefined;
}

export async function changeReminders(
  { db, viewer }: Context,
  { workingHours, choices = [] }: Wanted,
): Promise<Reminders> {
  if (workingHours !== undefined) {
    const { days, beginsAt, endsAt } = workingHours;
    const hours = { days: days.toSorted((a, b) => a - b), begins_at: beginsAt, ends_at: endsAt };
    await db.run(
      build
        .insertInto('working_hours')
        .values({ person_id: viewer.id, ...hours })
        .onConflict((same) => same.column('person_id').doUpdateSet(hours)),
    );
  }
  for (const { kind, wanted = null, days = null } of choices) {
    await db.run(sql`
      insert into reminder_choice (person_id, kind, wanted, days_before)
      values (${viewer.id}, ${kind}, coalesce(${wanted}::boolean, true), ${days}::smallint)
      on conflict (person_id, kind) do update
         set wanted = coalesce(${wanted}::boolean, reminder_choice.wanted),
             days_before = coalesce(${days}::smallint, reminder_choice.days_before)`);
  }
  return presentReminders(await loadReminders(db));
}
