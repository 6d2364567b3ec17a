import { call } from '../../../web/shell/call.ts';
import { seriesRoutes as routes } from '../contract.ts';
import { refreshMeetings } from './series-queries.ts';

export async function planAgain(params: { seriesId: string; slot: string }): Promise<void> {
  await call(routes.planMeetingAgain, { params });
  await refreshMeetings();
}
