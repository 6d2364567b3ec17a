import { useQuery } from '@tanstack/react-query';
import type { Figures } from '../../../features/kpis/domain/figures.ts';
import { byNeed } from '../../../features/numbers/domain/order.ts';
import { personNumbersQuery } from '../../../features/numbers/web/number-queries.ts';
import { PaceBadge } from '../../shell/numbers/pace-badge.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './standing-now.module.css';

/** The numbers of a person that have a target this month, what lags first; null until it is known. */
export function useStandingNow(personId: string, isWanted: boolean): readonly Figures[] | null {
  const { data, isError } = useQuery({ ...personNumbersQuery(personId, 'month'), enabled: isWanted });
  // The signals stand without it.
  if (isError) return [];
  return data === undefined ? null : byNeed(data.items.filter(({ state }) => state !== null));
}

interface StandingNowProps {
  personId: string;
  figures: readonly Figures[];
}

/** How each stands against its target, in one look. */
export function StandingNow({ personId, figures }: StandingNowProps) {
  if (figures.length === 0) return null;
  return (
    <ul className={styles.standing} aria-label="Against the targets of this month">
      {figures.map(({ kpi, state }) => (
        <li key={kpi.id}>
          <Link to="/numbers/$personId/$kpiId" params={{ personId, kpiId: kpi.id }}>
            {kpi.name}
          </Link>
          {state !== null && <PaceBadge state={state} />}
        </li>
      ))}
    </ul>
  );
}
