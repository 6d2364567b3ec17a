import { call } from '../../../web/shell/call.ts';
import { refresh } from '../../../web/shell/queries.ts';
import { actionItemRoutes } from '../../action-items/contract.ts';
import { agendaRoutes } from '../../agenda/contract.ts';
import type { State } from '../../one-on-ones/domain/states.ts';
import { meetingRecordRoutes as routes, type Ticked } from '../contract.ts';

interface Wanted {
  oneOnOneId: string;
  itemId: string;
  done: boolean;
  state: State;
}

/** Ticks it off in the record; the agenda and the action items that are shown elsewhere are asked for again. */
export async function tickBrought({ oneOnOneId, itemId, done, state }: Wanted): Promise<Ticked> {
  const input = { params: { oneOnOneId, itemId }, query: { state } };
  const ticked = await call(done ? routes.tick : routes.untick, input);
  void refresh(agendaRoutes.open, actionItemRoutes.list, actionItemRoutes.followUp);
  return ticked;
}
