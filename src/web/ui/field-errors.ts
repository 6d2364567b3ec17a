import { createContext, use } from 'react';

/** Path of a field → what is wrong with it. Given by `Form`, read by every field by its name. */
export const FieldErrors = createContext<Readonly<Record<string, readonly string[]>>>({});

export function useFieldError(name: string | undefined): string | null {
  const errors = use(FieldErrors);
  const ofField = name === undefined ? undefined : errors[name];
  return ofField === undefined || ofField.length === 0 ? null : ofField.join(' ');
}
