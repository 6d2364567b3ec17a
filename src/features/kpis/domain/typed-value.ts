import { maxDecimals, valueSchema } from './kpi.ts';
import type { Kpi } from './kpi.ts';

type Typed = Pick<Kpi, 'unit' | 'decimals'>;

/**
 * A value as somebody types it: "1250", "1,250", "12.5", "12,5", "42 %", "€ 1.250,50", of a duration also "1:20" and
 * "1 h 20 min". Null where it is no number, or could mean two.
 */
export function readTypedValue(kpi: Typed, text: string): number | null {
  const plain = text
    .trim()
    .replaceAll('\u2212', '-')
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .toLowerCase();
  const value = kpi.unit === 'duration' ? minutesOf(plain, kpi) : numberOf(withoutUnit(plain, kpi), kpi);
  return value === null ? null : (valueSchema.safeParse(value === 0 ? 0 : value).data ?? null);
}

function withoutUnit(plain: string, { unit }: Typed): string {
  if (unit === 'percent') return plain.replace(/%$/, '');
  if (unit !== 'currency') return plain;
  return plain.replace(/^([-+]?)(?:[a-z]{3}|\p{Sc})/u, '$1').replace(/(?:[a-z]{3}|\p{Sc})$/u, '');
}

function minutesOf(plain: string, kpi: Typed): number | null {
  const clock = /^(-?)(\d+):([0-5]\d)$/.exec(plain) ?? /^(-?)(\d+)h(?:(\d+)(?:m|min)?)?$/.exec(plain);
  if (clock === null) return numberOf(plain.replace(/m(in)?$/, ''), kpi);
  const [, sign = '', hours = '', minutes = '0'] = clock;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** What stands last is the sign of the decimals, unless it can only part thousands. */
function numberOf(plain: string, { decimals }: Typed): number | null {
  if (!/^[-+]?\d[\d.,]*$/.test(plain) || /[.,]$/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (last === -1) return Number(plain);
  const sign = plain[last] ?? '';
  const other = sign === '.' ? ',' : '.';
  const partsThousands = (text: string, by: string) =>
    by === ',' ? /^[-+]?\d{1,3}(,\d{3})+$/.test(text) : /^[-+]?\d{1,3}(\.\d{3})+$/.test(text);
  const whole = plain.slice(0, last);
  const hasOther = whole.includes(other);
  // "1,250" of what has fewer than three decimals is a thousand and more; "0,250" begins no thousand.
  const isThousands =
    !hasOther &&
    partsThousands(plain, sign) &&
    (whole.includes(sign) || (decimals < maxDecimals && !/^[-+]?0/.test(plain)));
  if (isThousands) return Number(plain.replaceAll(sign, ''));
  if (whole.includes(sign) || (hasOther && !partsThousands(whole, other))) return null;
  return Number(`${whole.replaceAll(other, '')}.${plain.slice(last + 1)}`);
}
