import type { Kpi } from './kpi.ts';
import type { Period } from './periods.ts';

type Shown = Pick<Kpi, 'unit' | 'currency' | 'decimals' | 'aggregation'>;

/** "1,240", "€ 12.5", "42 %", "1 h 20 min": a value as people read it. A count is a plain number whatever is counted. */
export function valueInWords(kpi: Shown, value: number | null, language?: string): string {
  if (value === null) return 'no data';
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: kpi.decimals };
  if (kpi.aggregation === 'count') return new Intl.NumberFormat(language).format(value);
  switch (kpi.unit) {
    case 'number':
      return new Intl.NumberFormat(language, digits).format(value);
    case 'currency':
      return new Intl.NumberFormat(language, {
        ...digits,
        style: 'currency',
        currency: kpi.currency ?? 'EUR',
        minimumFractionDigits: kpi.decimals,
      }).format(value);
    case 'percent':
      return `${new Intl.NumberFormat(language, digits).format(value)} %`;
    case 'duration':
      return durationInWords(value, language);
  }
}

/** With all its decimals, also those that the KPI does not show: what was typed, and what was agreed on. */
export function exactInWords(kpi: Shown, value: number, language?: string): string {
  const [, decimals = ''] = String(value).split('.');
  return valueInWords({ ...kpi, decimals: Math.max(kpi.decimals, decimals.length) }, value, language);
}

/** Of minutes. */
function durationInWords(minutes: number, language?: string): string {
  const whole = Math.round(Math.abs(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts = [
    ...(hours > 0 ? [`${new Intl.NumberFormat(language).format(hours)} h`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} min`] : []),
  ];
  return `${minutes < 0 && whole > 0 ? '−' : ''}${parts.join(' ')}`;
}

function dayWith(options: Intl.DateTimeFormatOptions, day: string, language?: string): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "22 Nov", "week of 16 Nov", "November 2026", "Q4 2026", "2026". */
export function periodInWords(period: Period, startsOn: string, language?: string): string {
  switch (period) {
    case 'day':
      return dayWith({ day: 'numeric', month: 'short' }, startsOn, language);
    case 'week':
      return `week of ${dayWith({ day: 'numeric', month: 'short' }, startsOn, language)}`;
    case 'month':
      return dayWith({ month: 'long', year: 'numeric' }, startsOn, language);
    case 'quarter':
      return `Q${Math.floor((Number(startsOn.slice(5, 7)) + 2) / 3)} ${startsOn.slice(0, 4)}`;
    case 'year':
      return startsOn.slice(0, 4);
  }
}
