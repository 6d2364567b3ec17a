import { assertNever } from '../../../shared/assert-never.ts';
import type { RichText, RichTextBlock, RichTextInline } from './rich-text.ts';

/** Words without their form, for search, mails and comparison: a line a block, lists with readable markers. */
export function toPlainText(doc: RichText): string {
  return linesOf(doc.content).join('\n');
}

/** True where nobody wrote a word: an emptied editor leaves a paragraph, sometimes a list without words. */
export function isEmptyRichText(doc: RichText): boolean {
  return doc.content.every(isEmptyBlock);
}

/** A document of plain paragraphs, one for each line. */
export function fromPlainText(text: string): RichText {
  const lines = text.split('\n');
  return {
    type: 'doc',
    content: lines.map((line) =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    ),
  };
}

function linesOf(blocks: readonly RichTextBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return wordsOf(block.content).split('\n');
      case 'bulletList':
        return block.content.flatMap((item) => marked('- ', linesOf(item.content)));
      case 'orderedList': {
        const start = block.attrs?.start ?? 1;
        return block.content.flatMap((item, index) => marked(`${start + index}. `, linesOf(item.content)));
      }
      case 'taskList':
        return block.content.flatMap((item) =>
          marked(item.attrs.checked ? '[x] ' : '[ ] ', linesOf(item.content)),
        );
      default:
        return assertNever(block);
    }
  });
}

/** The marker before the first line; what belongs to the same item stands below its words. */
function marked(marker: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? marker : ' '.repeat(marker.length)) + line);
}

function wordsOf(inlines: readonly RichTextInline[] = []): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

function isEmptyBlock(block: RichTextBlock): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wordsOf(block.content).trim() === '';
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return block.content.every((item) => item.content.every(isEmptyBlock));
    default:
      return assertNever(block);
  }
}
