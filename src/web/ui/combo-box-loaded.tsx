import { ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
} from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { AriaField, useAriaField } from './aria-field.tsx';
import { cx } from './cx.ts';
import styles from './field.module.css';
import type { FieldProps } from './field.tsx';
import menuStyles from './menu.module.css';
import popoverStyles from './popover.module.css';
import { OptionRow } from './option-row.tsx';
import type { Option } from './select.tsx';

export interface ComboBoxProps
  extends
    FieldProps,
    Omit<
      AriaComboBoxProps<Option>,
      'children' | 'className' | 'style' | 'value' | 'onChange' | 'items' | 'defaultItems'
    > {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string | null) => void;
  placeholder?: string;
  /** Given where the options come from a search on the server: then they are shown as they come. */
  onSearch?: (text: string) => void;
  /** Said in the list when nothing fits what was typed. */
  nothing?: string;
}

export default function ComboBoxLoaded({
  label,
  hideLabel,
  optional,
  hint,
  options,
  value,
  onChange,
  placeholder,
  onSearch,
  nothing = 'Nobody fits that.',
  ...props
}: ComboBoxProps) {
  const field = { label, hideLabel: hideLabel ?? false, optional: optional ?? false, hint };
  const { error, rootProps } = useAriaField(props.name, field);
  return (
    <AriaComboBox
      allowsEmptyCollection
      {...props}
      {...(onSearch === undefined ? { defaultItems: options } : { items: options, onInputChange: onSearch })}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      {...rootProps}
    >
      <AriaField {...field} error={error}>
        <div className={styles.box}>
          <Input
            className={cx(styles.input)}
            onKeyDown={(event) => {
              const only = event.key === 'Enter' ? onlyFit(options, event.currentTarget) : undefined;
              if (only !== undefined && onSearch !== undefined) onChange(only.id);
            }}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          <Button className={cx(styles.clear)}>
            <ChevronsUpDown size={14} aria-hidden />
          </Button>
        </div>
      </AriaField>
      <Popover offset={4} className={cx(popoverStyles.popover)}>
        <ListBox<Option>
          className={cx(menuStyles.menu)}
          renderEmptyState={() => <p className={menuStyles.heading}>{nothing}</p>}
        >
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** Who types until one is left, and presses Enter, means that one. */
function onlyFit(options: readonly Option[], input: HTMLInputElement): Option | undefined {
  const [first, second] = options;
  const typed = input.value.trim().toLocaleLowerCase();
  if (typed === '' || second !== undefined || input.hasAttribute('aria-activedescendant')) return undefined;
  return first?.label.toLocaleLowerCase().includes(typed) === true ? first : undefined;
}
