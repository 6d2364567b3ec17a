import { currentLocale, formatShortDay } from '../../../../web/ui/dates.ts';
import { valueInWords } from '../../../kpis/domain/number-words.ts';
import type { Kpi } from '../../../kpis/domain/kpi.ts';
import type { Period } from '../../../kpis/domain/periods.ts';

/** A value where there is little room: €1.2M. In full it stands beside or behind it. */
export function shortValue(kpi: Kpi, value: number): string {
  const isPlain = kpi.unit === 'duration' && kpi.aggregation !== 'count';
  if (Math.abs(value) < 100_000 || isPlain) {
    const decimals = Math.abs(value) < 1000 ? kpi.decimals : 0;
    return valueInWords({ ...kpi, decimals }, value, currentLocale());
  }
  const isMoney = kpi.unit === 'currency' && kpi.aggregation !== 'count';
  const words = new Intl.NumberFormat(currentLocale(), {
    notation: 'compact',
    maximumFractionDigits: 1,
    ...(isMoney && { style: 'currency', currency: kpi.currency ?? 'EUR' }),
  }).format(value);
  return kpi.unit === 'percent' && kpi.aggregation !== 'count' ? `${words} %` : words;
}

/** A period under its band; the year stands below the first one and wherever another begins. */
export function shortPeriod(period: Period, startsOn: string): { label: string; year: string } {
  const year = startsOn.slice(0, 4);
  switch (period) {
    case 'day':
    case 'week':
      return { label: formatShortDay(startsOn), year };
    case 'month':
      return { label: shortMonth(startsOn), year };
    case 'quarter':
      return { label: `Q${Math.floor((Number(startsOn.slice(5, 7)) + 2) / 3)}`, year };
    case 'year':
      return { label: year, year: '' };
  }
}

function shortMonth(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(currentLocale(), { month: 'short', timeZone: 'UTC' }).format(date);
}
