import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryOf, refresh } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { formatDate, localDay } from '../../../web/ui/dates.ts';
import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { recoveryRoutes, type Recovery } from '../contract.ts';
import styles from './recovery-list.module.css';

/** What somebody can object to: whoever gets the new address can read what they share. */
export function RecoveryList({ myId }: { myId: string }) {
  const { data, error, refetch } = useQuery(queryOf(recoveryRoutes.list, {}));
  const [objecting, setObjecting] = useState<Recovery | null>(null);
  if (error !== null) return <InlineError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.items.length === 0) {
    return (
      <EmptyState title="No account recovery is under way">
        When an admin asks to give an account a new address, and it is yours or you share one-on-ones with its
        owner, you are told by mail and can object here.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {data.items.map((one) => (
          <li key={one.id}>
            <div>
              <h2>{one.person.id === myId ? 'Your account' : `${one.person.name}’s account`}</h2>
              <p>
                {one.startedBy.name} asked on {formatDate(localDay(one.startedAt))} to give it a new address,
                because its mailbox is said to be lost. It takes effect on {formatDate(localDay(one.dueAt))},
                unless somebody objects.
              </p>
            </div>
            <Button look="danger" onPress={() => setObjecting(one)}>
              Object
            </Button>
          </li>
        ))}
      </ul>
      {objecting !== null && (
        <ConfirmDialog
          title={objecting.person.id === myId ? 'Keep your address?' : 'Stop this recovery?'}
          isOpen
          onClose={() => setObjecting(null)}
          confirmLabel="Object and stop it"
          look="danger"
          onConfirm={async () => {
            await call(recoveryRoutes.object, { params: { recoveryId: objecting.id } });
            toast('The recovery is stopped. The address stays as it is.');
            await refresh(recoveryRoutes.list);
          }}
        >
          <p>
            The address of the account stays as it is. The admin sees that somebody objected, not who, and can
            start again.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
