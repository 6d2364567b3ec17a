import { queryOf } from '../../../web/shell/queries.ts';
import { oneOnOneRoutes } from '../contract.ts';

export function openQuery(oneOnOneId: string) {
  return queryOf(oneOnOneRoutes.open, { params: { oneOnOneId } });
}
