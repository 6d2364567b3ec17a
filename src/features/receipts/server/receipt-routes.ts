import type { App } from '../../../server/http/context.ts';
import { serve } from '../../../server/http/serve.ts';
import { receiptRoutes as routes } from '../contract.ts';
import { listReceipts } from './list-receipts.ts';

export function registerReceiptRoutes(app: App): void {
  serve(app, routes.list, async (context, { params }) => listReceipts(context, params.oneOnOneId));
}
