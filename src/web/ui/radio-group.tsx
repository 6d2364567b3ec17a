import {
  Radio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components/RadioGroup';
import styles from './choice.module.css';
import { AriaField, useAriaField } from './aria-field.tsx';
import { cx } from './cx.ts';
import type { FieldProps } from './field.tsx';
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
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false, hint };
  const { error, rootProps } = useAriaField(props.name, field);
  return (
    <AriaRadioGroup {...props} value={value} onChange={(id) => choose(options, id, onChange)} {...rootProps}>
      <AriaField {...field} error={error}>
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
      </AriaField>
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
