import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { oneLine } from '../../shared/one-line.ts';
import { defineRoute } from '../../shared/routes.ts';

const nameSchema = z.string().check(...oneLine, z.maxLength(80));
const named = z.object({ id: idSchema, name: z.string() });

/** What a token may do, and nothing else. */
const scopes = ['kpi-readings:write'] as const;

const accessToken = z.object({
  id: idSchema,
  name: z.string(),
  scope: z.enum(scopes),
  /** Null: it is my own. */
  serviceAccount: z.nullable(named),
  createdBy: named,
  createdAt: z.string(),
  /** To the minute; null: never. */
  lastUsedAt: z.nullable(z.string()),
});
export type AccessToken = z.infer<typeof accessToken>;

const serviceAccount = z.object({
  id: idSchema,
  name: z.string(),
  createdBy: named,
  createdAt: z.string(),
  tokens: z.array(accessToken),
});
export type ServiceAccount = z.infer<typeof serviceAccount>;

export const addServiceAccountBody = z.strictObject({ name: nameSchema });

export const accessTokenRoutes = {
  listAccessTokens: defineRoute({
    method: 'GET',
    path: '/api/access-tokens',
    summary: 'My access tokens and those of service accounts (admin)',
    result: z.object({ mine: z.array(accessToken), serviceAccounts: z.array(serviceAccount) }),
  }),
  addAccessToken: defineRoute({
    method: 'POST',
    path: '/api/access-tokens',
    summary: 'Make an access token, mine or of a service account; it is shown this once (admin)',
    body: z.strictObject({
      name: nameSchema,
      serviceAccountId: z.optional(z.nullable(idSchema)),
    }),
    result: z.object({ accessToken, token: z.string() }),
    status: 201,
  }),
  revokeAccessToken: defineRoute({
    method: 'DELETE',
    path: '/api/access-tokens/{accessTokenId}',
    summary: 'Revoke an access token: it works no more from now on (admin)',
    params: z.strictObject({ accessTokenId: idSchema }),
  }),
  addServiceAccount: defineRoute({
    method: 'POST',
    path: '/api/service-accounts',
    summary: 'Add a service account, a program that loads readings (admin)',
    body: addServiceAccountBody,
    result: serviceAccount,
    status: 201,
  }),
  closeServiceAccount: defineRoute({
    method: 'DELETE',
    path: '/api/service-accounts/{serviceAccountId}',
    summary: 'Close a service account; its tokens work no more (admin)',
    params: z.strictObject({ serviceAccountId: idSchema }),
  }),
};
