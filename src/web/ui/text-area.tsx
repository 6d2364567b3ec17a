import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { NativeField, type FieldProps } from './field.tsx';

interface TextAreaProps
  extends FieldProps, Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'defaultValue' | 'className'> {
  value: string;
  onChange: (value: string) => void;
}

/** Lines of text; grows with them. */
export function TextArea({ label, hideLabel, optional, hint, onChange, ...props }: TextAreaProps) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false, hint };
  return (
    <NativeField {...field} name={props.name}>
      {(input) => (
        <div className={cx(styles.box, styles.grow)} data-text={props.value}>
          <textarea
            {...props}
            {...input}
            className={styles.input}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </NativeField>
  );
}
