import { useQuery } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { signInRoutes, type Invitation } from '../../features/sign-in/contract.ts';
import { Entrance } from '../../features/sign-in/web/entrance.tsx';
import { InvitationForm } from '../../features/sign-in/web/invitation-form.tsx';
import { Problem } from '../../shared/problems.ts';
import { queryClient, queryOf } from '../shell/queries.ts';
import { InlineError } from '../ui/inline-error.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** The token stands after the #, so that no server, proxy or log on the way ever sees it in an address. */
export function InvitationPage() {
  const token = useRouterState({ select: (state) => state.location.hash });
  const router = useRouter();
  const invitation = useQuery({
    ...queryOf(signInRoutes.openInvitation, { params: { token } }),
    enabled: token !== '',
    staleTime: Infinity,
  });

  async function enter() {
    queryClient.clear();
    await router.navigate({ to: '/', replace: true });
  }

  if (token === '' || (invitation.error instanceof Problem && invitation.error.code === 'not_found'))
    return <Ended />;
  if (invitation.error !== null) {
    return (
      <Entrance title="Invitation">
        <InlineError error={invitation.error} onRetry={() => void invitation.refetch()} />
      </Entrance>
    );
  }
  if (invitation.data === undefined) {
    return (
      <Entrance title="Invitation">
        <Skeleton lines={3} />
      </Entrance>
    );
  }
  return (
    <Entrance
      title={titleFor(invitation.data)}
      lead={leadFor(invitation.data)}
      after="Nobody else can see or set your password; an admin can only invite you again."
    >
      <InvitationForm token={token} invitation={invitation.data} onSignedIn={enter} />
    </Entrance>
  );
}

function titleFor({ firstAdmin, name }: Invitation): string {
  const firstName = name?.split(' ')[0] ?? '';
  return firstAdmin || firstName === '' ? 'Welcome' : `Welcome, ${firstName}`;
}

function leadFor({ firstAdmin, email }: Invitation): string {
  return firstAdmin
    ? 'You are the first admin of this installation: you add people and teams. You will read nobody’s one-on-ones.'
    : `You sign in with ${email ?? 'your email address'}.`;
}

function Ended() {
  return (
    <Entrance
      title="This invitation has ended"
      lead="It was used already, replaced by a newer one, or is older than seven days. Ask an admin to send another."
    >
      <p>
        <LinkButton to="/sign-in" look="primary">
          I have a password
        </LinkButton>
      </p>
    </Entrance>
  );
}
