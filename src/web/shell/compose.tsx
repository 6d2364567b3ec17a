import { useState } from 'react';
import { isEmptyRichText } from '../../features/rich-text/domain/plain-text.ts';
import type { RichText } from '../../features/rich-text/domain/rich-text.ts';
import { Button } from '../ui/button.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { useAction } from '../ui/use-action.ts';
import styles from './compose.module.css';
import { useKeptText } from './kept-text.ts';
import { shortcutText } from './shortcuts.ts';
import { useWriting } from './writing.ts';

interface ComposeProps {
  /** The field's name for screen readers. */
  label: string;
  placeholder: string;
  /** What the button does, as a verb. */
  submitLabel: string;
  personId: string;
  /** Where it is kept on this device until it is sent. */
  keptAs: string;
  start?: RichText;
  autofocus?: boolean;
  onSubmit: (doc: RichText) => Promise<unknown>;
  onCancel?: () => void;
  /** What leaving it means, where that is more than Cancel. */
  cancelLabel?: string;
}

/** A text with a button that sends it. It stays, also on this device, until the server has it. */
export function Compose({ label, placeholder, submitLabel, personId, keptAs, ...props }: ComposeProps) {
  const { Editor } = useWriting();
  const { start, autofocus = false, onSubmit, onCancel, cancelLabel = 'Cancel' } = props;
  const { text, write, forget } = useKeptText(personId, keptAs, start);
  const { run, isPending, error } = useAction();
  /** A sent text begins anew, with an editor of its own. */
  const [round, setRound] = useState(0);
  const isEmpty = text === null || isEmptyRichText(text);

  async function submit(): Promise<void> {
    if (text === null || isEmpty || isPending) return;
    if (!(await run(async () => onSubmit(text)))) return;
    forget();
    setRound(round + 1);
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a key of the editor inside
    <div
      className={styles.compose}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      <div className={styles.box}>
        <Editor
          key={round}
          value={text}
          onChange={write}
          ariaLabel={label}
          placeholder={placeholder}
          autofocus={autofocus && round === 0}
        />
      </div>
      {error !== null && <InlineError error={error} />}
      {(!isEmpty || onCancel !== undefined) && (
        <div className={styles.acts}>
          <Button
            size="s"
            look="primary"
            // Not shown as pending: its announcement would outlive the button, which goes when the text is sent.
            isDisabled={isEmpty || isPending}
            onPress={() => void submit()}
          >
            {submitLabel}
          </Button>
          <Button
            size="s"
            look="plain"
            isDisabled={isPending}
            onPress={() => {
              forget();
              setRound(round + 1);
              onCancel?.();
            }}
          >
            {onCancel === undefined ? 'Discard' : cancelLabel}
          </Button>
          <kbd className={styles.key}>{shortcutText('mod+enter')}</kbd>
        </div>
      )}
    </div>
  );
}
