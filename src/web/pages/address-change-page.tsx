import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { peopleRoutes } from '../../features/people/contract.ts';
import { signInRoutes } from '../../features/sign-in/contract.ts';
import { Problem } from '../../shared/problems.ts';
import { call } from '../shell/call.ts';
import { queryOf, refresh } from '../shell/queries.ts';
import { Button } from '../ui/button.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../ui/use-action.ts';
import { useState } from 'react';

/** Opened from the mail that went to the old address. Only the button changes anything. */
export function AddressChangePage() {
  const token = useRouterState({ select: (state) => state.location.hash });
  const [isDone, setDone] = useState(false);
  const { run, isPending, error } = useAction();
  const change = useQuery({
    ...queryOf(signInRoutes.openAddressChange, { params: { token } }),
    enabled: token !== '' && !isDone,
    staleTime: Infinity,
  });
  const isOver =
    token === '' || (change.error instanceof Problem && change.error.code === 'not_found' && !isDone);

  if (isOver) {
    return (
      <Page width="narrow">
        <PageHeader
          title="This link has ended"
          lead="It was used already, is older than a day, or is for somebody else. You can ask for the change again."
        />
        <p>
          <LinkButton to="/account">My account</LinkButton>
        </p>
      </Page>
    );
  }
  if (change.data === undefined) {
    if (change.error !== null) {
      return <ErrorPage error={change.error} onRetry={() => void change.refetch()} />;
    }
    return (
      <Page width="narrow">
        <Skeleton shape="title" lines={3} />
      </Page>
    );
  }
  const { oldEmail, newEmail } = change.data;
  if (isDone) {
    return (
      <Page width="narrow">
        <PageHeader title="Your email is changed" lead={`From now on you sign in with ${newEmail}.`} />
        <p>
          <LinkButton to="/">To what needs me</LinkButton>
        </p>
      </Page>
    );
  }
  return (
    <Page width="narrow">
      <PageHeader
        title="Confirm your new email"
        lead={`You sign in with ${oldEmail}. From now on it would be ${newEmail}, and ${oldEmail} gets no more mail.`}
      />
      {error !== null && <InlineError error={error} />}
      <p>
        <Button
          look="primary"
          isPending={isPending}
          onPress={() =>
            void run(async () => {
              await call(signInRoutes.confirmAddressChange, { params: { token } });
              setDone(true);
              await refresh(peopleRoutes.me);
            })
          }
        >
          Use {newEmail}
        </Button>
      </p>
    </Page>
  );
}
