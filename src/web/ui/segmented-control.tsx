import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './choice.module.css';
import { cx } from './cx.ts';
import { choose } from './radio-group.tsx';
import type { Option } from './select.tsx';

interface SegmentedControlProps<Id extends string> {
  label: string;
  /** `hint` is a small figure after the word. */
  options: readonly Option<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}

/** One choice among two to five that changes what is shown at once. */
export function SegmentedControl<Id extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedControlProps<Id>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(id) => choose(options, id, onChange)}
      className={cx(styles.segments)}
    >
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className={cx(styles.segment)}>
          {option.label}
          {option.hint !== undefined && <small>{option.hint}</small>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
