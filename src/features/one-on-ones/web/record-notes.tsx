import { MessageSquareQuote } from 'lucide-react';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Note } from '../../../web/ui/note.tsx';
import { TextButton } from '../../../web/ui/text-button.tsx';
import { When } from '../../../web/ui/when.tsx';
import { isFrozen, turnOf } from '../domain/states.ts';
import { isOfThePair, namesOf, voiceOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import styles from './record-notes.module.css';
import { cx } from '../../../web/ui/cx.ts';

/** What one has to know before one reads on. */
export function RecordNotes() {
  const { record, myId, structure } = useRecord();
  const { manager, employee } = namesOf(record);
  const isEmployee = record.employee.id === myId;
  const waitsForManager = turnOf(record.state) === 'manager';
  return (
    <div className={styles.notes}>
      {structure.error !== null && (
        <div>
          <InlineError error={structure.error} />
          <TextButton onPress={structure.forgetError}>Dismiss</TextButton>
        </div>
      )}
      {!record.stillManaged && isOfThePair(record, myId) && !isFrozen(record.state) && (
        <Note>
          {isEmployee
            ? `${manager} no longer manages you. You can still read this, and approve it if you were asked; nobody can change it.`
            : `You no longer manage ${employee}, so this is read-only: you can read it, and change nothing.`}
        </Note>
      )}
      {record.revisionRequest !== null && <RevisionMessage />}
      {isEmployee && waitsForManager && record.stillManaged && (
        <p className={styles.quiet}>
          {record.revisionRequest === null
            ? `${manager} has not asked for your approval yet. You can read along; it may still change.`
            : `${manager} has your message. You will be asked for your approval again.`}
        </p>
      )}
    </div>
  );
}

/** Stands on top until the record is sent again. */
function RevisionMessage() {
  const { record, myId } = useRecord();
  const { revisionRequest } = record;
  if (revisionRequest === null) return null;
  const isMine = revisionRequest.by.id === myId;
  return (
    <section
      aria-label="Revision asked for"
      className={cx(styles.revision, styles[voiceOf(revisionRequest.by.id, myId)])}
    >
      <p className={styles.from}>
        <MessageSquareQuote size={15} aria-hidden />
        <strong>{isMine ? 'You asked' : `${namesOf(record).employee} asked`} for a revision</strong>{' '}
        <When at={revisionRequest.at} />
      </p>
      <blockquote className={styles.message}>{revisionRequest.message}</blockquote>
    </section>
  );
}
