import { queryOf } from '../../../web/shell/queries.ts';
import { meetingRecordRoutes as routes } from '../contract.ts';

export function lookBackQuery(seriesId: string) {
  return queryOf(routes.lookBack, { params: { seriesId } });
}
