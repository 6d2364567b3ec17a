import type { ReactNode } from 'react';
import type { Figures } from '../../../features/kpis/domain/figures.ts';
import { formatShortDay } from '../../ui/dates.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import {
  againstWords,
  comparedInWords,
  paceInWords,
  periodWords,
  trendInWords,
  valueWords,
} from './figure-words.ts';
import styles from './figures-view.module.css';
import { PaceBadge } from './pace-badge.tsx';

interface FiguresViewProps {
  figures: Figures;
  /** In place of the KPI's name: a link to more of it. */
  name?: ReactNode;
  /** Where the trend is drawn larger beside it. */
  hidesTrend?: boolean;
  /** Under the name of the KPI, such as what can be done with it. */
  children?: ReactNode;
}

/** One number as people read it in ten seconds: what it is, what it should be, how it stands, where it comes from. */
export function FiguresView({ figures, name, hidesTrend = false, children }: FiguresViewProps) {
  const { kpi } = figures;
  const beside = [paceInWords(figures), comparedInWords(figures)].filter((words) => words !== null);
  return (
    <div className={styles.figures}>
      <div className={styles.number}>
        <p className={styles.what}>
          {name ?? kpi.name} <span className={styles.when}>· {periodWords(figures, figures.startsOn)}</span>
        </p>
        <Standing figures={figures} />
        <Progress figures={figures} />
        {beside.length > 0 && (
          <p className={styles.beside}>
            {beside.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </p>
        )}
        {children}
      </div>
      {!hidesTrend && <Trend figures={figures} />}
    </div>
  );
}

/** The value, what it should be, and always in a word how that stands. */
function Standing({ figures }: { figures: Figures }) {
  const { value, target, state } = figures;
  if (value === null) {
    return (
      <p className={styles.value}>
        <PaceBadge state="no-data" />
        {target !== null && <span className={styles.of}>target {againstWords(figures, target)}</span>}
      </p>
    );
  }
  return (
    <p className={styles.value}>
      <strong>{valueWords(figures, value)}</strong>
      {target !== null && <span className={styles.of}>{againstWords(figures, target)}</span>}
      {state === null ? <span className={styles.open}>No target</span> : <PaceBadge state={state} />}
    </p>
  );
}

function Trend({ figures }: { figures: Figures }) {
  const { trend } = figures;
  const isRunning = figures.asOf <= figures.endsOn;
  return (
    <div className={styles.trend}>
      <Sparkline
        values={trend.map((point) => point.value)}
        targets={trend.map((point) => point.target)}
        isRunning={isRunning}
        label={trendInWords(figures)}
      />
      <p className={styles.axis} aria-hidden="true">
        <span>{edgeWords(figures, trend[0]?.startsOn ?? figures.startsOn)}</span>
        <span>{isRunning ? 'so far' : edgeWords(figures, figures.startsOn)}</span>
      </p>
    </div>
  );
}

/** A week by its first day: two of them stand side by side where there is little room. */
function edgeWords(figures: Figures, startsOn: string): string {
  return figures.period === 'week' ? formatShortDay(startsOn) : periodWords(figures, startsOn);
}

/** How much of the target is there, and a mark where one should be by now. */
function Progress({ figures }: { figures: Figures }) {
  const { progress, target, expected } = figures;
  if (progress === null || target === null || figures.kpi.direction === 'lower') return null;
  const due = expected === null || target.value === 0 ? null : Math.min(1, expected / target.value);
  return (
    <div className={styles.progress} data-state={figures.state}>
      <progress value={Math.max(0, Math.min(1, progress))} max={1} aria-label="Part of the target" />
      {due !== null && due < 1 && (
        <i style={{ insetInlineStart: `${due * 100}%` }} title="Where it should be by now" />
      )}
      <VisuallyHidden>{Math.round(progress * 100)} percent of the target</VisuallyHidden>
    </div>
  );
}
