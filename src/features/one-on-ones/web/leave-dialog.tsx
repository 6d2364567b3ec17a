import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { namesOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import { useReaders } from './use-readers.ts';

export default function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { record, myId } = useRecord();
  const { leave } = useReaders();
  const navigate = useNavigate();
  return (
    <ConfirmDialog
      title="Leave this one-on-one?"
      isOpen
      onClose={onClose}
      confirmLabel="Leave"
      look="danger"
      onConfirm={async () => {
        await leave(myId, () => navigate({ to: '/one-on-ones' }));
        toast('You left. You can no longer read that one-on-one.');
      }}
    >
      <p>
        You can no longer read it, nor the private note you may have written on it, and you can’t come back by
        yourself: {namesOf(record).manager} would have to add you again.
      </p>
      <p>The history says that you left.</p>
    </ConfirmDialog>
  );
}
