import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { valueWords } from '../../../web/shell/numbers/figure-words.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatDate } from '../../../web/ui/dates.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { messageOf } from '../../../web/ui/message-of.ts';
import { toast } from '../../../web/ui/toast.ts';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import { useRemovals } from '../../../web/ui/use-removals.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { readingRoutes } from '../contract.ts';
import styles from './reading-list.module.css';

interface ReadingListProps {
  personId: string;
  kpi: Kpi;
  /** Oldest first. */
  readings: readonly { on: string; value: number }[];
  mayRemove: boolean;
  onRemoved: () => Promise<void>;
}

const atFirst = 10;

/** The readings one by one, newest first. */
export function ReadingList({ personId, kpi, readings, mayRemove, onRemoved }: ReadingListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const removals = useRemovals();
  const left = readings.filter(({ on }) => !removals.has(on)).toReversed();
  const { ref, removing } = useFocusAfterRemoval(left.length);

  function remove(on: string, index: number) {
    removing(index);
    removals.remove(on, `The reading of ${formatDate(on)} is removed.`, async () => {
      try {
        await call(readingRoutes.removeReading, { params: { personId, kpiId: kpi.id, on } });
      } catch (error) {
        toast(messageOf(error));
      }
      await onRemoved();
    });
  }

  if (left.length === 0) return <p className={styles.none}>No reading in these periods.</p>;
  return (
    <div ref={ref} className={styles.readings}>
      <ul className={styles.list}>
        {(showsAll ? left : left.slice(0, atFirst)).map(({ on, value }, index) => (
          <li key={on}>
            <span>{formatDate(on)}</span>
            <strong>{valueWords({ kpi }, value)}</strong>
            {mayRemove && (
              <IconButton
                label={`Remove the reading of ${formatDate(on)}`}
                size="s"
                onPress={() => remove(on, index)}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!showsAll && left.length > atFirst && (
        <Button size="s" onPress={() => setShowsAll(true)}>
          {`Show all ${left.length}`}
        </Button>
      )}
    </div>
  );
}
