import { Editor } from '@tiptap/core';
import type { RichText } from '../domain/rich-text.ts';
import { fromEditor, toEditor } from './editor-document.ts';
import { editorExtensions } from './editor-extensions.ts';

/** How somebody came into a text. */
export interface EditorStart {
  /** Where a pointer was pressed, in the window's coordinates; null where the keyboard was used. */
  point: { left: number; top: number } | null;
  /** Typed before the editor was there. */
  keys: string;
}

interface OpenEditorOptions {
  doc: RichText;
  placeholder: string;
  /** The text field's `aria-label` or `aria-labelledby`. */
  name: Record<string, string>;
  start: EditorStart;
  onWrite: (doc: RichText) => void;
  /** True where the key has been dealt with. */
  onKey: (editor: Editor, event: KeyboardEvent) => boolean;
}

/** Puts the editor into the element, with the cursor where the person wants it. */
export function openEditor(element: HTMLElement, options: OpenEditorOptions): Editor {
  const { doc, start } = options;
  const editor = new Editor({
    element,
    extensions: editorExtensions(options.placeholder),
    content: toEditor(doc),
    injectCSS: false,
    editorProps: {
      attributes: { ...options.name, role: 'textbox', 'aria-multiline': 'true' },
      handleKeyDown: (_, event) => options.onKey(editor, event),
      ...keepInSight(),
    },
    onUpdate: () => options.onWrite(fromEditor(editor.getJSON())),
  });
  const at = start.point === null ? null : editor.view.posAtCoords(start.point);
  editor.commands.setTextSelection(at?.pos ?? editor.state.doc.content.size);
  editor.view.focus();
  if (start.keys !== '') editor.commands.insertContent({ type: 'text', text: start.keys });
  editor.commands.scrollIntoView();
  return editor;
}

/** The tools under the words, with a finger's room. */
const tools = 52;

/** The line that is written is scrolled clear of what the page fixes at its edges, with the tools below it. */
function keepInSight() {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const room = {
    top: Number.parseFloat(scrollPaddingTop) || 0,
    bottom: (Number.parseFloat(scrollPaddingBottom) || 0) + tools,
    left: 0,
    right: 0,
  };
  return { scrollMargin: room, scrollThreshold: room };
}

/** Another text from outside takes the place of what is there. */
export function replaceDocument(editor: Editor, doc: RichText): void {
  editor.commands.setContent(toEditor(doc), { emitUpdate: false });
}
