import * as z from 'zod/mini';
import { idSchema } from '../../shared/ids.ts';
import { defineRoute } from '../../shared/routes.ts';

export const receiptActs = ['opened', 'downloaded', 'exported'] as const;
export type ReceiptAct = (typeof receiptActs)[number];

const receipt = z.object({
  person: z.object({ id: idSchema, name: z.string() }),
  act: z.enum(receiptActs),
  /** The organisation's date. */
  day: z.string(),
});
export type Receipt = z.infer<typeof receipt>;

export const receiptRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/api/one-on-ones/{oneOnOneId}/receipts',
    summary: 'Who opened, downloaded or exported it on which day, latest first; for the pair alone',
    params: z.strictObject({ oneOnOneId: idSchema }),
    result: z.object({ items: z.array(receipt) }),
  }),
};
