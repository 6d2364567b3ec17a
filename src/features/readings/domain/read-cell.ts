import { highestValue, maxDecimals } from '../../kpis/domain/kpi.ts';

export type Decimal = '.' | ',';

type Read<T> = { value: T } | { fault: string };

const number = { '.': /^[-+]?\d+(\.\d+)?$/, ',': /^[-+]?\d+(,\d+)?$/ };

/** A number as a file has it. What could mean two things is refused: 1,234 is a thousand here and one there. */
export function readNumber(text: string, decimal: Decimal): Read<number> {
  if (text === '') return { fault: 'The value is missing.' };
  const plain = text.replace('\u2212', '-');
  if (!number[decimal].test(plain)) {
    const hint = `Write it like ${decimal === '.' ? '1234.5' : '1234,5'}, without separators of thousands.`;
    return { fault: `No number: “${shortened(text)}”. ${hint}` };
  }
  const [, decimals = ''] = plain.split(decimal);
  if (decimals.replace(/0+$/, '').length > maxDecimals)
    return { fault: `At most three decimals: “${shortened(text)}”.` };
  const value = Number(plain.replace(',', '.'));
  if (Math.abs(value) > highestValue) return { fault: `Too large: “${shortened(text)}”.` };
  return { value: value === 0 ? 0 : value };
}

/** 2026-11-24, or 24.11.2026; with slashes nobody knows which is the month. */
export function readDay(text: string): Read<string> {
  if (text === '') return { fault: 'The date is missing.' };
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [, year = '', month = '', day = ''] =
    iso ?? (dotted && [text, dotted[3], dotted[2], dotted[1]]) ?? [];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(on) ? { value: on } : { fault: `No date: “${shortened(text)}”. Write it like 2026-11-24.` };
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return day >= '0001-01-01' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Which sign stands before the decimals, as the first values show it; a point where they show nothing. */
export function decimalOf(values: readonly string[], separator: string): Decimal {
  if (separator === ',' && !values.some((value) => value.includes(','))) return '.';
  const isComma =
    values.some((value) => /^[-+]?\d+,\d+$/.test(value)) && !values.some((value) => value.includes('.'));
  return isComma && separator !== ',' ? ',' : '.';
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
