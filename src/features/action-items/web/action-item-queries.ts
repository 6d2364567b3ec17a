import { queryClient, queryOf } from '../../../web/shell/queries.ts';
import { oneOnOneRoutes } from '../../one-on-ones/contract.ts';
import { actionItemRoutes as routes, type ActionItem } from '../contract.ts';
import type { CallResult, Route } from '../../../shared/routes.ts';

export function actionItemsQuery(oneOnOneId: string) {
  return queryOf(routes.listOfOneOnOne, { params: { oneOnOneId } });
}

export function followUpQuery(oneOnOneId: string) {
  return queryOf(routes.followUp, { params: { oneOnOneId } });
}

type Change = <Item extends ActionItem>(item: Item) => Item;

interface Lists {
  items?: ActionItem[];
  open?: ActionItem[];
  settled?: ActionItem[];
  pages?: Lists[];
}

const paths: string[] = [routes.listOfOneOnOne.path, routes.followUp.path, routes.list.path];

/** A route of another feature answers with action items too: what is ticked here is ticked there. */
export function showsActionItems({ path }: Pick<Route, 'path'>): void {
  if (!paths.includes(path)) paths.push(path);
}

/** Changes an action item wherever it is shown: in its record, at the top of the next one, in a list. */
export function changeEverywhere(id: string, change: Change): void {
  queryClient.setQueriesData<Lists>(
    { predicate: ({ queryKey: [path] }) => typeof path === 'string' && paths.includes(path) },
    (lists) => lists && changeIn(lists, (item) => (item.id === id ? change(item) : item)),
  );
}

function changeIn(lists: Lists, change: Change): Lists {
  const { items, open, settled, pages } = lists;
  return {
    ...lists,
    ...(items && { items: items.map(change) }),
    ...(open && { open: open.map(change) }),
    ...(settled && { settled: settled.map(change) }),
    ...(pages && { pages: pages.map((page) => changeIn(page, change)) }),
  };
}

type Standing = CallResult<typeof routes.remove>['oneOnOne'];

/** How the record stands after a change of its content: the version that an approval names, above all. */
export function showStanding(standing: Standing): void {
  const { queryKey } = queryOf(oneOnOneRoutes.open, { params: { oneOnOneId: standing.id } });
  queryClient.setQueryData(queryKey, (record) => record && { ...record, ...standing });
  for (const route of [oneOnOneRoutes.events, oneOnOneRoutes.changes, oneOnOneRoutes.list]) {
    void queryClient.invalidateQueries({ queryKey: [route.path], refetchType: 'none' });
  }
}
