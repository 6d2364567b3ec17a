import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { formatDate } from '../../../web/ui/dates.ts';
import { toast } from '../../../web/ui/toast.ts';
import { hasWords } from './autosave/kept-answer.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import type { DialogName } from './dialog-name.ts';
import { agreesOnTargets } from './measured/figures-query.ts';
import { namesOf } from './pair.ts';
import { listed } from './readers-in-words.ts';
import { isShared } from '../domain/states.ts';
import { useRecord } from './record-context.ts';
import { RevisionDialog } from './revision-dialog.tsx';
import { useActions } from './use-actions.ts';

interface StateDialogProps {
  name: DialogName;
  onClose: () => void;
  /** Said aloud when it is done. */
  onDone: (words: string) => void;
}

export default function StateDialog({ name, onClose, onDone }: StateDialogProps) {
  const { record } = useRecord();
  const actions = useActions();
  const { employee } = namesOf(record);
  switch (name) {
    case 'share':
      return (
        <Question
          title={`Share with ${employee}?`}
          confirm="Share"
          onClose={onClose}
          run={async () => {
            await actions.share();
            onDone(`Shared. ${employee} can read it now.`);
          }}
        >
          <p>
            From now on {listed([record.manager, record.employee, ...record.participants])} can read it.{' '}
            {record.participants.length === 0
              ? `${employee} gets`
              : `${listed([record.employee, ...record.participants])} get`}{' '}
            a mail with the link.
          </p>
          <p>
            You can go on writing; each answer is published when you leave it. It can’t become a draft again.
          </p>
        </Question>
      );
    case 'shareAndSend':
    case 'requestApproval':
      return (
        <Question
          title={name === 'shareAndSend' ? 'Share and send for approval?' : 'Send for approval?'}
          confirm={name === 'shareAndSend' ? 'Share and send' : 'Send for approval'}
          onClose={onClose}
          run={async () => {
            await actions.requestApproval();
            onDone(`Sent. It is ${employee}’s turn.`);
          }}
        >
          <p>
            {employee} gets a mail with the link, reads the one-on-one, and approves it or asks for a
            revision.
          </p>
          <p>If you change it after that, it goes back to Active and {employee} is told.</p>
          {agreesOnTargets(record) && (
            <p>
              The new target holds once {employee} approves. Admins and whoever manages {employee} later will
              see it, and nothing else of this one-on-one.
            </p>
          )}
        </Question>
      );
    case 'takeBack':
      return (
        <Question
          title="Take it back?"
          confirm="Take back"
          onClose={onClose}
          run={async () => {
            await actions.takeBack();
            onDone('Taken back. It is active again.');
          }}
        >
          <p>
            It goes back to Active. {employee} is told by mail that approval is no longer asked for, and can
            still read it.
          </p>
        </Question>
      );
    case 'approve':
      return <ApproveDialog onClose={onClose} onDone={onDone} />;
    case 'requestRevision':
      return <RevisionDialog onClose={onClose} onDone={onDone} />;
    case 'delete':
      return <DeleteDialog onClose={onClose} />;
    default:
      return assertNever(name);
  }
}

interface QuestionProps {
  title: string;
  confirm: string;
  onClose: () => void;
  run: () => Promise<void>;
  children: ReactNode;
}

function Question({ title, confirm, onClose, run, children }: QuestionProps) {
  return (
    <ConfirmDialog title={title} isOpen onClose={onClose} confirmLabel={confirm} onConfirm={run}>
      {children}
    </ConfirmDialog>
  );
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const { record } = useRecord();
  const actions = useActions();
  const navigate = useNavigate();
  const { employee } = namesOf(record);
  const answered = record.sections
    .flatMap(({ items }) => items)
    .filter(({ answer }) => hasWords(answer)).length;
  return (
    <ConfirmDialog
      title={isShared(record.state) ? 'Delete this one-on-one?' : 'Delete this draft?'}
      look="danger"
      isOpen
      onClose={onClose}
      confirmLabel="Delete for good"
      onConfirm={async () => {
        await actions.remove(async () => navigate({ to: '/one-on-ones', replace: true }));
        toast('The one-on-one is deleted.');
      }}
    >
      <p>
        “{record.title}” of {formatDate(record.heldOn)} will be gone, with{' '}
        {answered === 0 ? 'its sections' : answered === 1 ? 'its one answer' : `its ${answered} answers`} and
        its history. It can’t be brought back.
      </p>
      {isShared(record.state) && (
        <p>{employee} can’t read it any more, and is told by mail that it was deleted, not what it said.</p>
      )}
    </ConfirmDialog>
  );
}
