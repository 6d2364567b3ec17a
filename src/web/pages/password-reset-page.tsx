import { useQuery } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { signInRoutes } from '../../features/sign-in/contract.ts';
import { AskPasswordResetForm } from '../../features/sign-in/web/ask-password-reset-form.tsx';
import { Entrance } from '../../features/sign-in/web/entrance.tsx';
import { ResetPasswordForm } from '../../features/sign-in/web/reset-password-form.tsx';
import { Problem } from '../../shared/problems.ts';
import { queryClient, queryOf } from '../shell/queries.ts';
import { InlineError } from '../ui/inline-error.tsx';
import { Link } from '../ui/link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** Without a token behind the # one asks for a link; with one, one chooses a password. */
export function PasswordResetPage() {
  const token = useRouterState({ select: (state) => state.location.hash });
  return token === '' ? <Ask /> : <Choose token={token} />;
}

function Ask() {
  return (
    <Entrance
      title="Choose a new password"
      lead="You get a mail with a link. No admin can set or see your password."
      after={<Link to="/sign-in">Back to signing in</Link>}
    >
      <AskPasswordResetForm />
    </Entrance>
  );
}

function Choose({ token }: { token: string }) {
  const router = useRouter();
  const reset = useQuery({
    ...queryOf(signInRoutes.openPasswordReset, { params: { token } }),
    staleTime: Infinity,
  });

  async function enter() {
    queryClient.clear();
    await router.navigate({ to: '/', replace: true });
  }

  if (reset.error instanceof Problem && reset.error.code === 'not_found') {
    return (
      <Entrance
        title="This link has ended"
        lead="It was used already, or is older than an hour. Ask for another one."
        after={<Link to="/sign-in">Back to signing in</Link>}
      >
        <AskPasswordResetForm />
      </Entrance>
    );
  }
  return (
    <Entrance title="Choose a new password" {...(reset.data && { lead: `For ${reset.data.name}.` })}>
      {reset.error !== null && <InlineError error={reset.error} onRetry={() => void reset.refetch()} />}
      {reset.isPending && <Skeleton lines={3} />}
      {reset.data !== undefined && <ResetPasswordForm token={token} onSignedIn={enter} />}
    </Entrance>
  );
}
