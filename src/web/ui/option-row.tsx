import { Check } from 'lucide-react';
import { ListBoxItem } from 'react-aria-components/ListBox';
import { cx } from './cx.ts';
import menuStyles from './menu.module.css';
import type { Option } from './select.tsx';

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
