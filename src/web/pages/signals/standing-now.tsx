import { useQuery } from '@tanstack/react-query';
import type { Figures } from '../../../features/kpis/domain/figures.ts';
import { byNeed } from '../../../features/numbers/domain/order.ts';
import { personNumbersQuery } from '../../../features/numbers/web/number-queries.ts';
import { PaceBadge } from '../../shell/numbers/pace-badge.tsx';
import { Link } from '../../ui/link.tsx';
import { RaiseLagging } from './signals-for-agenda.tsx';
import type { SignalsForAgendaProps } from './signals-for-agenda.tsx';
import styles from './standing-now.module.css';

/** The numbers of a person that have a target this month, what lags first; null until it is known. */
export function useStandingNow(personId: string, isWanted: boolean): readonly Figures[] | null {
  const { data, isError } = useQuery({ ...personNumbersQuery(personId, 'month'), enabled: isWanted });
  // The signals stand without it.
  if (isError) return [];
  return data === undefined ? null : byNeed(data.items.filter(({ state }) => state !== null));
}

interface StandingNowProps extends SignalsForAgendaProps {
  figures: readonly Figures[];
}

/** How each stands against its target, in one look. */
export function StandingNow({ personId, figures, ...offered }: StandingNowProps) {
  if (figures.length === 0) return null;
  return (
    <ul className={styles.standing} aria-label="Against the targets of this month">
      {figures.map((one) => (
        <li key={one.kpi.id}>
          <Link to="/numbers/$personId/$kpiId" params={{ personId, kpiId: one.kpi.id }}>
            {one.kpi.name}
          </Link>
          {one.state !== null && <PaceBadge state={one.state} />}
          <RaiseLagging figures={one} {...offered} />
        </li>
      ))}
    </ul>
  );
}
