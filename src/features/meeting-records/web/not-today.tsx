import { Button } from '../../../web/ui/button.tsx';
import { formatDay, formatTime, localDay } from '../../../web/ui/dates.ts';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import type { Meeting } from '../../series/contract.ts';

interface NotTodayProps {
  next: Meeting;
  /** Goes on with the meeting of that slot, or with one beside the rule. */
  onStart: (slot: string | undefined) => Promise<void>;
  onClose: () => void;
}

/** Somebody who is early holds the next meeting, or one more: which of the two nobody can guess. */
export default function NotToday({ next, onStart, onClose }: NotTodayProps) {
  const { run, isPending, error } = useAction();
  const start = (slot?: string) => void run(async () => onStart(slot));
  return (
    <Dialog
      kind="question"
      title="No meeting is planned for today"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            Cancel
          </Button>
          <Button onPress={() => start()} isPending={isPending}>
            Start one in between
          </Button>
          <Button look="primary" onPress={() => start(next.slot)} isPending={isPending} autoFocus>
            Hold that one now
          </Button>
        </>
      }
    >
      <p>
        You meet next on {formatDay(localDay(next.startsAt))} at {formatTime(next.startsAt)}. Hold that
        meeting now, and it is not held then; or start one in between, and it stays.
      </p>
      {error !== null && <InlineError error={error} />}
    </Dialog>
  );
}
