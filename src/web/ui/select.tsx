import { Suspense } from 'react';
import { late } from './late.ts';
import { FieldShell } from './field-shell.tsx';
import type { SelectProps } from './select-loaded.tsx';

export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  hint?: string;
}

const Loaded = late(() => import('./select-loaded.tsx'));

/** A choice among a few; among many, `ComboBox`. Loads when first shown; until then its box holds the place. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const chosen = props.options.find((option) => option.id === props.value);
  return (
    <Suspense
      fallback={
        <FieldShell label={props.label} hideLabel={props.hideLabel ?? false} text={chosen?.label ?? ''} />
      }
    >
      <Loaded {...(props as unknown as SelectProps<string>)} /* late() loses the type parameter */ />
    </Suspense>
  );
}
