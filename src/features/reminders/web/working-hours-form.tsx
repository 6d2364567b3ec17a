import { call } from '../../../web/shell/call.ts';
import { queryClient } from '../../../web/shell/queries.ts';
import { Checkbox } from '../../../web/ui/checkbox.tsx';
import { currentLocale } from '../../../web/ui/dates.ts';
import { useFieldError } from '../../../web/ui/field-errors.ts';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import { reminderRoutes, type Reminders, reminderBody } from '../contract.ts';
import { remindersQuery } from './reminders-query.ts';
import styles from './working-hours-form.module.css';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** When I work: no reminder comes at another time. */
export function WorkingHoursForm({ hours }: { hours: Reminders['workingHours'] }) {
  const form = useForm({
    schema: reminderBody,
    initial: { ...hours },
    prepare: (values) => ({ workingHours: values }),
    submit: async (body) => {
      queryClient.setQueryData(remindersQuery.queryKey, await call(reminderRoutes.change, { body }));
      toast('Your working hours are saved.');
    },
  });
  const { days } = form.values;
  const choose = (day: Weekday, isChosen: boolean) =>
    form.set('days', isChosen ? [...days, day].toSorted((a, b) => a - b) : days.filter((one) => one !== day));
  // The body names them below workingHours; the fields do not.
  const fieldErrors = Object.fromEntries(
    Object.entries(form.fieldErrors).map(([path, errors]) => [path.replace('workingHours.', ''), errors]),
  );
  return (
    <Form state={{ ...form, fieldErrors }}>
      <fieldset className={styles.days}>
        <legend>Working days</legend>
        <div className={styles.row}>
          {weekdays.map((day) => (
            <Checkbox key={day} isSelected={days.includes(day)} onChange={(is) => choose(day, is)}>
              {nameOf(day)}
            </Checkbox>
          ))}
        </div>
        <DaysError />
      </fieldset>
      <div className={styles.times}>
        <TextField label="From" type="time" required {...form.field('beginsAt')} />
        <TextField label="To" type="time" required {...form.field('endsAt')} />
      </div>
      <FormError error={form.error} />
      <FormActions>
        <SubmitButton look="quiet" isPending={form.isPending}>
          Save
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

function DaysError() {
  const error = useFieldError('days');
  return error === null ? null : (
    <p role="alert" className={styles.error}>
      {error}
    </p>
  );
}

/** 1 November 2027 is a Monday. */
function nameOf(day: Weekday): string {
  const names = new Intl.DateTimeFormat(currentLocale(), { weekday: 'short', timeZone: 'UTC' });
  return names.format(new Date(Date.UTC(2027, 10, day)));
}
