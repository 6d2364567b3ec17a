import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RichText } from '../domain/rich-text.ts';
import { LinkForm } from './link-form.tsx';
import { openEditor, replaceDocument } from './open-editor.ts';
import type { EditorStart } from './open-editor.ts';
import styles from './rich-text-editor.module.css';
import { RichTextToolbar } from './rich-text-toolbar.tsx';
import proseStyles from './rich-text.module.css';

interface RichTextEditorLoadedProps {
  value: RichText | null;
  onChange: (doc: RichText) => void;
  onEscape: () => void;
  takeStart: () => EditorStart;
  placeholder: string;
  name: Record<string, string>;
}

const empty: RichText = { type: 'doc', content: [] };

/** The text while it is being written. The editor draws it without React, so that typing waits for nothing. */
export function RichTextEditorLoaded(props: RichTextEditorLoadedProps) {
  const { value } = props;
  const latest = useRef(props);
  const written = useRef(value);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isLinking, setLinking] = useState(false);
  useEffect(() => {
    latest.current = props;
  });

  const place = useCallback((element: HTMLDivElement) => {
    const opened = openEditor(element, {
      doc: written.current ?? empty,
      placeholder: latest.current.placeholder,
      name: latest.current.name,
      start: latest.current.takeStart(),
      onWrite: (doc) => {
        written.current = doc;
        latest.current.onChange(doc);
      },
      onKey: (_, event) => {
        if (event.key === 'Escape') latest.current.onEscape();
        else if (isLinkKey(event) && hasWords(opened)) setLinking(true);
        else return false;
        return true;
      },
    });
    setEditor(opened);
    return () => opened.destroy();
  }, []);

  useEffect(() => {
    if (editor === null || JSON.stringify(value) === JSON.stringify(written.current)) return;
    written.current = value;
    replaceDocument(editor, value ?? empty);
  }, [editor, value]);

  return (
    <>
      <div ref={place} className={proseStyles.prose} />
      <div className={styles.tools}>
        {editor !== null &&
          (isLinking ? (
            <LinkForm editor={editor} onClose={() => setLinking(false)} />
          ) : (
            <RichTextToolbar editor={editor} onLink={() => setLinking(true)} />
          ))}
      </div>
    </>
  );
}

function isLinkKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.key === 'k';
}

/** Without words to make a link of, the key belongs to the page. */
function hasWords(editor: Editor): boolean {
  return !editor.state.selection.empty || editor.isActive('link');
}
