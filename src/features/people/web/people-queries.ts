import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../../web/shell/call.ts';
import { refresh } from '../../../web/shell/queries.ts';
import { peopleRoutes, type Team } from '../contract.ts';

/** All teams, page by page: the admin's pages show them together, and whose team is whose. */
export const allTeamsQuery = queryOptions({
  queryKey: [peopleRoutes.listTeams.path, 'all'],
  queryFn: async ({ signal }) => {
    const teams: Team[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Team[]; nextCursor: string | null } = await call(peopleRoutes.listTeams, {
        query: { limit: 200, ...(cursor === null ? {} : { cursor }) },
        signal,
      });
      teams.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return teams;
  },
});

export type PeopleFilter = 'everybody' | 'no-login' | 'no-password' | 'no-team' | 'admins';

export function peopleQuery({ q, inactive, only }: { q: string; inactive: boolean; only: PeopleFilter }) {
  return infiniteQueryOptions({
    queryKey: [peopleRoutes.listPeople.path, 'list', q, inactive, only],
    queryFn: ({ pageParam, signal }) =>
      call(peopleRoutes.listPeople, {
        query: {
          limit: 100,
          ...(q === '' ? {} : { q }),
          ...(only === 'everybody' ? {} : { only }),
          ...(inactive ? { inactive: 'include' } : {}),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null, // as the type of the cursors that follow
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** After any change of people or teams: who manages whom may be different now, for the one who looks as well. */
export async function refreshPeople(): Promise<void> {
  await refresh(
    peopleRoutes.listPeople,
    peopleRoutes.openPerson,
    peopleRoutes.listTeams,
    peopleRoutes.openTeam,
    peopleRoutes.listManagedPeople,
    peopleRoutes.me,
  );
}
