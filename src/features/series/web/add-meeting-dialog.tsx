import * as z from 'zod/mini';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { localToday } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { useForm } from '../../../web/ui/use-form.ts';
import { seriesRoutes as routes, type Series } from '../contract.ts';
import { DayAndTime } from './day-and-time.tsx';
import { refreshMeetings } from './series-queries.ts';

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
        <DayAndTime label="On" form={form} timeZone={timeZone} />
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
