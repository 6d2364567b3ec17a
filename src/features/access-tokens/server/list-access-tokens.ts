import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { AccessToken, ServiceAccount } from '../contract.ts';
import { liveTokens, requireTokenMaker } from './access-token-queries.ts';
import { presentAccessToken } from './present-access-token.ts';

interface Listed {
  mine: AccessToken[];
  serviceAccounts: ServiceAccount[];
}

export async function listAccessTokens({ db, viewer }: Context): Promise<Listed> {
  requireTokenMaker(viewer);
  const tokens = (await liveTokens(db)).map(presentAccessToken);
  const accounts = await db.all(
    sql<{ id: string; name: string; created_by: string; by_name: string; created_at: string }>`
      select s.id, s.name, s.created_by, p.name as by_name, s.created_at
        from service_account s join person p on p.id = s.created_by
       where s.closed_at is null order by lower(s.name), s.id`,
  );
  return {
    mine: tokens.filter(({ serviceAccount }) => serviceAccount === null),
    serviceAccounts: accounts.map(({ id, name, created_by, by_name, created_at }) => ({
      id,
      name,
      createdBy: { id: created_by, name: by_name },
      createdAt: created_at,
      tokens: tokens.filter(({ serviceAccount }) => serviceAccount?.id === id),
    })),
  };
}
