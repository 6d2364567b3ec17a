import { queryOf } from '../../../web/shell/queries.ts';
import { reminderRoutes } from '../contract.ts';

export const remindersQuery = queryOf(reminderRoutes.open, {});
