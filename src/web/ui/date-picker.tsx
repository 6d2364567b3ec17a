import { Suspense } from 'react';
import { late } from './late.ts';
import type { DatePickerProps } from './date-picker-loaded.tsx';
import { formatDate } from './dates.ts';
import { FieldShell } from './field-shell.tsx';

const Loaded = late(() => import('./date-picker-loaded.tsx'));

/** A day, as `YYYY-MM-DD`: typed in parts or picked from a calendar. Loads when first shown. */
export function DatePicker(props: DatePickerProps) {
  const text = props.value === null ? '' : formatDate(props.value);
  return (
    <Suspense fallback={<FieldShell label={props.label} hideLabel={props.hideLabel ?? false} text={text} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
