import * as z from 'zod/mini';

/** The largest rich text, as its JSON document in UTF-8. */
export const maxRichTextBytes = 256 * 1024;

/** How deep lists nest in lists; beyond that nobody reads, and JSON itself would become too deep to take. */
export const maxListDepth = 20;

const hrefSchema = z
  .string()
  .check(
    z.maxLength(2000),
    z.regex(/^(https?:\/\/|mailto:)/i, 'A link begins with http://, https:// or mailto:.'),
  );

export function isAllowedHref(url: string): boolean {
  return hrefSchema.safeParse(url).success;
}

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: hrefSchema }) }),
]);
export type RichTextMark = z.infer<typeof mark>;

const marks = z.optional(
  z
    .array(mark)
    .check(
      z.refine((all) => new Set(all.map((one) => one.type)).size === all.length, 'The same mark twice.'),
    ),
);

const text = z.strictObject({ type: z.literal('text'), text: z.string().check(z.minLength(1)), marks });
// The editor keeps the marks of a line break that stands in the middle of bold words.
const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks });
const inline = z.discriminatedUnion('type', [text, hardBreak]);
export type RichTextInline = z.infer<typeof inline>;

const inlines = z.optional(z.array(inline));
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.literal([1, 2, 3]) }),
  content: inlines,
});
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return itemBlocks;
  },
});
const taskItem = z.strictObject({
  type: z.literal('taskItem'),
  attrs: z.strictObject({ checked: z.boolean() }),
  get content() {
    return itemBlocks;
  },
});
const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(listItem).check(z.minLength(1)),
});
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.optional(z.strictObject({ start: z.int().check(z.gte(0), z.lte(1_000_000_000)) })),
  content: z.array(listItem).check(z.minLength(1)),
});
const taskList = z.strictObject({
  type: z.literal('taskList'),
  content: z.array(taskItem).check(z.minLength(1)),
});

const block = z.discriminatedUnion('type', [paragraph, heading, bulletList, orderedList, taskList]);
export type RichTextBlock = z.infer<typeof block>;

const itemBlocks: z.ZodMiniArray<typeof block> = z.array(block).check(
  z.minLength(1),
  z.refine((all) => all[0]?.type === 'paragraph', 'A list item begins with a paragraph.'),
);

/** An editor's JSON document, limited to what is listed above. An emptied one may have no content at all. */
export const richTextSchema = z.strictObject({ type: z.literal('doc'), content: z.array(block) }).check(
  z.refine(
    (doc) => new TextEncoder().encode(JSON.stringify(doc)).length <= maxRichTextBytes,
    'Longer than 256 KiB.',
  ),
  z.refine(
    (doc) => listDepth(doc.content) <= maxListDepth,
    `Lists nested more than ${maxListDepth} levels deep.`,
  ),
);
export type RichText = z.infer<typeof richTextSchema>;

function listDepth(blocks: readonly RichTextBlock[]): number {
  let deepest = 0;
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') continue;
    for (const item of block.content) deepest = Math.max(deepest, 1 + listDepth(item.content));
  }
  return deepest;
}

/**
 * The same on its way out. What is stored was walked on its way in; to walk it again would cost a tenth of
 * every read.
 */
export const storedRichTextSchema = z.object({
  type: z.literal('doc'),
  content: z.array(z.unknown()),
}) as unknown as typeof richTextSchema;
