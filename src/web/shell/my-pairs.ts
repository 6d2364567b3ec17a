import { useQuery } from '@tanstack/react-query';
import { oneOnOneRoutes } from '../../features/one-on-ones/contract.ts';
import { peopleRoutes } from '../../features/people/contract.ts';
import { seriesRoutes } from '../../features/series/contract.ts';
import { queryOf } from './queries.ts';
import { useMe } from './session.ts';

export interface Pair {
  id: string;
  name: string;
  /** Day of the latest one-on-one with this person, if there is one. */
  lastOn: string | null;
  /** The open series of the two. */
  seriesId: string | null;
}

/** The last changed one-on-ones, for the navigation and the command palette. */
export const recentQuery = queryOf(oneOnOneRoutes.list, { query: { limit: 50 } });

/** Records that others shared with me: looked up apart, or a busy manager's own records would push them out. */
const sharedWithMeQuery = queryOf(oneOnOneRoutes.list, { query: { view: 'shared-with-me', limit: 50 } });

const seriesListQuery = queryOf(seriesRoutes.list, { query: { limit: 200 } });

/** Whom I meet: as their manager (everybody I manage), and as their employee (whoever wrote a record with me). */
export function useMyPairs(): { asManager: Pair[]; asEmployee: Pair[] } {
  const me = useMe();
  const managed = useQuery({ ...queryOf(peopleRoutes.listManagedPeople, {}), enabled: me.managesPeople });
  const recent = useQuery(recentQuery).data?.items ?? [];
  const shared = useQuery(sharedWithMeQuery).data?.items ?? [];
  const series = useQuery(seriesListQuery).data?.items ?? [];
  const seriesIdOf = (as: 'manager' | 'employee', id: string) =>
    series.find((one) => one.isOpen && one[as].id === id)?.id ?? null;
  // What I only read as a participant is with somebody else.
  const mine = shared.filter(({ employee }) => employee.id === me.person.id);
  const managers = new Map(mine.map((record) => [record.manager.id, record.manager]));
  for (const { isOpen, employee, manager } of series) {
    if (isOpen && employee.id === me.person.id) managers.set(manager.id, manager);
  }
  const lastOn = (id: string) => {
    const days = [...recent, ...mine]
      .filter((record) => record.employee.id === id || record.manager.id === id)
      .map((record) => record.heldOn);
    return days.sort().at(-1) ?? null;
  };
  return {
    asManager: (managed.data?.items ?? []).map(({ id, name }) => ({
      id,
      name,
      lastOn: lastOn(id),
      seriesId: seriesIdOf('employee', id),
    })),
    asEmployee: [...managers.values()].map(({ id, name }) => ({
      id,
      name,
      lastOn: lastOn(id),
      seriesId: seriesIdOf('manager', id),
    })),
  };
}
