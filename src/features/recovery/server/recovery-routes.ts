import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { recoveryRoutes as routes } from '../contract.ts';
import { cancelRecovery } from './cancel-recovery.ts';
import { listRecoveries } from './list-recoveries.ts';
import { objectToRecovery } from './object-to-recovery.ts';
import { findRecovery, reachPerson } from './recovery-queries.ts';
import { startRecovery } from './start-recovery.ts';

export function registerRecoveryRoutes(app: App): void {
  serve(app, routes.start, async (context, { params, body }) =>
    startRecovery(context, params.personId, body.email),
  );
  serve(app, routes.open, async (context, { params }) => {
    await reachPerson(context, params.personId);
    return { recovery: await findRecovery(context.db, params.personId) };
  });
  serve(app, routes.cancel, async (context, { params }) => cancelRecovery(context, params.personId));
  serve(app, routes.list, async (context) => listRecoveries(context));
  serve(app, routes.object, async (context, { params }) => objectToRecovery(context, params.recoveryId));
}
