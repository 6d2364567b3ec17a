import { queryOf } from '../../../web/shell/queries.ts';
import { meetingRecordRoutes as routes } from '../contract.ts';

export function meetingQuery(oneOnOneId: string) {
  return queryOf(routes.meetingOf, { params: { oneOnOneId } });
}
