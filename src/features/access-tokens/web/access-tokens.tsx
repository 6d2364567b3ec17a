import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Section } from '../../../web/ui/page.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { accessTokenRoutes as routes, type AccessToken, type ServiceAccount } from '../contract.ts';
import { accessTokensQuery, refreshAccessTokens } from './access-token-queries.ts';
import styles from './access-tokens.module.css';
import { NameDialog } from './name-dialog.tsx';
import { NewToken } from './new-token.tsx';
import { TokenList } from './token-list.tsx';

type Doing =
  | { what: 'token'; account: ServiceAccount | null }
  | { what: 'account' }
  | { what: 'revoke'; token: AccessToken }
  | { what: 'close'; account: ServiceAccount };

/** Programs that load readings: their tokens, made and revoked. */
export function AccessTokens() {
  const { data, error, isPending, refetch } = useQuery(accessTokensQuery);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const close = () => setDoing(null);
  if (isPending) return <Skeleton shape="rows" lines={4} />;
  if (data === undefined) return <InlineError error={error} onRetry={() => void refetch()} />;
  const revoke = (token: AccessToken) => setDoing({ what: 'revoke', token });
  return (
    <>
      {fresh !== null && <NewToken token={fresh} onSeen={() => setFresh(null)} />}
      <Section
        title="Service accounts"
        aside={<Button onPress={() => setDoing({ what: 'account' })}>Add a service account</Button>}
      >
        {data.serviceAccounts.length === 0 && (
          <p className={styles.none}>
            A service account is a program that loads readings, such as your CRM. It goes on when the admin
            who made it has left.
          </p>
        )}
        {data.serviceAccounts.map((account) => (
          <div key={account.id} className={styles.account}>
            <div className={styles.head}>
              <h3 className={styles.name}>{account.name}</h3>
              <div className={styles.buttons}>
                <Button size="s" onPress={() => setDoing({ what: 'token', account })}>
                  New token
                </Button>
                <Button size="s" look="plain" onPress={() => setDoing({ what: 'close', account })}>
                  Close account
                </Button>
              </div>
            </div>
            <TokenList label={`Access tokens of ${account.name}`} tokens={account.tokens} onRevoke={revoke} />
          </div>
        ))}
      </Section>
      <Section
        title="My own"
        aside={<Button onPress={() => setDoing({ what: 'token', account: null })}>New token</Button>}
      >
        <p className={styles.none}>For trying things out. It works while you are an admin.</p>
        <TokenList label="My access tokens" tokens={data.mine} onRevoke={revoke} />
      </Section>
      {doing !== null && <Doing doing={doing} onClose={close} onToken={setFresh} />}
    </>
  );
}

interface DoingProps {
  doing: Doing;
  onClose: () => void;
  onToken: (token: string) => void;
}

function Doing({ doing, onClose, onToken }: DoingProps) {
  switch (doing.what) {
    case 'account':
      return (
        <NameDialog
          title="Add a service account"
          hint="The program that loads readings: CRM, Telephony."
          submitLabel="Add"
          onClose={onClose}
          onSubmit={async (name) => {
            await call(routes.addServiceAccount, { body: { name } });
            await refreshAccessTokens();
            onClose();
          }}
        />
      );
    case 'token':
      return (
        <NameDialog
          title={doing.account === null ? 'A token of my own' : `A token for ${doing.account.name}`}
          hint="Where it is used, so that you know later which one may go."
          submitLabel="Make the token"
          onClose={onClose}
          onSubmit={async (name) => {
            const serviceAccountId = doing.account?.id ?? null;
            const { token } = await call(routes.addAccessToken, { body: { name, serviceAccountId } });
            await refreshAccessTokens();
            onClose();
            onToken(token);
          }}
        />
      );
    case 'revoke':
      return (
        <ConfirmDialog
          title={`Revoke “${doing.token.name}”?`}
          look="danger"
          isOpen
          onClose={onClose}
          confirmLabel="Revoke"
          onConfirm={async () => {
            await call(routes.revokeAccessToken, { params: { accessTokenId: doing.token.id } });
            await refreshAccessTokens();
            toast('The token works no more.');
          }}
        >
          <p>
            Whatever uses it loads nothing from now on. It can’t be brought back; what it has loaded stays.
          </p>
        </ConfirmDialog>
      );
    case 'close':
      return (
        <ConfirmDialog
          title={`Close “${doing.account.name}”?`}
          look="danger"
          isOpen
          onClose={onClose}
          confirmLabel="Close account"
          onConfirm={async () => {
            await call(routes.closeServiceAccount, { params: { serviceAccountId: doing.account.id } });
            await refreshAccessTokens();
            toast('The service account is closed.');
          }}
        >
          <p>All its tokens work no more from now on. What it has loaded stays.</p>
        </ConfirmDialog>
      );
  }
}
