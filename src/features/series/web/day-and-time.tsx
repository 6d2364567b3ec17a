import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import type { FormState } from '../../../web/ui/use-form.ts';
import { isOtherZone } from './series-words.ts';

interface DayAndTimeProps<Values extends { date: string; time: string }> {
  label: string;
  form: Pick<FormState<Values>, 'values' | 'set' | 'field'>;
  timeZone: string;
}

/** When a meeting is, on the wall of the series' time zone. */
export function DayAndTime<Values extends { date: string; time: string }>({
  label,
  form,
  timeZone,
}: DayAndTimeProps<Values>) {
  const { date } = form.values;
  return (
    <>
      <DatePicker
        label={label}
        value={date === '' ? null : date}
        name="date"
        onChange={(next) => form.set('date', next ?? '')}
      />
      <TextField
        label={isOtherZone(timeZone) ? `Time in ${timeZone.replaceAll('_', ' ')}` : 'Time'}
        type="time"
        required
        {...form.field('time')}
      />
    </>
  );
}
