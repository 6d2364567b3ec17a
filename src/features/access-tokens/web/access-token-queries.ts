import { queryOf, refresh } from '../../../web/shell/queries.ts';
import { accessTokenRoutes } from '../contract.ts';

export const accessTokensQuery = queryOf(accessTokenRoutes.listAccessTokens, {});

export async function refreshAccessTokens(): Promise<void> {
  await refresh(accessTokenRoutes.listAccessTokens);
}
