import { describe, expect, it } from 'vitest';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { escapeMarkdown, markdownLines } from './markdown-text.ts';

const doc = (...content: RichText['content']): RichText => ({ type: 'doc', content });
const text = (words: string, ...types: ('bold' | 'italic')[]) => ({
  type: 'text' as const,
  text: words,
  marks: types.map((type) => ({ type })),
});

describe('words in Markdown', () => {
  it.each([
    ['# not a heading', String.raw`\# not a heading`],
    ['- not a list', String.raw`\- not a list`],
    ['1. not a list', String.raw`1\. not a list`],
    ['2026 was good', '2026 was good'],
    ['=====', String.raw`\=====`],
    ['    not code', 'not code'],
    ['a\n\n# b', String.raw`a \# b`],
    ['<script>alert(1)</script>', String.raw`\<script\>alert(1)\</script\>`],
    ['![x](https://e.example/p.png)', String.raw`\!\[x\](https\://e.example/p.png)`],
    ['www.example.org', String.raw`www\.example.org`],
    ['&lt;', String.raw`\&lt;`],
    ['a | b ~ c `d` $e$', String.raw`a \| b \~ c \`d\` \$e\$`],
  ])('%j is %j', (words, escaped) => {
    expect(escapeMarkdown(words)).toBe(escaped);
  });
});

describe('rich text in Markdown', () => {
  it('keeps marks, links, breaks and lists', () => {
    const lines = markdownLines(
      doc(
        { type: 'heading', attrs: { level: 2 }, content: [text('Plan')] },
        {
          type: 'paragraph',
          content: [
            text('We '),
            text('must ', 'bold'),
            text('see '),
            {
              type: 'text',
              text: 'this',
              marks: [{ type: 'link', attrs: { href: 'https://example.org/a b>(c)' } }],
            },
            { type: 'hardBreak' },
            text('un'),
            text('believ', 'bold', 'italic'),
            text('able'),
          ],
        },
        {
          type: 'taskList',
          content: [
            {
              type: 'taskItem',
              attrs: { checked: true },
              content: [
                { type: 'paragraph', content: [text('Call')] },
                {
                  type: 'orderedList',
                  attrs: { start: 9 },
                  content: [
                    { type: 'listItem', content: [{ type: 'paragraph', content: [text('Tom')] }] },
                    { type: 'listItem', content: [{ type: 'paragraph', content: [text('Nina')] }] },
                  ],
                },
              ],
            },
            { type: 'taskItem', attrs: { checked: false }, content: [{ type: 'paragraph' }] },
          ],
        },
      ),
    );
    expect(lines).toEqual([
      '##### Plan',
      '',
      'We **must** see [this](<https://example.org/a%20b%3e(c)>)\\',
      'un<strong><em>believ</em></strong>able',
      '',
      '- [x] Call',
      '',
      '  9. Tom',
      '  10. Nina',
      '- [ ] ',
    ]);
  });
});
