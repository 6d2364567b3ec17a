import type { Measure } from '../../kpis/domain/measure.ts';

const beside: Record<Measure['compareWith'], string> = {
  previous: ', beside the one before',
  'year-before': ', beside a year before',
  none: '',
};

/** "The last full week, beside the one before": what a KPI or a target will show. */
export function measureNote(measure: Measure | undefined): string | null {
  if (measure === undefined) return null;
  const { kpiId, period, which, compareWith } = measure;
  const when = which === 'last' ? `The last full ${period}` : `The present ${period}`;
  return `${when}${beside[compareWith]}${kpiId === null ? '. Which number, you choose when you use it.' : ''}`;
}
