import { ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import {
  Select as AriaSelect,
  SelectValue,
  type SelectProps as AriaSelectProps,
} from 'react-aria-components/Select';
import { AriaField, useAriaField } from './aria-field.tsx';
import { cx } from './cx.ts';
import styles from './field.module.css';
import type { FieldProps } from './field.tsx';
import menuStyles from './menu.module.css';
import { OptionRow } from './option-row.tsx';
import popoverStyles from './popover.module.css';
import type { Option } from './select.tsx';
import selectStyles from './select.module.css';

export interface SelectProps<Id extends string>
  extends
    FieldProps,
    Omit<AriaSelectProps<Option<Id>>, 'children' | 'className' | 'style' | 'value' | 'onChange'> {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
}

export default function SelectLoaded<Id extends string>({
  label,
  hideLabel,
  optional,
  hint,
  options,
  value,
  onChange,
  ...props
}: SelectProps<Id>) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false, hint };
  const { error, rootProps } = useAriaField(props.name, field);
  return (
    <AriaSelect
      {...props}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      {...rootProps}
    >
      <AriaField {...field} error={error}>
        <Button className={cx(styles.box, selectStyles.button)}>
          <SelectValue className={cx(selectStyles.value)}>
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <ChevronsUpDown size={14} aria-hidden />
        </Button>
      </AriaField>
      <Popover offset={4} className={cx(popoverStyles.popover)}>
        <ListBox items={options} className={cx(menuStyles.menu)}>
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
