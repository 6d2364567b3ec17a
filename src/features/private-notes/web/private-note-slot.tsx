import { LockKeyhole } from 'lucide-react';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { TextButton } from '../../../web/ui/text-button.tsx';
import styles from './private-note.module.css';

const PrivateNotePanel = late(() => import('./private-note-panel.tsx'));

/**
 * Beside the record: my own note. Hidden until I ask, because people share their screens in meetings; whether there is
 * one is not said either.
 */
export function PrivateNoteSlot({ oneOnOneId, myId }: { oneOnOneId: string; myId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.slot} aria-labelledby="private-note-title">
      <h2 id="private-note-title" className={styles.title}>
        My private note
        {isOpen && (
          <small>
            <TextButton onPress={() => setOpen(false)} aria-label="Hide my private note">
              Hide
            </TextButton>
          </small>
        )}
      </h2>
      {isOpen ? (
        <Suspense fallback={<Skeleton lines={2} />}>
          <PrivateNotePanel oneOnOneId={oneOnOneId} myId={myId} />
        </Suspense>
      ) : (
        <Button size="s" onPress={() => setOpen(true)}>
          <LockKeyhole size={14} aria-hidden />
          Show my note
        </Button>
      )}
    </section>
  );
}
