import * as z from 'zod/mini';

/** The largest rich text, as its JSON document in UTF-8. */
export const maxRichTextBytes = 256 * 1024;

const href = z
  .string()
  .check(z.maxLength(2000), z.regex(/^(https?:\/\/|mailto:)/i, 'A link begins with http://, https:// or mailto:.'));

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
]);

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().check(z.minLength(1)),
  marks: z.optional(z.array(mark).check(z.maxLength(3))),
});
const inline = z.discriminatedUnion('type', [text, z.strictObject({ type: z.literal('hardBreak') })]);

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.optional(z.array(inline)) });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.literal([1, 2, 3]) }),
  content: z.optional(z.array(inline)),
});
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return blocks;
  },
});
const taskItem = z.strictObject({
  type: z.literal('taskItem'),
  attrs: z.strictObject({ checked: z.boolean() }),
  get content() {
    return blocks;
  },
});
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).check(z.minLength(1)) });
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.optional(z.strictObject({ start: z.int().check(z.gte(0)) })),
  content: z.array(listItem).check(z.minLength(1)),
});
const taskList = z.strictObject({ type: z.literal('taskList'), content: z.array(taskItem).check(z.minLength(1)) });
const block = z.discriminatedUnion('type', [paragraph, heading, bulletList, orderedList, taskList]);
const blocks: z.ZodMiniArray<typeof block> = z.array(block).check(z.minLength(1));

export const richTextSchema = z
  .strictObject({ type: z.literal('doc'), content: z.array(block) })
  .check(
    z.refine((doc) => new TextEncoder().encode(JSON.stringify(doc)).length <= maxRichTextBytes, 'Longer than 256 KiB.'),
  );
export type RichText = z.infer<typeof richTextSchema>;
