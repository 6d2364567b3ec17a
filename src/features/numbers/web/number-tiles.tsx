import { FiguresView } from '../../../web/shell/numbers/figures-view.tsx';
import { PlainLink } from '../../../web/ui/link.tsx';
import type { Figures } from '../../kpis/domain/figures.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { byNeed } from '../domain/order.ts';
import styles from './number-tiles.module.css';

interface NumberTilesProps {
  personId: string;
  period: Period;
  figures: readonly Figures[];
}

/** The numbers of a person, what needs somebody first; each leads to its detail. */
export function NumberTiles({ personId, period, figures }: NumberTilesProps) {
  return (
    <ul className={styles.tiles}>
      {byNeed(figures).map((one) => (
        <li key={one.kpi.id} className={styles.tile}>
          <FiguresView
            figures={one}
            name={
              <PlainLink
                to="/numbers/$personId/$kpiId"
                params={{ personId, kpiId: one.kpi.id }}
                search={period === 'month' ? {} : { period }}
              >
                {one.kpi.name}
              </PlainLink>
            }
          />
        </li>
      ))}
    </ul>
  );
}
