import { useQuery } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryOf, refresh } from '../../../web/shell/queries.ts';
import { Badge } from '../../../web/ui/badge.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { formatDate, localDay } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { When } from '../../../web/ui/when.tsx';
import { signInRoutes, type Session } from '../contract.ts';
import styles from './device-list.module.css';

export function DeviceList() {
  const sessions = useQuery(queryOf(signInRoutes.listSessions, {}));
  const [ending, setEnding] = useState<Session | null>(null);
  if (sessions.error !== null)
    return <InlineError error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (sessions.data === undefined) return <Skeleton shape="rows" lines={2} />;
  return (
    <>
      <ul className={styles.list}>
        {sessions.data.items.map((session) => (
          <li key={session.id} className={styles.device}>
            {/iPhone|Android|phone/i.test(session.device) ? (
              <Smartphone size={18} aria-hidden />
            ) : (
              <Laptop size={18} aria-hidden />
            )}
            <span className={styles.words}>
              <b>{session.device}</b>
              <small>
                Last used <When at={session.lastSeenAt} />, signed in on{' '}
                {formatDate(localDay(session.createdAt))}
              </small>
            </span>
            {session.current ? (
              <Badge tone="approved" shape="dot">
                This device
              </Badge>
            ) : (
              <Button size="s" onPress={() => setEnding(session)} aria-label={`Sign out ${session.device}`}>
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={`Sign out ${ending?.device ?? ''}?`}
        isOpen={ending !== null}
        onClose={() => setEnding(null)}
        confirmLabel="Sign out"
        onConfirm={async () => {
          if (ending === null) return;
          await call(signInRoutes.endSession, { params: { sessionId: ending.id } });
          await refresh(signInRoutes.listSessions);
        }}
      >
        <p>
          Whoever uses it must sign in again. If you did not sign in there yourself, change your password too.
        </p>
      </ConfirmDialog>
    </>
  );
}
