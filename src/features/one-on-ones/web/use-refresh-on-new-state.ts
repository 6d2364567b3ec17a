import { useEffect, useRef } from 'react';
import { refresh } from '../../../web/shell/queries.ts';
import { peopleRoutes } from '../../people/contract.ts';
import { oneOnOneRoutes as routes } from '../contract.ts';
import type { State } from '../domain/states.ts';

/** Whoever changed the state, and wherever: history, lists and what waits for me are others by now. */
export function useRefreshOnNewState(state: State): void {
  const seen = useRef(state);
  useEffect(() => {
    if (seen.current === state) return;
    seen.current = state;
    void refresh(routes.events, routes.changes, routes.list, peopleRoutes.me);
  }, [state]);
}
