import type { Figures } from '../../kpis/domain/figures.ts';
import type { AgreedTarget } from '../../kpis/domain/measure.ts';
import { exactInWords, periodInWords, valueInWords } from '../../kpis/domain/number-words.ts';
import type { PaceState } from '../../kpis/domain/pace.ts';
import type { ExportedItem } from './exported-record.ts';
import type { Written } from './words.ts';

const language = 'en-GB';

const paceWords: Record<PaceState, string> = {
  'on-track': 'on track',
  'at-risk': 'at risk',
  behind: 'behind',
  'no-data': 'no data',
};

/** What a KPI or a target showed, and what was agreed to aim for. */
export function figuresInWords({ figures, answer }: ExportedItem, written: Written): string[] {
  const agreed = answer?.target;
  return [
    ...(figures === null ? [] : [headOf(figures), ...besideOf(figures), trendOf(figures)]),
    ...(agreed === undefined ? [] : [agreedOf(agreed, figures, written)]),
  ];
}

function agreedOf({ value, from }: AgreedTarget, figures: Figures | null, written: Written): string {
  const aim = figures === null ? String(value) : exactInWords(figures.kpi, value, language);
  return `New target: ${aim}, from ${written.day(from)}`;
}

function headOf(figures: Figures): string {
  const { kpi, value, target, state, expected } = figures;
  const aim = target === null ? '' : ` of ${valueInWords(kpi, target.value, language)}`;
  const due =
    expected === null || target === null || expected === target.value
      ? ''
      : ` (${valueInWords(kpi, expected, language)} expected by then)`;
  const stands = state === null || state === 'no-data' ? '' : `, ${paceWords[state]}${due}`;
  return `${kpi.name}, ${when(figures, figures.startsOn)}: ${valueInWords(kpi, value, language)}${aim}${stands}`;
}

function besideOf({ kpi, compared, period }: Figures): string[] {
  if (compared === null) return [];
  const { startsOn, value } = compared;
  return [
    `Compared with ${periodInWords(period, startsOn, language)}: ${valueInWords(kpi, value, language)}`,
  ];
}

function trendOf(figures: Figures): string {
  const values = figures.trend.map(({ value }) =>
    value === null ? '–' : valueInWords(figures.kpi, value, language),
  );
  return `Since ${when(figures, figures.trend[0]?.startsOn ?? figures.startsOn)}: ${values.join(' · ')}`;
}

function when({ period }: Figures, startsOn: string): string {
  return periodInWords(period, startsOn, language);
}
