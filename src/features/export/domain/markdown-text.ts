import { assertNever } from '../../../shared/assert-never.ts';
import type {
  RichText,
  RichTextBlock,
  RichTextInline,
  RichTextMark,
} from '../../rich-text/domain/rich-text.ts';

/** What somebody wrote, so that it reads as it was written: nothing in it is taken for Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return (
    escapeWords(text.trimStart())
      // What begins a line could be a list or the line under a heading.
      .replace(/^[-+=]/, String.raw`\$&`)
      .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
  );
}

function escapeWords(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\`*_{}[\]<>#|~!&$^]/g, String.raw`\$&`)
      // An address that nobody made a link stays words.
      .replaceAll(/\b(https?|mailto|ftp):/gi, String.raw`$1\:`)
      .replaceAll(/\bwww\./gi, String.raw`www\.`)
  );
}

/** The blocks as Markdown, each line without an end. */
export function markdownLines({ content }: RichText): string[] {
  return linesOf(content);
}

function linesOf(blocks: readonly RichTextBlock[]): string[] {
  return blocks.flatMap((block, at) => [...(at > 0 ? [''] : []), ...blockLines(block)]);
}

function blockLines(block: RichTextBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return inlineLines(block.content);
    case 'heading':
      // Below the item's own heading, which is the third.
      return [`${'#'.repeat(block.attrs.level + 3)} ${inlineLines(block.content).join(' ')}`];
    case 'bulletList':
      return block.content.flatMap((item) => marked('- ', linesOf(item.content)));
    case 'orderedList': {
      const start = block.attrs?.start ?? 1;
      return block.content.flatMap((item, index) => marked(`${start + index}. `, linesOf(item.content)));
    }
    case 'taskList':
      return block.content.flatMap((item) =>
        marked('- ', linesOf(item.content)).map((line, at) =>
          at === 0 ? line.replace('- ', item.attrs.checked ? '- [x] ' : '- [ ] ') : line,
        ),
      );
    default:
      return assertNever(block);
  }
}

function marked(marker: string, lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === 0 ? marker + line : line && ' '.repeat(marker.length) + line));
}

type Words = Extract<RichTextInline, { type: 'text' }>;

/** Each line break of the author ends a line. */
function inlineLines(inlines: readonly RichTextInline[] = []): string[] {
  const lines: Words[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines.map((words, at) => lineOf(words) + (at < lines.length - 1 ? '\\' : ''));
}

function lineOf(all: readonly Words[]): string {
  let line = '';
  for (const [at, words] of all.entries()) {
    const isTouching =
      (touches(words.text[0]) && touches(all[at - 1]?.text.at(-1))) ||
      (touches(words.text.at(-1)) && touches(all[at + 1]?.text[0]));
    line += wordsOf(words, line === '', isTouching);
  }
  return line.trim();
}

/** Signs beside a letter or another sign could be taken for words; tags never are. */
function touches(neighbour: string | undefined): boolean {
  return neighbour !== undefined && !/[\s.,;:?)]/.test(neighbour);
}

function wordsOf({ text, marks = [] }: Words, isAtStart: boolean, isTouching: boolean): string {
  const core = text.trim();
  if (core === '') return ' ';
  const has = (type: RichTextMark['type']) => marks.some((mark) => mark.type === type);
  let words = linked(isAtStart ? escapeMarkdown(core) : escapeWords(core), marks);
  if (has('italic')) words = isTouching ? `<em>${words}</em>` : `*${words}*`;
  if (has('bold')) words = isTouching ? `<strong>${words}</strong>` : `**${words}**`;
  return (/^\s/.test(text) ? ' ' : '') + words + (/\s$/.test(text) ? ' ' : '');
}

function linked(words: string, marks: readonly RichTextMark[]): string {
  const link = marks.find((mark) => mark.type === 'link');
  if (link === undefined) return words;
  const href = link.attrs.href.replaceAll(
    /[\s<>\\]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${words}](<${href}>)`;
}
