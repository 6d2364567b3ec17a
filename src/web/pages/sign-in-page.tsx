import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Entrance } from '../../features/sign-in/web/entrance.tsx';
import { SignInForm } from '../../features/sign-in/web/sign-in-form.tsx';
import { queryClient } from '../shell/queries.ts';
import { Link } from '../ui/link.tsx';
import { localPath } from '../shell/return-path.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { returnTo } = route.useSearch();
  const router = useRouter();

  async function enter() {
    queryClient.clear();
    router.history.replace(localPath(returnTo, globalThis.location.origin));
    await router.load();
  }

  return (
    <Entrance
      title="Sign in"
      after={
        <>
          <Link to="/password-reset">I forgot my password</Link>. New here? An admin of your organisation
          invites you by mail.
        </>
      }
      {...(returnTo === undefined ? {} : { lead: 'Sign in, and you will be where you wanted to go.' })}
    >
      <SignInForm onSignedIn={enter} />
    </Entrance>
  );
}
