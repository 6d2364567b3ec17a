import { Check, ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
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
import popoverStyles from './popover.module.css';
import selectStyles from './select.module.css';

export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  hint?: string;
}

interface SelectProps<Id extends string>
  extends
    FieldProps,
    Omit<AriaSelectProps<Option<Id>>, 'children' | 'className' | 'style' | 'value' | 'onChange'> {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
}

/** A choice among a few; among many, `ComboBox`. */
export function Select<Id extends string>({
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

export function OptionRow({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={cx(menuStyles.item)}>
      {({ isSelected }) => (
        <>
          <span className={menuStyles.words}>
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
          {isSelected && <Check size={15} className={menuStyles.tick} aria-hidden />}
        </>
      )}
    </ListBoxItem>
  );
}
