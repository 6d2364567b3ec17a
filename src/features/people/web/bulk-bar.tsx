import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import { peopleRoutes, type Person } from '../contract.ts';
import styles from './bulk-bar.module.css';
import { allTeamsQuery, refreshPeople } from './people-queries.ts';

interface BulkBarProps {
  selected: readonly Person[];
  onSelectAll: () => void;
  onDone: () => void;
}

const countOf = (people: readonly unknown[]) =>
  `${people.length} ${people.length === 1 ? 'person' : 'people'}`;

/** What can be done with several people at once. What takes something away asks first, and can be taken back. */
export default function BulkBar({ selected, onSelectAll, onDone }: BulkBarProps) {
  const { run, isPending, error } = useAction();
  const [progress, setProgress] = useState<string | null>(null);
  const [isDeactivating, setDeactivating] = useState(false);
  const teams = useQuery(allTeamsQuery);

  /** One after the other, so that it can be seen how far it has come; stops at the first that fails. */
  async function forEach(people: readonly Person[], act: (person: Person) => Promise<unknown>) {
    try {
      for (const [at, person] of people.entries()) {
        setProgress(`${at + 1} of ${people.length}`);
        await act(person);
      }
    } finally {
      setProgress(null);
      await refreshPeople();
    }
  }

  async function invite() {
    const answer = await call(peopleRoutes.inviteMany, {
      body: { personIds: selected.map(({ id }) => id) },
    });
    await refreshPeople();
    const left = answer.notInvited.length;
    toast(
      `Invited ${countOf(answer.invited)}.${left > 0 ? ` ${countOf(answer.notInvited)} cannot be: no address, no login access, or a password already.` : ''}`,
    );
  }

  async function setActive(people: readonly Person[], active: boolean) {
    await forEach(people, async ({ id }) =>
      call(peopleRoutes.changePerson, { params: { personId: id }, body: { active } }),
    );
  }

  async function putInto(team: { id: string; name: string }) {
    await forEach(selected, async ({ id }) =>
      call(peopleRoutes.addMember, { params: { teamId: team.id, personId: id } }),
    );
    toast(`${countOf(selected)} in ${team.name}.`);
  }

  const isNone = selected.length === 0;
  const active = selected.filter((person) => person.active);
  return (
    <div className={styles.bar}>
      <output className={styles.count}>{progress ?? `${selected.length} selected`}</output>
      <Button size="s" look="plain" onPress={onSelectAll} isDisabled={isPending}>
        Select all shown
      </Button>
      <Button size="s" onPress={() => void run(invite)} isDisabled={isNone} isPending={isPending}>
        Invite
      </Button>
      <MenuButton
        label="Put into a team"
        trigger={
          <Button size="s" isDisabled={isNone || isPending}>
            Put into a team
          </Button>
        }
      >
        {(teams.data ?? []).map((team) => (
          <MenuItem key={team.id} onAction={() => void run(async () => putInto(team))}>
            {team.name}
          </MenuItem>
        ))}
      </MenuButton>
      <Button size="s" onPress={() => setDeactivating(true)} isDisabled={active.length === 0 || isPending}>
        Deactivate
      </Button>
      <Button size="s" look="plain" onPress={onDone}>
        Done
      </Button>
      {error !== null && <InlineError error={error} />}
      <ConfirmDialog
        title={`Deactivate ${countOf(active)}?`}
        isOpen={isDeactivating}
        onClose={() => setDeactivating(false)}
        confirmLabel="Deactivate"
        look="danger"
        onConfirm={async () => {
          await setActive(active, false);
          toast(`${countOf(active)} deactivated.`, () => void run(async () => setActive(active, true)));
        }}
      >
        <p>
          They are signed out at once on all devices. Teams and one-on-ones stay as they are, and each can be
          activated again.
        </p>
      </ConfirmDialog>
    </div>
  );
}
