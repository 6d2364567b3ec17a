import type { App } from '../../../server/http/context.ts';
import { serve, serveAccount, serveAccountInSteps, serveSignIn } from '../../../server/http/serve.ts';
import { peopleRoutes } from '../../people/contract.ts';
import { signInRoutes as routes } from '../contract.ts';
import { acceptInvitation, openInvitation } from './accept-invitation.ts';
import { askAddressChange, confirmAddressChange, openAddressChange } from './change-address.ts';
import { changePassword } from './change-password.ts';
import { endSession } from './end-session.ts';
import { invitePerson } from './invite-person.ts';
import { listSessions } from './list-sessions.ts';
import { askPasswordReset, openPasswordReset, resetPassword } from './reset-password.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { inviteMany } from './invite-many.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export function registerSignInRoutes(app: App): void {
  const { platform } = app;
  serveSignIn(app, routes.signIn, async (_, request, reply, { body }) =>
    signIn(platform, request, reply, body),
  );
  serveAccount(app, routes.signOut, async (context, _, reply) => signOut(platform, context, reply));
  serveAccount(app, routes.listSessions, async (context) => listSessions(context));
  serveAccount(app, routes.endSession, async (context, { params }) => endSession(context, params.sessionId));
  serveAccountInSteps(app, routes.changePassword, async (asker, { body }) =>
    changePassword(platform, asker, body),
  );
  serve(app, peopleRoutes.invitePerson, async (context, { params }) =>
    invitePerson(platform, context, params.personId),
  );
  serve(app, peopleRoutes.inviteMany, async (context, { body }) => inviteMany(context, body.personIds));
  serve(app, peopleRoutes.revokeInvitation, async (context, { params }) =>
    revokeInvitation(context, params.personId),
  );
  serveSignIn(app, routes.askPasswordReset, async (_, _request, _reply, { body }) =>
    askPasswordReset(platform, body.email),
  );
  serveSignIn(app, routes.openPasswordReset, async (_, _request, _reply, { params }) =>
    openPasswordReset(platform, params.token),
  );
  serveSignIn(app, routes.resetPassword, async (_, request, reply, { params, body }) =>
    resetPassword(platform, request, reply, { ...params, ...body }),
  );
  serveAccountInSteps(app, routes.askAddressChange, async (asker, { body }) =>
    askAddressChange(platform, asker, body),
  );
  serveAccount(app, routes.openAddressChange, async (context, { params }) =>
    openAddressChange(platform, context, params.token),
  );
  serveAccount(app, routes.confirmAddressChange, async (context, { params }) =>
    confirmAddressChange(platform, context, params.token),
  );
  serveSignIn(app, routes.openInvitation, async (_, _request, _reply, { params }) =>
    openInvitation(platform, params.token),
  );
  serveSignIn(app, routes.acceptInvitation, async (_, request, reply, { params, body }) =>
    acceptInvitation(platform, request, reply, params.token, body),
  );
}
