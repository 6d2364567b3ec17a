import type { ComponentProps, KeyboardEvent } from 'react';
import { cx } from './cx.ts';
import styles from './in-place-text.module.css';
import { useTyped } from './use-typed.ts';

interface InPlaceTextProps extends Omit<
  ComponentProps<'textarea'>,
  'onChange' | 'value' | 'defaultValue' | 'className' | 'rows'
> {
  /** Its name; not drawn, since the place says it. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** How the words look, also while they are written. */
  look?: 'title' | 'heading' | 'strong' | 'text' | 'quiet';
  /** Enter makes a line; otherwise it is left to `onEnter`, and pasted lines become one. */
  multiline?: boolean;
  onEnter?: () => void;
  isInvalid?: boolean;
}

/** Words that are always there to be edited: the field appears around them, and nothing moves. Grows with them. */
export function InPlaceText({
  label,
  value,
  onChange,
  look = 'text',
  multiline = false,
  onEnter,
  isInvalid = false,
  onKeyDown,
  onBlur,
  ...props
}: InPlaceTextProps) {
  const typed = useTyped(value, onChange);
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    onKeyDown?.(event);
    if (multiline || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter?.();
  }
  return (
    <span className={cx(styles.field, styles[look])} data-text={typed.value || props.placeholder}>
      <textarea
        {...props}
        rows={1}
        aria-label={label}
        {...(isInvalid ? { 'aria-invalid': true } : {})}
        className={styles.input}
        value={typed.value}
        onChange={(event) =>
          typed.type(multiline ? event.target.value : event.target.value.replaceAll(/\s*\n\s*/g, ' '))
        }
        onBlur={(event) => {
          typed.leave();
          onBlur?.(event);
        }}
        onKeyDown={press}
      />
    </span>
  );
}
