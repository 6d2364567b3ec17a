import { assertNever } from '../../../../shared/assert-never.ts';
import type { RichTextBlock, RichTextInline } from '../../../rich-text/domain/rich-text.ts';
import type { Style } from './fonts.ts';
import type { Run, Sheet } from './sheet.ts';

const size = 10.5;
/** Between blocks, and between the items of a list. */
const gaps = { block: 6, item: 2 };
const step = 16;

const headingSizes = { 1: 13, 2: 12, 3: 11 } as const;

export function writeRichText(sheet: Sheet, blocks: readonly RichTextBlock[], indent = 0, gap = 4): void {
  for (const [at, block] of blocks.entries()) writeBlock(sheet, block, indent, at === 0 ? gap : gaps.block);
}

function writeBlock(sheet: Sheet, block: RichTextBlock, indent: number, gap: number): void {
  switch (block.type) {
    case 'paragraph':
      return writeLines(sheet, block.content, { size, indent, gap }, 'regular');
    case 'heading':
      return writeLines(
        sheet,
        block.content,
        { size: headingSizes[block.attrs.level], indent, gap: gap + 3 },
        'bold',
      );
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      for (const [at, item] of block.content.entries()) {
        const look = { size, indent, gap: at === 0 ? gap : gaps.item };
        if (item.type === 'taskItem') sheet.checkbox(item.attrs.checked, look);
        else sheet.marker(block.type === 'orderedList' ? `${(block.attrs?.start ?? 1) + at}.` : '•', look);
        writeRichText(sheet, item.content, indent + step, look.gap);
      }
      return undefined;
    default:
      return assertNever(block);
  }
}

function writeLines(
  sheet: Sheet,
  inlines: readonly RichTextInline[] = [],
  look: { size: number; indent: number; gap: number },
  base: Style,
): void {
  const lines: Run[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(runOf(inline, base));
  }
  for (const [at, runs] of lines.entries()) sheet.write(runs, at === 0 ? look : { ...look, gap: 0 });
}

function runOf({ text, marks = [] }: Extract<RichTextInline, { type: 'text' }>, base: Style): Run {
  const isBold = base === 'bold' || marks.some(({ type }) => type === 'bold');
  const isItalic = marks.some(({ type }) => type === 'italic');
  const link = marks.find((mark) => mark.type === 'link')?.attrs.href;
  const style = isBold ? (isItalic ? 'boldItalic' : 'bold') : isItalic ? 'italic' : 'regular';
  return { text, style, link };
}
