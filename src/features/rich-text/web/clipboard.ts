import { Extension } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import type { TagParseRule } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/**
 * Pasted HTML without inline styles and handlers, which the content security policy would block with a complaint.
 * Styles are kept as data: word processors say bold and italic in no other way.
 */
export function withoutInlineStyles(html: string): string {
  return html.replaceAll(/<[a-z][^>]*>/gi, (tag) =>
    tag.replaceAll(/\sstyle(?=\s*=)/gi, ' data-style').replaceAll(/\son(\w+)(?=\s*=)/gi, ' data-on$1'),
  );
}

export const Clipboard = Extension.create({
  name: 'clipboard',
  transformPastedHTML: withoutInlineStyles,
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    // Reads what `withoutInlineStyles` has kept.
    const clipboardParser = new DOMParser(schema, [...styleRules, ...DOMParser.fromSchema(schema).rules]);
    return [new Plugin({ props: { clipboardParser } })];
  },
});

const styleRules: TagParseRule[] = [
  // Google Docs wraps everything in a <b> that is not bold.
  { tag: 'b[data-style]', skip: true, getAttrs: where(isNormal) },
  { tag: '[data-style]', mark: 'bold', consuming: false, getAttrs: where(isBold) },
  { tag: '[data-style]', mark: 'italic', consuming: false, getAttrs: where(isItalic) },
];

/** null takes the rule, false leaves it. */
function where(holds: (style: string) => boolean): (element: HTMLElement) => null | false {
  return (element) => (holds(element.dataset['style'] ?? '') ? null : false);
}

export function isNormal(style: string): boolean {
  return /font-weight\s*:\s*(?:normal|[1-5]00)/i.test(style);
}

export function isBold(style: string): boolean {
  return /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
}

export function isItalic(style: string): boolean {
  return /font-style\s*:\s*italic/i.test(style);
}
