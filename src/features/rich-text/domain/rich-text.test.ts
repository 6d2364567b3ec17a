import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextArbitrary } from '../../../../test/support/arbitrary-rich-text.ts';
import { maxListDepth, richTextSchema } from './rich-text.ts';

const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const link = (href: string) => ({ type: 'link', attrs: { href } });
const accepts = (value: unknown) => richTextSchema.safeParse(value).success;

function nested(levels: number): unknown {
  let block: unknown = paragraph(text('deep'));
  for (let level = 0; level < levels; level += 1) {
    block = { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, block] }] };
  }
  return doc(block);
}

describe('what a rich text may hold', () => {
  it.each([
    ['an emptied document', doc({ type: 'paragraph' })],
    ['a document without blocks', doc()],
    [
      'bold, italic and a link together',
      doc(paragraph(text('a', { type: 'bold' }, { type: 'italic' }, link('https://a.b')))),
    ],
    ['marks in any order', doc(paragraph(text('a', link('mailto:a@b.org'), { type: 'bold' })))],
    [
      'a line break in the middle of bold words',
      doc(paragraph({ type: 'hardBreak', marks: [{ type: 'bold' }] })),
    ],
    ['a heading', doc({ type: 'heading', attrs: { level: 3 }, content: [text('a')] })],
    [
      'a numbered list that starts later',
      doc({
        type: 'orderedList',
        attrs: { start: 7 },
        content: [{ type: 'listItem', content: [paragraph()] }],
      }),
    ],
    [
      'a numbered list without a start',
      doc({ type: 'orderedList', content: [{ type: 'listItem', content: [paragraph()] }] }),
    ],
    [
      'a checklist',
      doc({
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph()] }],
      }),
    ],
    ['lists as deep as allowed', nested(maxListDepth)],
  ])('takes %s', (_, value) => {
    expect(accepts(value)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a string', 'words'],
    ['another node', doc({ type: 'image', attrs: { src: 'https://a.b/c.png' } })],
    ['a code block', doc({ type: 'codeBlock', content: [text('a')] })],
    ['another mark', doc(paragraph(text('a', { type: 'textStyle', attrs: { color: 'red' } })))],
    ['a mark twice', doc(paragraph(text('a', { type: 'bold' }, { type: 'bold' })))],
    ['two links on the same words', doc(paragraph(text('a', link('https://a.b'), link('https://c.d'))))],
    ['javascript: links', doc(paragraph(text('a', link('javascript:alert(1)'))))],
    ['javascript: links with a newline before', doc(paragraph(text('a', link('\njavascript:alert(1)'))))],
    ['JaVaScRiPt: links', doc(paragraph(text('a', link('JaVaScRiPt:alert(1)'))))],
    ['data: links', doc(paragraph(text('a', link('data:text/html,a'))))],
    ['relative links', doc(paragraph(text('a', link('/api/session'))))],
    [
      'links with a target',
      doc(paragraph(text('a', { type: 'link', attrs: { href: 'https://a.b', target: '_top' } }))),
    ],
    ['overlong links', doc(paragraph(text('a', link(`https://${'a'.repeat(2000)}`))))],
    ['empty text', doc(paragraph(text('')))],
    ['text outside a block', doc(text('a'))],
    ['blocks in a paragraph', doc(paragraph(paragraph()))],
    ['a fourth heading level', doc({ type: 'heading', attrs: { level: 4 } })],
    ['a heading without a level', doc({ type: 'heading' })],
    ['a paragraph with a style', doc({ type: 'paragraph', attrs: { style: 'color:red' } })],
    ['a list without items', doc({ type: 'bulletList', content: [] })],
    ['an item without blocks', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [] }] })],
    [
      'an item that begins with a list',
      doc({
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] }],
          },
        ],
      }),
    ],
    [
      'a task in a bullet list',
      doc({
        type: 'bulletList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph()] }],
      }),
    ],
    [
      'a task that is neither done nor to do',
      doc({ type: 'taskList', content: [{ type: 'taskItem', content: [paragraph()] }] }),
    ],
    [
      'a numbered list from -1',
      doc({
        type: 'orderedList',
        attrs: { start: -1 },
        content: [{ type: 'listItem', content: [paragraph()] }],
      }),
    ],
    [
      'a numbered list of a type',
      doc({
        type: 'orderedList',
        attrs: { start: 1, type: 'a' },
        content: [{ type: 'listItem', content: [paragraph()] }],
      }),
    ],
    ['a field that nobody knows', { ...doc(), script: 'a' }],
    ['lists nested too deep', nested(maxListDepth + 1)],
    ['more than 256 KiB', doc(paragraph(text('å'.repeat(128 * 1024))))],
  ])('refuses %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });

  it('takes every document of nodes and marks that are allowed, and changes nothing in it', () => {
    fc.assert(
      fc.property(richTextArbitrary, (value) => {
        expect(richTextSchema.parse(value)).toEqual(value);
      }),
    );
  });

  it('refuses a document once anything in it has a field that is not allowed', () => {
    fc.assert(
      fc.property(
        richTextArbitrary,
        fc.nat(),
        fc.constantFrom('style', 'onclick', 'src'),
        (value, at, field) => {
          const copy = structuredClone(value);
          const nodes = objectsIn(copy);
          Object.assign(nodes[at % nodes.length] ?? {}, { [field]: 'alert(1)' });
          expect(accepts(copy)).toBe(false);
        },
      ),
    );
  });
});

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value, ...inner];
}
