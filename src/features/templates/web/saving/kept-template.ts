import * as z from 'zod/mini';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../../web/shell/device.ts';
import type { TemplateDocument } from '../../domain/document.ts';
import { measureSchema } from '../../../kpis/domain/measure.ts';
import { answerers, itemKinds } from '../../domain/items.ts';

/** What has been written and is not on the server yet, with the version it is based on. */
export interface KeptTemplate {
  version: number;
  document: TemplateDocument;
}

/** One template's place on this device. */
export interface Shelf {
  kept: () => KeptTemplate | null;
  keep: (kept: KeptTemplate) => void;
  forget: () => void;
}

// What is half written is kept too, so nothing here has a least length.
const keptSchema = z.object({
  version: z.number(),
  document: z.object({
    title: z.string(),
    description: z.string(),
    shared: z.boolean(),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        guidance: z.nullable(z.string()),
        items: z.array(
          z.object({
            id: z.string(),
            kind: z.enum(itemKinds),
            prompt: z.string(),
            options: z.nullable(z.object({ steps: z.number(), labels: z.optional(z.array(z.string())) })),
            answeredBy: z.optional(z.enum(answerers)),
            measure: z.optional(measureSchema),
          }),
        ),
      }),
    ),
  }),
});

export function shelfOf(personId: string, templateId: string): Shelf {
  const key = `template/${templateId}`;
  return {
    kept: () => keptSchema.safeParse(keptOnDevice(personId, key)).data ?? null,
    keep: (kept) => void keepOnDevice(personId, key, kept),
    forget: () => forgetOnDevice(personId, key),
  };
}
