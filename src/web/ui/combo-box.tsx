import { Suspense } from 'react';
import { late } from './late.ts';
import type { ComboBoxProps } from './combo-box-loaded.tsx';
import { FieldShell } from './field-shell.tsx';

const Loaded = late(() => import('./combo-box-loaded.tsx'));

/** A choice among many, found by typing. Loads when first shown; until then its box holds the place. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense fallback={<FieldShell label={props.label} hideLabel={props.hideLabel ?? false} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
