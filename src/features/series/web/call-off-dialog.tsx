import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { TextField } from '../../../web/ui/text-field.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { seriesRoutes as routes, type Meeting, type Series } from '../contract.ts';
import { LateNote } from './late-note.tsx';
import { planAgain } from './plan-again.ts';
import { refreshMeetings } from './series-queries.ts';
import { otherOfSeries, whenInWords } from './series-words.ts';
import { useMe } from '../../../web/shell/session.ts';

interface CallOffDialogProps {
  series: Series;
  meeting: Meeting;
  as: 'skipped' | 'cancelled';
  onClose: () => void;
}

const words = {
  skipped: { title: 'Skip this meeting?', confirm: 'Skip it', done: 'Skipped.' },
  cancelled: { title: 'Cancel this meeting?', confirm: 'Cancel the meeting', done: 'Cancelled.' },
} as const;

/** Asks first, and can be taken back afterwards. */
export default function CallOffDialog({ series, meeting, as, onClose }: CallOffDialogProps) {
  const me = useMe();
  const [reason, setReason] = useState('');
  const params = { seriesId: series.id, slot: meeting.slot };
  const { title, confirm, done } = words[as];

  async function callOff() {
    await call(routes.callOffMeeting, { params, body: { as, reason, version: meeting.version } });
    await refreshMeetings();
    toast(done, () => void planAgain(params));
  }
  return (
    <ConfirmDialog
      title={title}
      isOpen
      onClose={onClose}
      confirmLabel={confirm}
      leaveLabel="Leave it"
      onConfirm={callOff}
    >
      <LateNote meeting={meeting} />
      <p>
        {whenInWords(meeting.startsAt)}. {otherOfSeries(series, me.person.id).name} is told at once, and both
        calendars are updated. What is on the agenda is still there next time.
      </p>
      <TextField
        label="Why"
        optional
        maxLength={300}
        autoComplete="off"
        value={reason}
        onChange={setReason}
        hint="The two of you alone can read it."
      />
    </ConfirmDialog>
  );
}
