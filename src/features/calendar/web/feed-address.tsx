import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { formatDate, localDay } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import { calendarRoutes as routes, type CalendarChoices } from '../contract.ts';
import styles from './calendar-choices.module.css';

interface FeedAddressProps {
  feed: CalendarChoices['feed'];
  onChanged: () => void;
}

type Question = 'renew' | 'revoke' | null;

/** The address is told once, and gone with the page: only its hash is kept. */
export function FeedAddress({ feed, onChanged }: FeedAddressProps) {
  const [address, setAddress] = useState<string | null>(null);
  const [question, setQuestion] = useState<Question>(null);
  const { run, isPending, error } = useAction();

  async function create() {
    setAddress((await call(routes.createFeed, {})).address);
    onChanged();
  }
  async function revoke() {
    await call(routes.revokeFeed, {});
    setAddress(null);
    onChanged();
    toast('The address reads nothing any more.');
  }

  return (
    <div className={styles.feed}>
      <p className={styles.title}>Calendar feed</p>
      <p className={styles.note}>
        A private address that a calendar program follows: when you meet, with whom and where; never what
        about.
      </p>
      {address !== null && <Address address={address} />}
      {feed === null ? (
        <div>
          <Button onPress={() => void run(create)} isPending={isPending}>
            Create an address
          </Button>
        </div>
      ) : (
        <>
          <p className={styles.note}>{sinceInWords(feed)}</p>
          <div className={styles.buttons}>
            <Button onPress={() => setQuestion('renew')}>New address</Button>
            <Button look="plain" onPress={() => setQuestion('revoke')}>
              Revoke
            </Button>
          </div>
        </>
      )}
      {error !== null && <InlineError error={error} />}
      <ConfirmDialog
        title={question === 'renew' ? 'Replace the address?' : 'Revoke the address?'}
        isOpen={question !== null}
        onClose={() => setQuestion(null)}
        confirmLabel={question === 'renew' ? 'Replace' : 'Revoke'}
        look={question === 'renew' ? 'primary' : 'danger'}
        onConfirm={question === 'renew' ? create : revoke}
      >
        <p>
          Whatever follows the present address reads nothing more from now on.
          {question === 'renew' && ' You get a new one to put in its place.'}
        </p>
      </ConfirmDialog>
    </div>
  );
}

function sinceInWords({ since, lastReadAt }: NonNullable<CalendarChoices['feed']>): string {
  const read = lastReadAt === null ? 'not read yet' : `last read on ${formatDate(localDay(lastReadAt))}`;
  return `There is an address since ${formatDate(localDay(since))}, ${read}.`;
}

function Address({ address }: { address: string }) {
  return (
    <div className={styles.address}>
      <p>
        You see this address this once. Whoever has it can read when you meet whom: keep it as you keep a
        password.
      </p>
      <code>{address}</code>
      <Button
        size="s"
        onPress={() =>
          void navigator.clipboard.writeText(address).then(() => toast('The address is copied.'))
        }
      >
        Copy the address
      </Button>
    </div>
  );
}
