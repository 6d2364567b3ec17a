import { useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { Face } from '../../../web/ui/face.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import type { Reader } from '../contract.ts';
import { isShared } from '../domain/states.ts';
import { AddReader } from './add-reader.tsx';
import { voiceOf } from './pair.ts';
import styles from './readers-dialog.module.css';
import { useRecord } from './record-context.ts';
import { firstName } from './state-words.ts';
import { useReaders } from './use-readers.ts';

/** For the manager: who reads the record beside the two, with what they see, and how to change it. */
export default function ReadersDialog({ onClose }: { onClose: () => void }) {
  const { record, myId } = useRecord();
  const { add, remove } = useReaders();
  const { run, error } = useAction();
  const [asked, setAsked] = useState<string | null>(null);
  const { participants, manager, employee } = record;
  const { ref, removing } = useFocusAfterRemoval(participants.length);
  const shared = isShared(record.state);
  return (
    <Dialog title="Who can read this" isOpen onClose={onClose}>
      <div ref={ref} className={styles.body}>
        <ul className={styles.list}>
          {[manager, employee].map((person) => (
            <li key={person.id} className={styles.row}>
              <Face name={person.name} as={voiceOf(person.id, myId)} size="m" />
              <span className={styles.name}>
                {person.id === myId ? `${person.name} (you)` : person.name}
                <small>
                  {person.id === manager.id ? 'Manager' : shared ? 'Employee' : 'Employee, once you share it'}
                </small>
              </span>
            </li>
          ))}
          {participants.map((person, at) => (
            <li key={person.id} className={styles.row}>
              <Face name={person.name} as="ink" size="m" />
              {asked === person.id ? (
                <Question
                  person={person}
                  onKeep={() => setAsked(null)}
                  onRemove={() => {
                    removing(at);
                    setAsked(null);
                    void run(async () => remove(person));
                  }}
                />
              ) : (
                <>
                  <span className={styles.name}>
                    {person.name}
                    <small>{shared ? 'Reader' : 'Reader, once you share it'}</small>
                  </span>
                  {record.abilities.removeParticipant && (
                    <Button size="s" aria-label={`Remove ${person.name}`} onPress={() => setAsked(person.id)}>
                      Remove
                    </Button>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
        {error !== null && <InlineError error={error} />}
        {record.abilities.addParticipant ? (
          <AddReader onAdd={async (person) => run(async () => add(person))} />
        ) : (
          <p className={styles.hint}>
            Readers are added while it is a draft or active. Removing one is possible at any time.
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface QuestionProps {
  person: Reader;
  onKeep: () => void;
  onRemove: () => void;
}

function Question({ person, onKeep, onRemove }: QuestionProps) {
  return (
    <>
      <span className={styles.name} role="alert">
        Remove {firstName(person.name)}?<small>They can no longer open it, and are told.</small>
      </span>
      <Button size="s" onPress={onKeep}>
        Keep
      </Button>
      <Button size="s" look="danger" autoFocus onPress={onRemove}>
        Remove
      </Button>
    </>
  );
}
