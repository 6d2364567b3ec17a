import { useEffect, useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { isEmptyRichText } from '../domain/plain-text.ts';
import type { RichText } from '../domain/rich-text.ts';
import { toggleTask } from '../domain/toggle-task.ts';
import { editorIfLoaded, loadEditor, loadEditorWhenIdle } from './load-editor.ts';
import type { LoadedEditor } from './load-editor.ts';
import type { EditorStart } from './open-editor.ts';
import styles from './rich-text-editor.module.css';
import { RichTextReader } from './rich-text-reader.tsx';
import proseStyles from './rich-text.module.css';

interface RichTextEditorProps {
  /** Null: nothing written yet. The caller keeps what `onChange` gives. */
  value: RichText | null;
  onChange: (doc: RichText) => void;
  /** The person has left the text, by Escape, the keyboard, or a click elsewhere. */
  onBlur?: () => void;
  ariaLabel?: string;
  labelledBy?: string;
  placeholder?: string;
  autofocus?: boolean;
}

const atEnd: EditorStart = { point: null, keys: '' };

/**
 * A text that is read until somebody goes into it: the field then appears around the words, and nothing jumps.
 * The editor itself loads when the page is idle, at the latest on the first focus; keys pressed until it is there
 * are not lost.
 */
export function RichTextEditor(props: RichTextEditorProps) {
  const { value, onChange, onBlur, placeholder = '', autofocus = false } = props;
  const name = nameOf(props);
  const field = useRef<HTMLDivElement>(null);
  const start = useRef(atEnd);
  const [isEditing, setEditing] = useState(autofocus);
  const [Editor, setEditor] = useState<LoadedEditor | null>(editorIfLoaded);
  const [failure, setFailure] = useState<unknown>(null);
  const isWriting = isEditing && Editor !== null;

  useEffect(() => {
    if (!autofocus) return loadEditorWhenIdle();
    loadEditor().then((loaded) => setEditor(() => loaded), setFailure);
    return undefined;
  }, [autofocus]);

  function begin() {
    setEditing(true);
    setFailure(null);
    loadEditor().then((loaded) => setEditor(() => loaded), setFailure);
  }
  function takeStart(): EditorStart {
    const taken = start.current;
    start.current = atEnd;
    return taken;
  }
  function leave() {
    setEditing(false);
    start.current = atEnd;
    onBlur?.();
  }
  function leaveByEscape() {
    leave();
    // The field stays where the Tab key goes on from; Enter goes back into the text.
    field.current?.focus();
  }
  function click(target: Element) {
    if (isEditing || target.closest('a') !== null) return;
    const task = taskAt(target);
    if (value !== null && task !== -1) {
      onChange(toggleTask(value, task));
      onBlur?.();
    } else if (document.getSelection()?.isCollapsed !== false) begin();
  }
  function press(event: React.KeyboardEvent) {
    if (isWriting || event.target !== field.current) return;
    const isWord = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isEditing && isWord) start.current = { ...start.current, keys: start.current.keys + event.key };
    else if (!isEditing && event.key === 'Enter') begin();
    else return;
    event.preventDefault();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a text field, until it holds one
    <div
      ref={field}
      role={isWriting ? 'presentation' : 'textbox'}
      {...(isWriting ? {} : { ...name, 'aria-multiline': true })}
      aria-busy={isEditing && !isWriting}
      tabIndex={isWriting ? -1 : 0}
      data-editing={isEditing}
      className={styles.field}
      onPointerDown={(event) => {
        if (!isWriting)
          start.current = { ...start.current, point: { left: event.clientX, top: event.clientY } };
      }}
      onFocus={(event) => {
        // A pointer begins with its click, so that words can still be selected to be copied.
        const isByKey = event.target === field.current && start.current.point === null && !wasInside(event);
        if (isByKey && !isEditing) begin();
      }}
      onClick={(event) => {
        if (event.target instanceof Element) click(event.target);
      }}
      onKeyDown={press}
      onBlur={(event) => {
        if (staysInside(event)) return;
        if (isEditing) leave();
        start.current = atEnd;
      }}
    >
      {isWriting ? (
        <Editor
          value={value}
          onChange={onChange}
          onEscape={leaveByEscape}
          takeStart={takeStart}
          placeholder={placeholder}
          name={name}
        />
      ) : (
        <>
          {value === null || isEmptyRichText(value) ? (
            <div className={proseStyles.prose}>
              <p className={proseStyles.placeholder}>{placeholder === '' ? <br /> : placeholder}</p>
            </div>
          ) : (
            <RichTextReader doc={value} />
          )}
          <div className={styles.tools}>
            {failure !== null && <InlineError error={failure} onRetry={begin} />}
          </div>
        </>
      )}
    </div>
  );
}

function nameOf({ ariaLabel, labelledBy }: RichTextEditorProps): Record<string, string> {
  return labelledBy === undefined ? { 'aria-label': ariaLabel ?? 'Text' } : { 'aria-labelledby': labelledBy };
}

/** The focus comes from the text itself, on its way out. */
function wasInside(event: FocusEvent): boolean {
  return event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
}

/** Also when the whole window loses the focus: the text is still the active element then. */
function staysInside(event: FocusEvent): boolean {
  return wasInside(event) || (!document.hasFocus() && event.currentTarget.contains(document.activeElement));
}

/** Which of the text's checkboxes was clicked; -1 where none was. */
function taskAt(target: Element): number {
  const box = target.closest('[data-box]');
  const boxes = target.closest('[data-editing]')?.querySelectorAll('[data-box]') ?? [];
  return box === null ? -1 : [...boxes].indexOf(box);
}
