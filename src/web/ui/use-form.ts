import { useState } from 'react';
import type * as z from 'zod/mini';
import { Problem, type FieldError } from '../../shared/problems.ts';

interface FormOptions<Schema extends z.ZodMiniType, Values> {
  /** A contract's body schema. */
  schema: Schema;
  initial: Values;
  /** What the schema gets, where that is not the values as they stand: an empty field that means none. */
  prepare?: (values: Values) => unknown;
  /** Throws a `Problem` to have its field errors shown beside the fields. */
  submit: (value: z.output<Schema>) => Promise<unknown>;
}

export interface FormState<Values> {
  values: Values;
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void;
  /** `name`, `value` and `onChange` of a field. */
  field: <Name extends keyof Values & string>(
    name: Name,
  ) => { name: Name; value: Values[Name]; onChange: (value: Values[Name]) => void };
  fieldErrors: Record<string, string[]>;
  /** What went wrong and belongs to no field. */
  error: unknown;
  isPending: boolean;
  submit: () => Promise<void>;
}

/** A form's state. What was typed is kept whatever happens; the schema speaks first, then the server. */
export function useForm<Schema extends z.ZodMiniType, Values extends object>(
  options: FormOptions<Schema, Values>,
): FormState<Values> {
  const [values, setValues] = useState(options.initial);
  const [fieldErrors, setFieldErrors] = useState<Record<string, string[]>>({});
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const set: FormState<Values>['set'] = (name, value) => {
    setValues((before) => ({ ...before, [name]: value }));
    setFieldErrors((before) => (String(name) in before ? { ...before, [name]: [] } : before));
  };

  async function submit() {
    if (isPending) return;
    const parsed = options.schema.safeParse(options.prepare?.(values) ?? values);
    setError(null);
    setFieldErrors(
      byField(parsed.error?.issues.map(({ path, message }) => ({ path: path.join('.'), message })) ?? []),
    );
    if (!parsed.success) return;
    setPending(true);
    try {
      await options.submit(parsed.data);
    } catch (cause) {
      const errors = byField(cause instanceof Problem ? (cause.extras.errors ?? []) : []);
      const areShown = Object.keys(errors).length > 0 && Object.keys(errors).every((name) => name in values);
      setFieldErrors(errors);
      setError(areShown ? null : cause);
    } finally {
      setPending(false);
    }
  }

  const field: FormState<Values>['field'] = (name) => ({
    name,
    value: values[name],
    onChange: (value) => set(name, value),
  });
  return { values, set, field, fieldErrors, error, isPending, submit };
}

function byField(errors: readonly FieldError[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of errors) (fields[path] ??= []).push(message);
  return fields;
}
