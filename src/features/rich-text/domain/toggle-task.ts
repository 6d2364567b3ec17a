import { assertNever } from '../../../shared/assert-never.ts';
import type { RichText, RichTextBlock } from './rich-text.ts';

/** The document with its nth task, counted from 0 as they are read, marked the other way. */
export function toggleTask(doc: RichText, index: number): RichText {
  let at = -1;
  const inBlock = (block: RichTextBlock): RichTextBlock => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return block;
      case 'bulletList':
      case 'orderedList':
        return {
          ...block,
          content: block.content.map((item) => ({ ...item, content: item.content.map(inBlock) })),
        };
      case 'taskList':
        return {
          ...block,
          content: block.content.map((item) => {
            at += 1;
            const checked = at === index ? !item.attrs.checked : item.attrs.checked;
            return { ...item, attrs: { checked }, content: item.content.map(inBlock) };
          }),
        };
      default:
        return assertNever(block);
    }
  };
  return { ...doc, content: doc.content.map(inBlock) };
}
