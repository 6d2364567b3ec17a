import { queryOf } from '../../../web/shell/queries.ts';
import { signalRoutes } from '../contract.ts';

/** `since`: the day on which the two last met; null where they never did. */
export function signalsQuery(personId: string, since: string | null) {
  return queryOf(signalRoutes.listSignals, {
    params: { personId },
    query: since === null ? {} : { since },
  });
}

/** More would be read by nobody. */
export const mostOffered = 5;
