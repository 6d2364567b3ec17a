import { Lock } from 'lucide-react';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import { readersInWords } from './readers-in-words.ts';
import { useRecord } from './record-context.ts';
import styles from './readers-line.module.css';

const ReadersDialog = late(() => import('./readers-dialog.tsx'));
const LeaveDialog = late(() => import('./leave-dialog.tsx'));

/** Who can read this, and the way to change it for whoever may. */
export function ReadersLine() {
  const { record, myId } = useRecord();
  const [isOpen, setOpen] = useState(false);
  const { addParticipant, removeParticipant, leave } = record.abilities;
  const close = () => setOpen(false);
  const hasReaders = record.participants.length > 0;
  const words = leave
    ? 'Leave'
    : hasReaders && removeParticipant
      ? 'Change readers'
      : addParticipant
        ? 'Add a reader'
        : null;
  return (
    <span className={styles.line}>
      <span className={styles.readers}>
        <Lock size={13} strokeWidth={2.2} aria-hidden />
        {readersInWords(record, myId)}
      </span>
      {words !== null && <TextButton onPress={() => setOpen(true)}>{words}</TextButton>}
      {isOpen && (
        <Suspense>{leave ? <LeaveDialog onClose={close} /> : <ReadersDialog onClose={close} />}</Suspense>
      )}
    </span>
  );
}
