import {
  Radio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components/RadioGroup';
import styles from './choice.module.css';
import { cx } from './cx.ts';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes, hiddenLabel, type FieldProps } from './field.tsx';
import type { Option } from './select.tsx';

interface RadioGroupProps<Id extends string>
  extends FieldProps, Omit<AriaRadioGroupProps, 'children' | 'className' | 'style' | 'value' | 'onChange'> {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
}

export function RadioGroup<Id extends string>({
  label,
  hideLabel,
  optional,
  hint,
  options,
  value,
  onChange,
  ...props
}: RadioGroupProps<Id>) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false };
  return (
    <AriaRadioGroup
      {...hiddenLabel(field)}
      {...props}
      value={value}
      onChange={(id) => choose(options, id, onChange)}
      className={cx(fieldStyles.field)}
    >
      <FieldLabel {...field} />
      <div className={styles.group}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={cx(styles.choice, styles.round)}>
            <i />
            <span className={styles.words}>
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} />
    </AriaRadioGroup>
  );
}

/** Gives back the option's own id, so that its type is not lost on the way through the group. */
export function choose<Id extends string>(
  options: readonly Option<Id>[],
  id: string,
  onChange: (id: Id) => void,
): void {
  const chosen = options.find((option) => option.id === id);
  if (chosen !== undefined) onChange(chosen.id);
}
