import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { InlineError } from './inline-error.tsx';
import { useAction } from './use-action.ts';

interface ConfirmDialogProps {
  /** The question: "Delete this one-on-one?" */
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What the button does, as a verb: "Delete for good". */
  confirmLabel: string;
  look?: 'primary' | 'danger';
  /** Where "Cancel" could be taken for what is asked. */
  leaveLabel?: string;
  /** The dialog closes when it succeeds, and stays with the reason when it fails. */
  onConfirm: () => Promise<unknown>;
  /** What will happen, and what can't be undone. */
  children: ReactNode;
}

export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  confirmLabel,
  leaveLabel = 'Cancel',
  look = 'primary',
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const { run, isPending, error } = useAction();

  async function confirm() {
    if (await run(onConfirm)) onClose();
  }

  return (
    <Dialog
      kind="question"
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isPending} autoFocus={look === 'danger'}>
            {leaveLabel}
          </Button>
          <Button
            look={look}
            onPress={() => void confirm()}
            isPending={isPending}
            autoFocus={look !== 'danger'}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {error !== null && <InlineError error={error} />}
    </Dialog>
  );
}
