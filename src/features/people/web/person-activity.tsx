import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import { peopleRoutes, type Person } from '../contract.ts';
import { refreshPeople } from './people-queries.ts';
import styles from './person-page.module.css';

/** Somebody leaves, or comes back. Nobody is ever removed: what they wrote stays with those who can read it. */
export function PersonActivity({ person }: { person: Person }) {
  const [isAsking, setAsking] = useState(false);
  const { run, isPending, error } = useAction();
  if (!person.active) {
    return (
      <>
        <p className={styles.text}>
          {person.name} is deactivated: signed out, manages nobody, and is managed by nobody.
        </p>
        <Button onPress={() => void run(() => setActive(person.id, true))} isPending={isPending}>
          Activate again
        </Button>
        {error !== null && <InlineError error={error} />}
      </>
    );
  }
  return (
    <>
      <p className={styles.text}>
        For somebody who has left. Teams and one-on-ones stay as they are, and {person.name} can be activated
        again.
      </p>
      <Button onPress={() => setAsking(true)}>Deactivate</Button>
      <ConfirmDialog
        title={`Deactivate ${person.name}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        look="danger"
        confirmLabel="Deactivate"
        onConfirm={async () => {
          await setActive(person.id, false);
          toast(`${person.name} is deactivated.`, () => void setActive(person.id, true));
        }}
      >
        <p>
          {person.name} is signed out everywhere and can’t sign in any more. Until they are activated again,
          they manage nobody and nobody can start a one-on-one with them. What was written stays with those
          who can read it.
        </p>
      </ConfirmDialog>
    </>
  );
}

async function setActive(personId: string, active: boolean): Promise<void> {
  await call(peopleRoutes.changePerson, { params: { personId }, body: { active } });
  await refreshPeople();
}
