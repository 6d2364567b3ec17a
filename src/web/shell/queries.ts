import { QueryClient, queryOptions } from '@tanstack/react-query';
import { Problem } from '../../shared/problems.ts';
import type { CallInput, CallResult, Route } from '../../shared/routes.ts';
import { call } from './call.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Fails at once without a connection and says so, instead of waiting under a skeleton.
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.code === 'unavailable',
      retryDelay: 700,
    },
    mutations: { networkMode: 'always' },
  },
});

/**
 * A route's query. The key starts with the route's path, so `[route.path]` names all its answers:
 * `queryClient.invalidateQueries({ queryKey: [peopleRoutes.listPeople.path] })`.
 */
export function queryOf<R extends Route>(route: R, input: CallInput<R>) {
  return queryOptions<CallResult<R>, Error, CallResult<R>, [string, CallInput<R>]>({
    queryKey: [route.path, input],
    // The spread of a type parameter is an object with the signal, which TypeScript cannot follow.
    queryFn: ({ signal }) =>
      (call as LooseCall)(route, { ...(input as object), signal }) as Promise<CallResult<R>>,
  });
}

type LooseCall = (route: Route, input: object) => Promise<unknown>;

/** Marks every answer of these routes as old, and fetches again what is on screen. */
export async function refresh(...routes: Route[]): Promise<void> {
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: [route.path] })));
}
