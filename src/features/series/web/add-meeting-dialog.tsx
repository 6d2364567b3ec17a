import * as z from 'zod/mini';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DatePicker } from '../../../web/ui/date-picker.tsx';
import { localToday } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { seriesRoutes as routes, type Series } from '../contract.ts';
import { refreshMeetings } from './series-queries.ts';
import { isOtherZone } from './series-words.ts';

const schema = z.object({
  date: z.string().check(z.minLength(1, 'Choose a day.')),
  time: z.string().check(z.minLength(1, 'Enter a time.')),
});

export default function AddMeetingDialog({ series, onClose }: { series: Series; onClose: () => void }) {
  const { timeZone } = series.rule;
  const form = useForm({
    schema,
    initial: { date: localToday(), time: series.rule.at ?? '10:00' },
    submit: async (wanted) => {
      await call(routes.addMeeting, { params: { seriesId: series.id }, body: wanted });
      await refreshMeetings();
      onClose();
    },
  });
  return (
    <Dialog title="Plan another meeting" isOpen onClose={onClose}>
      <Form state={form}>
        <DatePicker
          label="On"
          value={form.values.date === '' ? null : form.values.date}
          name="date"
          onChange={(date) => form.set('date', date ?? '')}
        />
        <TextField
          label={isOtherZone(timeZone) ? `Time in ${timeZone.replaceAll('_', ' ')}` : 'Time'}
          type="time"
          required
          {...form.field('time')}
        />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Plan it</SubmitButton>
          <Button look="plain" onPress={onClose}>
            Cancel
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
