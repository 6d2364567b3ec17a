import { useQuery } from '@tanstack/react-query';
import { call } from '../../../web/shell/call.ts';
import { queryClient } from '../../../web/shell/queries.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Select } from '../../../web/ui/select.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { Switch } from '../../../web/ui/switch.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { reminderRoutes, type Reminders } from '../contract.ts';
import type { ReminderKind } from '../domain/meeting-reminders.ts';
import styles from './reminder-choices.module.css';
import { remindersQuery } from './reminders-query.ts';
import { WorkingHoursForm } from './working-hours-form.tsx';

const kindWords: Record<ReminderKind, { label: string; hint: string; isAfter: boolean }> = {
  'add-to-agenda': {
    label: 'Add to the agenda',
    hint: 'What you want to talk about, while there is time to think.',
    isAfter: false,
  },
  'review-agenda': {
    label: 'Prepare',
    hint: 'With everything there is to look at on one page.',
    isAfter: false,
  },
  'finish-record': {
    label: 'Finish the record, or approve it',
    hint: 'Only where something is open.',
    isAfter: true,
  },
};

type Choice = Reminders['choices'][number];

/** When I work, and what of meetings I am reminded of. Switches take effect at once. */
export function ReminderChoices() {
  const { data, error, refetch } = useQuery(remindersQuery);
  const act = useAction();
  if (data === undefined) {
    return error === null ? (
      <Skeleton shape="rows" lines={4} />
    ) : (
      <InlineError error={error} onRetry={() => void refetch()} />
    );
  }
  function choose(changed: Choice): void {
    const before = data;
    if (before === undefined) return;
    const choices = before.choices.map((choice) => (choice.kind === changed.kind ? changed : choice));
    queryClient.setQueryData(remindersQuery.queryKey, { ...before, choices });
    void act
      .run(async () => call(reminderRoutes.change, { body: { choices: [changed] } }))
      .then((isDone) => isDone || queryClient.setQueryData(remindersQuery.queryKey, before));
  }
  return (
    <div className={styles.reminders}>
      <p className={styles.note}>
        Reminders come on your working days, at the beginning of your hours, several in one mail; for a Monday
        they come on Friday. Your time zone is that of your profile; without one, your organisation’s.
      </p>
      <WorkingHoursForm hours={data.workingHours} />
      <ul className={styles.kinds} aria-label="Reminders of meetings">
        {data.choices.map((choice) => (
          <li key={choice.kind}>
            <Switch
              isSelected={choice.wanted}
              onChange={(wanted) => choose({ ...choice, wanted })}
              hint={kindWords[choice.kind].hint}
            >
              {kindWords[choice.kind].label}
            </Switch>
            {choice.wanted && (
              <Select
                label={`When: ${kindWords[choice.kind].label}`}
                hideLabel
                options={daysWords(kindWords[choice.kind].isAfter)}
                value={`${choice.days}`}
                onChange={(days) => choose({ ...choice, days: Number(days) })}
              />
            )}
          </li>
        ))}
      </ul>
      {act.error !== null && <InlineError error={act.error} />}
    </div>
  );
}

function daysWords(isAfter: boolean): { id: string; label: string }[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((days) => {
    if (days === 0) return { id: '0', label: isAfter ? 'Once it is over' : 'On the day' };
    const count = days === 1 ? '1 working day' : `${days} working days`;
    return { id: `${days}`, label: `${count} ${isAfter ? 'after' : 'before'}` };
  });
}
