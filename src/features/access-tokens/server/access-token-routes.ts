import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { accessTokenRoutes as routes } from '../contract.ts';
import { listAccessTokens } from './list-access-tokens.ts';
import { makeAccessToken } from './make-access-token.ts';
import { revokeAccessToken } from './revoke-access-token.ts';
import { addServiceAccount, closeServiceAccount } from './service-accounts.ts';

export function registerAccessTokenRoutes(app: App): void {
  serve(app, routes.listAccessTokens, async (context) => listAccessTokens(context));
  serve(app, routes.addAccessToken, async (context, { body }) => makeAccessToken(context, body));
  serve(app, routes.revokeAccessToken, async (context, { params }) =>
    revokeAccessToken(context, params.accessTokenId),
  );
  serve(app, routes.addServiceAccount, async (context, { body }) => addServiceAccount(context, body.name));
  serve(app, routes.closeServiceAccount, async (context, { params }) =>
    closeServiceAccount(context, params.serviceAccountId),
  );
}
