import * as fc from 'fast-check';
import type {
  RichText,
  RichTextBlock,
  RichTextInline,
  RichTextMark,
} from '../../src/features/rich-text/domain/rich-text.ts';

/** Documents as an editor could have written them. */

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replaceAll('\0', ''))
  .filter((text) => text !== '' && text.isWellFormed());

const mark: fc.Arbitrary<RichTextMark> = fc.oneof(
  fc.constant<RichTextMark>({ type: 'bold' }),
  fc.constant<RichTextMark>({ type: 'italic' }),
  fc
    .constantFrom('https://example.org/a?b=c#d', 'http://example.org', 'mailto:eli@example.org')
    .map((href): RichTextMark => ({ type: 'link', attrs: { href } })),
);
const marked = fc
  .uniqueArray(mark, { selector: (one) => one.type, maxLength: 3 })
  .map((marks) => (marks.length === 0 ? {} : { marks }));

const inline: fc.Arbitrary<RichTextInline> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(word, marked)
      .map(([text, marks]): RichTextInline => ({ type: 'text', text, ...marks })),
  },
  { weight: 1, arbitrary: marked.map((marks): RichTextInline => ({ type: 'hardBreak', ...marks })) },
);
const inlines = fc
  .array(inline, { maxLength: 4 })
  .map((content) => (content.length === 0 ? {} : { content }));
const paragraph = inlines.map((content): RichTextBlock => ({ type: 'paragraph', ...content }));

const { block } = fc.letrec<{ block: RichTextBlock; itemBlocks: RichTextBlock[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rich-text' },
    paragraph,
    fc
      .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), inlines)
      .map(([level, content]): RichTextBlock => ({ type: 'heading', attrs: { level }, ...content })),
    fc.array(tie('itemBlocks'), { minLength: 1, maxLength: 3 }).map((items): RichTextBlock => ({
      type: 'bulletList',
      content: items.map((content) => ({ type: 'listItem', content })),
    })),
    fc
      .tuple(fc.nat(1000), fc.array(tie('itemBlocks'), { minLength: 1, maxLength: 3 }))
      .map(([start, items]): RichTextBlock => ({
        type: 'orderedList',
        attrs: { start },
        content: items.map((content) => ({ type: 'listItem', content })),
      })),
    fc
      .array(fc.tuple(fc.boolean(), tie('itemBlocks')), { minLength: 1, maxLength: 3 })
      .map((items): RichTextBlock => ({
        type: 'taskList',
        content: items.map(([checked, content]) => ({ type: 'taskItem', attrs: { checked }, content })),
      })),
  ),
  itemBlocks: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2, depthIdentifier: 'rich-text' }))
    .map(([first, rest]) => [first, ...rest]),
}));

export const richTextArbitrary: fc.Arbitrary<RichText> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }));
