import type { AccessToken } from '../contract.ts';
import type { TokenRow } from './access-token-queries.ts';

export function presentAccessToken(row: TokenRow): AccessToken {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    serviceAccount:
      row.service_account_id === null
        ? null
        : { id: row.service_account_id, name: row.service_account_name ?? '' },
    createdBy: { id: row.created_by, name: row.created_by_name },
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  };
}
