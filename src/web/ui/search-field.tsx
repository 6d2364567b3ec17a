import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  'children' | 'className' | 'style' | 'aria-label'
> {
  label: string;
  placeholder?: string;
}

/** The label is its name for screen readers and, without another placeholder, what stands in it. */
export function SearchField({ label, placeholder = label, ...props }: SearchFieldProps) {
  return (
    <AriaSearchField {...props} aria-label={label} className={cx(styles.field)}>
      <div className={styles.box}>
        <Search size={15} aria-hidden />
        <Input className={cx(styles.input)} placeholder={placeholder} />
        <Button className={cx(styles.clear)}>
          <X size={14} aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  );
}
