import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { targetRoutes as routes } from '../contract.ts';
import { changeTarget, removeTarget } from './change-target.ts';
import { listTargets } from './list-targets.ts';
import { setTarget } from './set-target.ts';

export function registerTargetRoutes(app: App): void {
  serve(app, routes.listTargets, async (context, { query }) => listTargets(context, query));
  serve(app, routes.setTarget, async (context, { body }) => setTarget(context, body));
  serve(app, routes.changeTarget, async (context, { params, body }) =>
    changeTarget(context, params.targetId, body),
  );
  serve(app, routes.removeTarget, async (context, { params }) => removeTarget(context, params.targetId));
}
