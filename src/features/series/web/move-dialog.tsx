import * as z from 'zod/mini';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Form, FormActions, FormError, SubmitButton } from '../../../web/ui/form.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useForm } from '../../../web/ui/use-form.ts';
import { seriesRoutes as routes, type Meeting, type Series } from '../contract.ts';
import { DayAndTime } from './day-and-time.tsx';
import { LateNote } from './late-note.tsx';
import { refreshMeetings } from './series-queries.ts';
import { whenInWords } from './series-words.ts';

const schema = z.object({
  date: z.string().check(z.minLength(1, 'Choose a day.')),
  time: z.string().check(z.minLength(1, 'Enter a time.')),
  reason: z.string(),
});

interface MoveDialogProps {
  series: Series;
  meeting: Meeting;
  onClose: () => void;
}

export default function MoveDialog({ series, meeting, onClose }: MoveDialogProps) {
  const { timeZone } = series.rule;
  const form = useForm({
    schema,
    initial: { ...wallTime(meeting.startsAt, timeZone), reason: '' },
    submit: async (wanted) => {
      const params = { seriesId: series.id, slot: meeting.slot };
      const moved = await call(routes.moveMeeting, { params, body: { ...wanted, version: meeting.version } });
      await refreshMeetings();
      toast(`Moved to ${whenInWords(moved.startsAt)}. Both calendars are told.`);
      onClose();
    },
  });
  return (
    <Dialog title="Move this meeting" isOpen onClose={onClose}>
      <Form state={form}>
        <LateNote meeting={meeting} />
        <p>Now: {whenInWords(meeting.startsAt)}. Only this one moves; the agenda stays as it is.</p>
        <DayAndTime label="To" form={form} timeZone={timeZone} />
        <TextField
          label="Why"
          optional
          maxLength={300}
          autoComplete="off"
          hint="The two of you alone can read it."
          {...form.field('reason')}
        />
        <FormError error={form.error} />
        <FormActions>
          <SubmitButton isPending={form.isPending}>Move it</SubmitButton>
          <Button look="plain" onPress={onClose}>
            Leave it
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

/** An instant as date and time on the wall of a zone, as the fields show it. */
function wallTime(instant: string, timeZone: string): { date: string; time: string } {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const [date = '', time = ''] = format.format(new Date(instant)).split(' ');
  return { date, time };
}
