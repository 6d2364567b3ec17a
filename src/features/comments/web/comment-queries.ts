import { queryOf } from '../../../web/shell/queries.ts';
import { commentRoutes } from '../contract.ts';

export function commentsQuery(oneOnOneId: string) {
  return queryOf(commentRoutes.list, { params: { oneOnOneId } });
}

/** Where a comment being written is kept on this device. */
export function keptAs(oneOnOneId: string, itemId: string): string {
  return `comment/${oneOnOneId}/${itemId}`;
}
