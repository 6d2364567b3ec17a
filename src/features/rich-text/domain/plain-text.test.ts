import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlainText, isEmptyRichText, toPlainText } from './plain-text.ts';
import { richTextArbitrary } from '../../../../test/support/arbitrary-rich-text.ts';
import { richTextSchema } from './rich-text.ts';
import type { RichText, RichTextBlock } from './rich-text.ts';

const words = (text: string): RichTextBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: RichTextBlock[]): RichText => ({ type: 'doc', content });
const item = (...content: RichTextBlock[]) => ({ type: 'listItem' as const, content });
const task = (checked: boolean, ...content: RichTextBlock[]) => ({
  type: 'taskItem' as const,
  attrs: { checked },
  content,
});

describe('a rich text as plain text', () => {
  it.each<[string, RichText, string]>([
    [
      'puts blocks on lines of their own',
      doc(
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Goals' }] },
        words('Two of three.'),
      ),
      'Goals\nTwo of three.',
    ],
    [
      'joins words of different marks',
      doc({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'very ' },
          { type: 'text', text: 'good', marks: [{ type: 'bold' }] },
        ],
      }),
      'very good',
    ],
    [
      'breaks lines where the writer did',
      doc({
        type: 'paragraph',
        content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
      }),
      'a\nb',
    ],
    [
      'marks list items',
      doc({ type: 'bulletList', content: [item(words('a')), item(words('b'))] }),
      '- a\n- b',
    ],
    [
      'counts numbered lists on from their start',
      doc({ type: 'orderedList', attrs: { start: 9 }, content: [item(words('a')), item(words('b'))] }),
      '9. a\n10. b',
    ],
    [
      'tells done from to do',
      doc({ type: 'taskList', content: [task(true, words('a')), task(false, words('b'))] }),
      '[x] a\n[ ] b',
    ],
    [
      'indents what belongs to an item',
      doc({
        type: 'bulletList',
        content: [item(words('a'), words('more'), { type: 'taskList', content: [task(false, words('b'))] })],
      }),
      '- a\n  more\n  [ ] b',
    ],
    ['is empty for an emptied document', doc({ type: 'paragraph' }), ''],
  ])('%s', (_, value, expected) => {
    expect(toPlainText(value)).toBe(expected);
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(richTextArbitrary, (value) => {
        const plain = toPlainText(value);
        for (const [, text] of JSON.stringify(value).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)) {
          // Line breaks inside a word are lines of their own, indented in lists.
          for (const line of String(JSON.parse(text ?? '""')).split('\n')) expect(plain).toContain(line);
        }
      }),
    );
  });

  it('comes back from plain lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(toPlainText(richTextSchema.parse(fromPlainText(text)))).toBe(text);
      }),
    );
  });
});

describe('an empty rich text', () => {
  it.each<[boolean, string, RichText]>([
    [true, 'no blocks', doc()],
    [true, 'an empty paragraph', doc({ type: 'paragraph' })],
    [
      true,
      'blanks and line breaks',
      doc({ type: 'paragraph', content: [{ type: 'text', text: ' \u00a0' }, { type: 'hardBreak' }] }),
    ],
    [
      true,
      'a checklist without words',
      doc({ type: 'taskList', content: [task(true, { type: 'paragraph' })] }),
    ],
    [
      false,
      'a word in a heading',
      doc({ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'a' }] }),
    ],
    [
      false,
      'a word deep in a list',
      doc({
        type: 'bulletList',
        content: [item({ type: 'paragraph' }, { type: 'orderedList', content: [item(words('a'))] })],
      }),
    ],
  ])('%s: %s', (expected, _, value) => {
    expect(isEmptyRichText(value)).toBe(expected);
  });
});
