import { useState } from 'react';
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

interface PersonAccessProps {
  person: Person;
  invitedUntil: string | null;
  signInSince: string | null;
}

type AccessChange = { hasLogin: boolean } | { isAdmin: boolean };

/** Whether somebody comes in, and as what. Each switch takes effect at once and can be taken back. */
export function PersonAccess({ person, invitedUntil, signInSince }: PersonAccessProps) {
  const [link, setLink] = useState<string | null>(null);
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
      const invited = await call(peopleRoutes.invitePerson, { params: { personId: person.id } });
      setLink(invited.link);
      const until = `It works once, until ${formatDate(localDay(invited.expiresAt))}.`;
      toast(invited.link === null ? `Invitation mailed to ${person.email ?? ''}. ${until}` : until);
      await refreshPeople();
    });
  }

  function revoke() {
    void run(async () => {
      await call(peopleRoutes.revokeInvitation, { params: { personId: person.id } });
      setLink(null);
      toast('The invitation is revoked: its link works no more.', invite);
      await refreshPeople();
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
            {person.name} has not chosen a password yet.{' '}
            {invitedUntil === null
              ? 'An invitation is a mail with a link that works once, for seven days.'
              : `An invitation waits until ${formatDate(localDay(invitedUntil))}; sending it again replaces its link.`}
          </p>
          <div className={styles.inviteButtons}>
            <Button onPress={invite} isPending={isPending}>
              {invitedUntil === null ? 'Send invitation' : 'Send it again'}
            </Button>
            {invitedUntil !== null && (
              <Button look="plain" onPress={revoke} isDisabled={isPending}>
                Revoke
              </Button>
            )}
          </div>
          {link !== null && <CopyLink link={link} name={person.name} />}
        </div>
      )}
      {signInSince !== null && (
        <p className={styles.since}>Chose a password on {formatDate(localDay(signInSince))}.</p>
      )}
      {error !== null && <InlineError error={error} />}
    </div>
  );
}

/** Where no mail leaves; said once, and gone with the page. */
function CopyLink({ link, name }: { link: string; name: string }) {
  return (
    <div className={styles.link}>
      <p>
        No mail leaves this installation: give {name} this link yourself. You see it this once; whoever opens
        it chooses the password.
      </p>
      <code>{link}</code>
      <Button
        size="s"
        onPress={() => void navigator.clipboard.writeText(link).then(() => toast('The link is copied.'))}
      >
        Copy the link
      </Button>
    </div>
  );
}

async function save(personId: string, body: AccessChange): Promise<void> {
  await call(peopleRoutes.changePerson, { params: { personId }, body });
  await refreshPeople();
}
