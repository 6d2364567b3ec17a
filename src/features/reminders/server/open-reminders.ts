import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { Reminders } from '../contract.ts';
import { reminderKinds, usualDays } from '../domain/meeting-reminders.ts';
import type { ReminderKind } from '../domain/meeting-reminders.ts';
import { usualHours } from '../domain/working-hours.ts';
import type { WorkingHours } from '../domain/working-hours.ts';

interface Stored {
  hours: WorkingHours | null;
  choices: { kind: ReminderKind; wanted: boolean; daysBefore: number | null }[];
}

export async function loadReminders(db: Reader): Promise<Stored> {
  const row = await db.first(sql<Stored>`
    select (select json_build_object('days', w.days, 'beginsAt', to_char(w.begins_at, 'HH24:MI'),
                                     'endsAt', to_char(w.ends_at, 'HH24:MI'))
              from working_hours w where w.person_id = (select app.viewer_id())) as hours,
           coalesce((select json_agg(json_build_object('kind', c.kind, 'wanted', c.wanted, 'daysBefore', c.days_before))
              from reminder_choice c where c.person_id = (select app.viewer_id())), '[]') as choices`);
  return row ?? { hours: null, choices: [] };
}

export function presentReminders({ hours, choices }: Stored): Reminders {
  const { days, beginsAt, endsAt } = hours ?? usualHours;
  return {
    workingHours: { days: [...days], beginsAt, endsAt },
    choices: reminderKinds.map((kind) => {
      const chosen = choices.find((choice) => choice.kind === kind);
      return { kind, wanted: chosen?.wanted ?? true, days: chosen?.daysBefore ?? usualDays[kind] };
    }),
  };
}
