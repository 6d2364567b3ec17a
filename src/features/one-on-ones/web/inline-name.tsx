import { useState } from 'react';
import { cx } from '../../../web/ui/cx.ts';
import styles from './inline-name.module.css';

interface InlineNameProps {
  label: string;
  value: string;
  onSave: (value: string) => void;
  /** `byKey`: the focus must go somewhere; a click elsewhere has already taken it. */
  onClose: (byKey: boolean) => void;
  maxLength: number;
  placeholder?: string;
  className?: string | undefined;
}

/** A title or a prompt being reworded where it stands, in its own type. Enter keeps it, Escape leaves it as it was. */
export function InlineName({
  label,
  value,
  onSave,
  onClose,
  maxLength,
  placeholder,
  className,
}: InlineNameProps) {
  const [text, setText] = useState(value);

  function leave(byKey: boolean) {
    const name = text.replaceAll(/\s+/gu, ' ').trim();
    if (name !== '' && name !== value) onSave(name);
    onClose(byKey);
  }
  return (
    <span className={cx(styles.name, className)} data-text={text}>
      <textarea
        autoFocus
        rows={1}
        aria-label={label}
        className={styles.input}
        value={text}
        maxLength={maxLength}
        placeholder={placeholder}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => leave(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            leave(true);
          }
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose(true);
          }
        }}
      />
    </span>
  );
}
