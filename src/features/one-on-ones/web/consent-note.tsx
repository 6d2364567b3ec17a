import { Button } from '../../../web/ui/button.tsx';
import { Note } from '../../../web/ui/note.tsx';
import styles from './consent-note.module.css';
import { namesOf } from './pair.ts';
import { useRecord } from './record-context.ts';

/** Asks, where one is about to edit, whether it may go back to active. */
export function ConsentNote({ place }: { place: string }) {
  const { record, consent } = useRecord();
  if (consent.askedAt !== place) return null;
  const { employee } = namesOf(record);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from either of its buttons
    <section
      aria-label="Before you edit"
      className={styles.ask}
      onKeyDown={(event) => {
        if (event.key === 'Escape') consent.decline();
      }}
    >
      <Note look="caution">
        <p>
          {employee} has been asked to approve this. Once you change something it goes back to Active,{' '}
          {employee} is told by mail, and you send it for approval again.
        </p>
        <div className={styles.choices}>
          <Button size="s" autoFocus onPress={consent.agree}>
            Edit all the same
          </Button>
          <Button size="s" look="plain" onPress={consent.decline}>
            Leave it as it is
          </Button>
        </div>
      </Note>
    </section>
  );
}
