import type { Kpi } from '../../../features/kpis/domain/kpi.ts';
import { readTypedValue } from '../../../features/kpis/domain/typed-value.ts';
import { exactInWords } from '../../../features/kpis/domain/number-words.ts';
import { currentLocale } from '../../ui/dates.ts';
import { TextField } from '../../ui/text-field.tsx';

interface TypedValueFieldProps {
  label: string;
  name?: string;
  /** Null: not chosen yet, so that nobody knows what the value is of. */
  kpi: Kpi | null;
  value: string;
  onChange: (text: string) => void;
  autoFocus?: boolean;
  required?: boolean;
  'aria-invalid'?: boolean;
}

/** A value of a KPI; what is understood stands under it, before it is sent. */
export function TypedValueField({ kpi, value, required = true, ...props }: TypedValueFieldProps) {
  return (
    <TextField
      {...props}
      value={value}
      inputMode={kpi?.unit === 'duration' ? 'text' : 'decimal'}
      autoComplete="off"
      required={required}
      hint={kpi === null ? undefined : hintOf(kpi, value)}
    />
  );
}

const hints: Record<Kpi['unit'], string> = {
  number: 'A number, like 1250 or 12.5.',
  currency: 'An amount, like 1250 or 1250.50.',
  percent: 'In percent: 42 is 42 %.',
  duration: 'In minutes, or like 1:20 or 1 h 20 min.',
};

function hintOf(kpi: Kpi, text: string): string {
  if (text.trim() === '') return hints[kpi.unit];
  const read = readTypedValue(kpi, text);
  return read === null ? hints[kpi.unit] : `That is ${exactInWords(kpi, read, currentLocale())}.`;
}
