import { TrendingDown, TrendingUp } from 'lucide-react';
import { PaceBadge } from '../../../web/shell/numbers/pace-badge.tsx';
import { againstWords, periodWords, valueWords } from '../../../web/shell/numbers/figure-words.ts';
import { PlainLink } from '../../../web/ui/link.tsx';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import type { TeamRow } from '../contract.ts';
import type { Change } from '../domain/change.ts';
import { shortValue } from './chart/axis-words.ts';
import styles from './team-table.module.css';

/** What is the same of all cells of a table. */
export interface Shown {
  period: Period;
  changed: { from: string; to: string };
}

interface TeamCellProps {
  personId: string;
  kpi: Kpi;
  cell: TeamRow['cells'][number];
  shown: Shown;
}

/** A number of one person: value, how it stands, and what changed. It leads to the detail. */
export function TeamCell({ personId, kpi, cell, shown }: TeamCellProps) {
  if (cell === null) return <span className={styles.nothing}>–</span>;
  const { value, state, target, change } = cell;
  const { period } = shown;
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
            ? valueWords({ kpi }, value)
            : `${valueWords({ kpi }, value)}, ${againstWords({ kpi }, { value: target, of: 'person' })}`
        }
      >
        {value === null ? 'no data' : shortValue(kpi, value)}
        <VisuallyHidden>, {kpi.name}</VisuallyHidden>
      </PlainLink>
      {target !== null && (
        <small>
          {value === null && 'target '}
          {kpi.direction === 'lower' ? 'at most' : 'of'} {shortValue(kpi, target)}
        </small>
      )}
      {state !== null && state !== 'no-data' && <PaceBadge state={state} />}
      {change !== null && value !== null && <ChangeMark kpi={kpi} change={change} shown={shown} />}
    </div>
  );
}

/** A smaller part than this is neither better nor worse. */
const steady = 0.01;

/** Up or down, better or worse: the last full period against the one before. */
export function ChangeMark({ kpi, change, shown }: { kpi: Kpi; change: Change; shown: Shown }) {
  const isUp = change.to > change.from;
  const isSteady = change.by !== null && Math.abs(change.by) < steady;
  const Icon = isUp ? TrendingUp : TrendingDown;
  const [before, full] = [periodWords(shown, shown.changed.from), periodWords(shown, shown.changed.to)];
  const words = `${valueWords({ kpi }, change.from)} in ${before}, then ${valueWords({ kpi }, change.to)} in ${full}`;
  return (
    <span
      className={styles.change}
      data-tone={isSteady ? 'steady' : change.isBetter ? 'good' : 'bad'}
      title={words}
    >
      {isSteady ? (
        'steady'
      ) : (
        <>
          <Icon size={13} aria-hidden />
          {changeInWords(change)}
          <VisuallyHidden>, {change.isBetter ? 'better' : 'worse'} than before</VisuallyHidden>
        </>
      )}
    </span>
  );
}

/** "+12 %"; from nought there are no parts. */
export function changeInWords({ by, from, to }: Change): string {
  const sign = to > from ? '+' : '−';
  if (by === null) return to > from ? 'from 0' : 'below 0';
  const percent = Math.abs(by) * 100;
  if (percent > 999) return `${sign}${Math.round(Math.abs(by))}×`;
  return `${sign}${Math.round(percent)} %`;
}
