import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { actionItemRoutes as routes } from '../contract.ts';
import { addActionItem } from './add-action-item.ts';
import { changeActionItem } from './change-action-item.ts';
import { listActionItems, listActionItemsOf } from './list-action-items.ts';
import { listFollowUp } from './list-follow-up.ts';
import {
  completeActionItem,
  dropActionItem,
  reopenActionItem,
  takeUpActionItem,
} from './mark-action-item.ts';
import { removeActionItem } from './remove-action-item.ts';

export function registerActionItemRoutes(app: App): void {
  serve(app, routes.listOfOneOnOne, async (context, { params }) =>
    listActionItemsOf(context, params.oneOnOneId),
  );
  serve(app, routes.add, async (context, { params, body }) =>
    addActionItem(context, params.oneOnOneId, body),
  );
  serve(app, routes.followUp, async (context, { params }) => listFollowUp(context, params.oneOnOneId));
  serve(app, routes.list, async (context, { query }) => listActionItems(context, query));
  serve(app, routes.change, async (context, { params, body }) =>
    changeActionItem(context, params.actionItemId, body),
  );
  serve(app, routes.remove, async (context, { params, query }) =>
    removeActionItem(context, params.actionItemId, query.state),
  );
  serve(app, routes.complete, async (context, { params }) =>
    completeActionItem(context, params.actionItemId),
  );
  serve(app, routes.reopen, async (context, { params }) => reopenActionItem(context, params.actionItemId));
  serve(app, routes.drop, async (context, { params, body }) =>
    dropActionItem(context, params.actionItemId, body.reason),
  );
  serve(app, routes.takeUp, async (context, { params }) => takeUpActionItem(context, params.actionItemId));
}
