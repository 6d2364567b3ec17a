import type { RichText } from '../features/rich-text/domain/rich-text.ts';

type Block = RichText['content'][number];

/** Lines become paragraphs; lines that begin with a dash become one list. */
export function richTextFrom(text: string): RichText {
  const content: Block[] = [];
  for (const line of text.split('\n')) {
    const isPoint = line.startsWith('- ');
    const words: Block = {
      type: 'paragraph',
      content: [{ type: 'text', text: isPoint ? line.slice(2) : line }],
    };
    const last = content.at(-1);
    if (!isPoint) content.push(words);
    else if (last?.type === 'bulletList') last.content.push({ type: 'listItem', content: [words] });
    else content.push({ type: 'bulletList', content: [{ type: 'listItem', content: [words] }] });
  }
  return { type: 'doc', content };
}
