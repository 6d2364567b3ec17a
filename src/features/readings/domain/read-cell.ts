import { highestValue, maxDecimals } from '../../kpis/domain/kpi.ts';

export type Decimal = '.' | ',';

type Read<T> = { value: T } | { fault: string };

const number = { '.': /^[-+]?\d+(\.\d+)?$/, ',': /^[-+]?\d+(,\d+)?$/ };

/** A number as a file has it. What could mean two things is refused: 1,234 is a thousand here and one there. */
export function readNumber(text: string, decimal: Decimal): Read<number> {
  if (text === '') return { fault: 'The value is missing.' };
  const plain = text.replace('\u2212', '-');
  if (!number[decimal].test(plain)) {
    return { fault: `No number: “${shortened(text)}”. ${hintFor(plain, decimal)}` };
  }
  const [, decimals = ''] = plain.split(decimal);
  if (decimals.replace(/0+$/, '').length > maxDecimals)
    return { fault: `At most three decimals: “${shortened(text)}”.` };
  const value = Number(plain.replace(',', '.'));
  if (Math.abs(value) > highestValue) return { fault: `Too large: “${shortened(text)}”.` };
  return { value: value === 0 ? 0 : value };
}

function hintFor(plain: string, decimal: Decimal): string {
  if (couldBeThousands(plain, decimal === '.' ? ',' : '.')) {
    const other = decimal === '.' ? 'comma' : 'point';
    return `If a ${other} stands before the decimals, say so; else write it without separators of thousands.`;
  }
  return `Write it like ${decimal === '.' ? '1234.5' : '1234,5'}, without separators of thousands.`;
}

/** 1,234 is a thousand here and one there; 0,250 begins no thousand. */
function couldBeThousands(text: string, sign: Decimal): boolean {
  return sign === ',' ? /^[-+]?[1-9]\d{0,2},\d{3}$/.test(text) : /^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(text);
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

/**
 * Which sign stands before the decimals, as the first values show it; a point where they show nothing. Where each could
 * as well part thousands, it is the other, by which none of them is a number: until somebody says which it is, nothing
 * is loaded, instead of a thousandth of everything.
 */
export function decimalOf(values: readonly string[], separator: string): Decimal {
  if (separator === ',') return '.';
  const withSign = (sign: Decimal) => values.filter((value) => value.includes(sign));
  const [commas, points] = [withSign(','), withSign('.')];
  if (commas.length > 0 && points.length > 0) return '.';
  if (points.length > 0) return points.every((value) => couldBeThousands(value, '.')) ? ',' : '.';
  const isComma = commas.some((value) => number[','].test(value) && !couldBeThousands(value, ','));
  return isComma ? ',' : '.';
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
