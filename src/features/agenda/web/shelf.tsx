import { ChevronRight } from 'lucide-react';
import { useWriting } from '../../../web/shell/writing.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatDay } from '../../../web/ui/dates.ts';
import type { TalkingPoint } from '../contract.ts';
import styles from './folded.module.css';
import { Facts } from './point-row.tsx';
import type { AgendaActs } from './use-agenda.ts';

interface ShelfProps {
  points: TalkingPoint[];
  myId: string;
  acts: AgendaActs;
}

/** What waits for its day. */
export function Shelf({ points, myId, acts }: ShelfProps) {
  const { Reader } = useWriting();
  if (points.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        Later ({points.length})
      </summary>
      <ul>
        {points.map((point) => (
          <li key={point.id} className={styles.row}>
            <div className={styles.words}>
              <Reader doc={point.body} />
              <Facts point={point} myId={myId} />
              <p className={styles.when}>
                {point.laterUntil !== null && `Back on ${formatDay(point.laterUntil)}`}
              </p>
            </div>
            {point.abilities.arrange && (
              <Button size="s" onPress={() => void acts.takeBack(point)}>
                Put on the agenda
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
