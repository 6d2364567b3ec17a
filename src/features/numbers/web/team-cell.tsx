import { TrendingDown, TrendingUp } from 'lucide-react';
import { PaceBadge } from '../../../web/shell/numbers/pace-badge.tsx';
import { periodWords, valueWords } from '../../../web/shell/numbers/figure-words.ts';
import { PlainLink } from '../../../web/ui/link.tsx';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import type { Figures } from '../../kpis/domain/figures.ts';
import type { TeamRow } from '../contract.ts';
import type { Change } from '../domain/change.ts';
import { shortValue } from './chart/axis-words.ts';
import styles from './team-table.module.css';

interface TeamCellProps {
  personId: string;
  cell: TeamRow['cells'][number];
}

/** A number of one person: value, how it stands, and what changed. It leads to the detail. */
export function TeamCell({ personId, cell }: TeamCellProps) {
  if (cell === null) return <span className={styles.nothing}>–</span>;
  const { figures, change } = cell;
  const { kpi, period, value, state, target } = figures;
  return (
    <div className={styles.cell}>
      <PlainLink
        to="/numbers/$personId/$kpiId"
        params={{ personId, kpiId: kpi.id }}
        search={period === 'month' ? {} : { period }}
        className={styles.value ?? ''}
        data-none={value === null}
        title={
          target === null
            ? valueWords(figures, value)
            : `${valueWords(figures, value)} of ${valueWords(figures, target.value)}`
        }
      >
        {value === null ? 'no data' : shortValue(kpi, value)}
        <VisuallyHidden>, {kpi.name}</VisuallyHidden>
      </PlainLink>
      {target !== null && <small>of {shortValue(kpi, target.value)}</small>}
      {state !== null && state !== 'no-data' && <PaceBadge state={state} />}
      {change !== null && <ChangeMark figures={figures} change={change} />}
    </div>
  );
}

/** Up or down, better or worse: the last full period against the one before. */
export function ChangeMark({ figures, change }: { figures: Figures; change: Change }) {
  const isUp = change.to > change.from;
  const Icon = isUp ? TrendingUp : TrendingDown;
  const [before, full] = [figures.trend.at(-3)?.startsOn, figures.trend.at(-2)?.startsOn];
  const words = [
    ...(before === undefined
      ? []
      : [`${valueWords(figures, change.from)} in ${periodWords(figures, before)}`]),
    ...(full === undefined ? [] : [`${valueWords(figures, change.to)} in ${periodWords(figures, full)}`]),
  ].join(', then ');
  return (
    <span className={styles.change} data-better={change.isBetter} title={words}>
      <Icon size={13} aria-hidden />
      {changeInWords(change)}
      <VisuallyHidden>, {change.isBetter ? 'better' : 'worse'} than before</VisuallyHidden>
    </span>
  );
}

/** "+12 %"; from nought there are no parts. */
export function changeInWords({ by, from, to }: Change): string {
  const sign = to > from ? '+' : '−';
  if (by === null) return to > from ? 'from 0' : 'below 0';
  const percent = Math.abs(by) * 100;
  if (percent > 999) return `${sign}${Math.round(Math.abs(by))}×`;
  return percent < 1 ? '<1 %' : `${sign}${Math.round(percent)} %`;
}
