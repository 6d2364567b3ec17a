import type { JSONContent } from '@tiptap/core';
import { isAllowedHref, maxListDepth } from '../domain/rich-text.ts';
import type { RichText, RichTextBlock, RichTextInline, RichTextMark } from '../domain/rich-text.ts';

/**
 * What the editor holds as what is stored. What could not be stored is dropped or mended here, and its words are
 * kept: a paste must never make everything that is typed after it unsaveable.
 */
export function fromEditor(json: JSONContent): RichText {
  return { type: 'doc', content: blocksOf(json.content, 0) };
}

/** The editor wants a block at least, and marks in its own order. */
export function toEditor(doc: RichText): JSONContent {
  // The editor's type is any JSON; only how the two write an absent field differs.
  const json = doc as JSONContent;
  return doc.content.length === 0 ? { type: 'doc', content: [{ type: 'paragraph' }] } : inOrder(json);
}

function inOrder(node: JSONContent): JSONContent {
  return {
    ...node,
    ...(node.content && { content: node.content.map(inOrder) }),
    ...(node.marks && {
      marks: markOrder.flatMap((type) => node.marks?.filter((one) => one.type === type) ?? []),
    }),
  };
}

const markOrder = ['link', 'bold', 'italic'] as const;

function blocksOf(nodes: readonly JSONContent[] = [], depth: number): RichTextBlock[] {
  return nodes.flatMap((node) => blockOf(node, depth));
}

function blockOf(node: JSONContent, depth: number): RichTextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', ...inlinesOf(node) }];
    case 'heading': {
      const level = node.attrs?.['level'];
      return [
        { type: 'heading', attrs: { level: level === 1 || level === 2 ? level : 3 }, ...inlinesOf(node) },
      ];
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(node, depth);
    case undefined:
    default:
      return blocksOf(node.content, depth);
  }
}

function listOf(node: JSONContent, depth: number): RichTextBlock[] {
  const items = (node.content ?? []).map((item) => ({
    checked: item.attrs?.['checked'] === true,
    content: itemBlocks(blocksOf(item.content, depth + 1)),
  }));
  if (items.length === 0) return [];
  if (depth >= maxListDepth) return items.flatMap((item) => item.content);
  const listItems = items.map(({ content }) => ({ type: 'listItem' as const, content }));
  if (node.type === 'bulletList') return [{ type: 'bulletList', content: listItems }];
  if (node.type === 'orderedList') {
    return [{ type: 'orderedList', attrs: { start: startOf(node) }, content: listItems }];
  }
  const taskItems = items.map(({ checked, content }) => ({
    type: 'taskItem' as const,
    attrs: { checked },
    content,
  }));
  return [{ type: 'taskList', content: taskItems }];
}

function itemBlocks(blocks: RichTextBlock[]): RichTextBlock[] {
  return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
}

function startOf(node: JSONContent): number {
  const start: unknown = node.attrs?.['start'];
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= 1_000_000_000
    ? start
    : 1;
}

function inlinesOf(node: JSONContent): { content?: RichTextInline[] } {
  const content = (node.content ?? []).flatMap((child): RichTextInline[] => {
    const marks = marksOf(child);
    if (child.type === 'hardBreak') return [{ type: 'hardBreak', ...marks }];
    // U+0000 and halves of surrogate pairs cannot be stored.
    const text = (child.text ?? '').toWellFormed().replaceAll('\0', '');
    return text === '' ? [] : [{ type: 'text', text, ...marks }];
  });
  return content.length === 0 ? {} : { content };
}

function marksOf(node: JSONContent): { marks?: RichTextMark[] } {
  const marks = (node.marks ?? []).flatMap((mark): RichTextMark[] => {
    if (mark.type === 'bold' || mark.type === 'italic') return [{ type: mark.type }];
    const href: unknown = mark.attrs?.['href'];
    return mark.type === 'link' && typeof href === 'string' && isAllowedHref(href)
      ? [{ type: 'link', attrs: { href } }]
      : [];
  });
  return marks.length === 0 ? {} : { marks };
}
