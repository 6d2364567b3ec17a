import * as z from 'zod/mini';
import { toPlainText } from '../../rich-text/domain/plain-text.ts';
import { storedRichTextSchema } from '../../rich-text/domain/rich-text.ts';

/** The parts of an update in its simple form. */
export const updateParts = ['wentWell', 'couldImprove', 'anythingElse'] as const;
export type UpdatePart = (typeof updateParts)[number];

/** What a meeting brings into its record, by kind. It stays as it was then. */
export const givenSchema = z.object({
  /** Of an agenda item. */
  point: z.optional(
    z.object({
      id: z.string(),
      kind: z.string(),
      authorId: z.string(),
      body: storedRichTextSchema,
      raisedOn: z.string(),
    }),
  ),
  /** Of a follow-up: an action item of an earlier record. */
  actionItem: z.optional(
    z.object({ id: z.string(), ownerId: z.string(), dueOn: z.string(), agreedOn: z.string() }),
  ),
  /** Of the update, by part. */
  wentWell: z.optional(storedRichTextSchema),
  couldImprove: z.optional(storedRichTextSchema),
  anythingElse: z.optional(storedRichTextSchema),
});
export type Given = z.infer<typeof givenSchema>;

export const updatePartWords: Record<UpdatePart, string> = {
  wentWell: 'What went well',
  couldImprove: 'What could improve',
  anythingElse: 'Anything else',
};

/** Whether the meeting brought it in: its words are not the manager's to change, nor to take away. */
export function isBrought({ given, fromEmployee }: { given: Given | null; fromEmployee: boolean }): boolean {
  return given !== null || fromEmployee;
}

/** The words of an update, for search and for showing what was brought; a point or a promise is its item's prompt. */
export function givenInWords(given: Given | null): string {
  if (given === null) return '';
  return updateParts
    .flatMap((part) => {
      const text = given[part];
      return text === undefined ? [] : [`${updatePartWords[part]}: ${toPlainText(text)}`];
    })
    .join('\n');
}
