import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatDate, localDay } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Switch } from '../../../web/ui/switch.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import { peopleRoutes, type Person } from '../contract.ts';
import { refreshPeople } from './people-queries.ts';
import styles from './person-page.module.css';

type AccessChange = { hasLogin: boolean } | { isAdmin: boolean };

/** Whether somebody comes in, and as what. Each switch takes effect at once and can be taken back. */
export function PersonAccess({ person }: { person: Person }) {
  const { run, isPending, error } = useAction();
  const hasAddress = person.email !== null && person.email !== undefined;

  function change(body: AccessChange, done: string, back: AccessChange) {
    void run(async () => {
      await save(person.id, body);
      toast(done, () => void run(() => save(person.id, back)));
    });
  }

  function invite() {
    void run(async () => {
      const { expiresAt } = await call(peopleRoutes.invitePerson, { params: { personId: person.id } });
      toast(
        `Invitation mailed to ${person.email ?? ''}. It works once, until ${formatDate(localDay(expiresAt))}.`,
      );
    });
  }

  return (
    <div className={styles.access}>
      <Switch
        isSelected={person.hasLogin === true}
        isDisabled={isPending || !hasAddress}
        onChange={(hasLogin) =>
          change(
            { hasLogin },
            hasLogin ? `${person.name} has login access.` : `${person.name} can’t sign in any more.`,
            {
              hasLogin: !hasLogin,
            },
          )
        }
        hint={
          hasAddress
            ? 'Only who can sign in can have one-on-ones: both must be able to read them.'
            : 'Enter an email first: it is what one signs in with.'
        }
      >
        Login access
      </Switch>
      <Switch
        isSelected={person.isAdmin === true}
        isDisabled={isPending}
        onChange={(isAdmin) =>
          change(
            { isAdmin },
            isAdmin ? `${person.name} is an admin.` : `${person.name} is no admin any more.`,
            { isAdmin: !isAdmin },
          )
        }
        hint="Manages people and teams. Reads nobody’s one-on-ones."
      >
        Admin
      </Switch>
      {person.abilities?.invite === true && (
        <div className={styles.invite}>
          <p>
            {person.name} has not chosen a password yet. An invitation is a mail with a link that works once,
            for seven days; a newer one replaces it.
          </p>
          <Button onPress={invite} isPending={isPending}>
            Send invitation
          </Button>
        </div>
      )}
      {error !== null && <InlineError error={error} />}
    </div>
  );
}

async function save(personId: string, body: AccessChange): Promise<void> {
  await call(peopleRoutes.changePerson, { params: { personId }, body });
  await refreshPeople();
}
