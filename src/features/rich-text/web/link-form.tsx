import type { Editor } from '@tiptap/core';
import { useId, useState } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import { isAllowedHref } from '../domain/rich-text.ts';
import { hrefFrom } from './href-from.ts';
import styles from './rich-text-editor.module.css';

/** Where a link leads; stands in the toolbar's place, so that the text stays in sight. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before: unknown = editor.getAttributes('link')['href'];
  const [typed, setTyped] = useState(typeof before === 'string' ? before : '');
  const [isWrong, setWrong] = useState(false);
  const errorId = useId();

  function close() {
    onClose();
    editor.commands.focus();
  }
  function apply() {
    const href = hrefFrom(typed);
    if (href === '') {
      editor.chain().focus().extendMarkRange('link').unsetLink().run();
      onClose();
    } else if (isAllowedHref(href)) {
      const { empty } = editor.state.selection;
      const chain = editor.chain().focus();
      if (empty && !editor.isActive('link')) {
        chain
          .insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] })
          .run();
      } else {
        chain.extendMarkRange('link').setLink({ href }).run();
      }
      onClose();
    } else {
      setWrong(true);
    }
  }

  return (
    <form
      className={styles.linkForm}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        apply();
      }}
    >
      <input
        autoFocus
        aria-label="Address of the link"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? errorId : undefined}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        className={styles.linkInput}
        value={typed}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
      />
      <Button size="s" type="submit">
        {typed.trim() === '' && typeof before === 'string' ? 'Remove link' : 'Set link'}
      </Button>
      <Button size="s" look="plain" onPress={close}>
        Cancel
      </Button>
      {isWrong && (
        <span id={errorId} role="alert" className={styles.linkError}>
          A link begins with http://, https:// or mailto:.
        </span>
      )}
    </form>
  );
}
