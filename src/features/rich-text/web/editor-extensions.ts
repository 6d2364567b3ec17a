import { mergeAttributes, Node, textblockTypeInputRule } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { isAllowedHref } from '../domain/rich-text.ts';
import { Clipboard } from './clipboard.ts';
import { headingTag } from './heading-tag.ts';

/** The editor may hold exactly what `richTextSchema` accepts; a test compares the two in both directions. */
export function editorExtensions(placeholder: string): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      heading: false,
      horizontalRule: false,
      link: false,
      orderedList: false,
      strike: false,
      // It adds a paragraph as soon as a document is opened: a change that nobody made.
      trailingNode: false,
      underline: false,
    }),
    RichTextHeading,
    RichTextOrderedList,
    TaskList,
    TaskItem.configure({
      nested: true,
      a11y: {
        checkboxLabel: (node, checked) => `${node.textContent || 'Task'}: ${checked ? 'done' : 'to do'}`,
      },
    }),
    RichTextLink.configure({
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isAllowedHref,
      shouldAutoLink: isAllowedHref,
      HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer' },
    }),
    Placeholder.configure({ placeholder }),
    Clipboard,
  ];
}

/** Only the address is kept; target and rel belong to how a link is drawn. */
const RichTextLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
});

const RichTextOrderedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '', 10) || 1,
    },
  }),
});

const levels = [1, 2, 3] as const;

/** Headings in a text stand below the page's own headings, for whoever moves by headings. */
const RichTextHeading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [
    ...levels.map((level) => ({ tag: `${headingTag(level)}[data-level="${level}"]`, attrs: { level } })),
    ...levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    { tag: 'h4', attrs: { level: 3 } },
    { tag: 'h5', attrs: { level: 3 } },
    { tag: 'h6', attrs: { level: 3 } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const level = levels.find((one) => one === node.attrs['level']) ?? 1;
    return [headingTag(level), mergeAttributes(HTMLAttributes, { 'data-level': level }), 0];
  },
  addInputRules() {
    return levels.map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^(#{${level}})\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
  addKeyboardShortcuts() {
    return Object.fromEntries(
      levels.map((level) => [
        `Mod-Alt-${level}`,
        () => this.editor.commands.toggleNode(this.name, 'paragraph', { level }),
      ]),
    );
  },
});
