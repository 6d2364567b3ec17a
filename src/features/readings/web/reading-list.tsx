import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { valueInput, valueWords } from '../../../web/shell/numbers/figure-words.ts';
import { BareButton } from '../../../web/ui/bare-button.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { formatDate } from '../../../web/ui/dates.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { messageOf } from '../../../web/ui/message-of.ts';
import { toast } from '../../../web/ui/toast.ts';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import { useRemovals } from '../../../web/ui/use-removals.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { readingRoutes } from '../contract.ts';
import { ReadingForm } from './reading-form.tsx';
import styles from './reading-list.module.css';

interface ReadingListProps {
  person: { id: string; name: string };
  kpi: Kpi;
  /** Oldest first. */
  readings: readonly { on: string; value: number }[];
  mayChange: boolean;
  onChanged: () => Promise<void>;
}

const atFirst = 10;

/** The readings one by one, newest first. */
export function ReadingList({ person, kpi, readings, mayChange, onChanged }: ReadingListProps) {
  const [correcting, setCorrecting] = useState<{ on: string; value: number } | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const removals = useRemovals();
  const left = readings.filter(({ on }) => !removals.has(on)).toReversed();
  const { ref, removing } = useFocusAfterRemoval(left.length);

  function remove(on: string, index: number) {
    // Each row has two buttons, and this is of the second.
    removing(index * 2 + 1);
    removals.remove(on, `The reading of ${formatDate(on)} is removed.`, async () => {
      try {
        await call(readingRoutes.removeReading, { params: { personId: person.id, kpiId: kpi.id, on } });
      } catch (error) {
        toast(messageOf(error));
      }
      await onChanged();
    });
  }

  if (left.length === 0) return <p className={styles.none}>No reading in these periods.</p>;
  return (
    <div ref={ref} className={styles.readings}>
      <ul className={styles.list}>
        {(showsAll ? left : left.slice(0, atFirst)).map(({ on, value }, index) => (
          <li key={on}>
            <span>{formatDate(on)}</span>
            {mayChange ? (
              <BareButton
                className={styles.value}
                aria-label={`Correct the reading of ${formatDate(on)}: ${valueWords({ kpi }, value)}`}
                onPress={() => setCorrecting({ on, value })}
              >
                {valueWords({ kpi }, value)}
              </BareButton>
            ) : (
              <strong>{valueWords({ kpi }, value)}</strong>
            )}
            {mayChange && (
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
      {correcting !== null && (
        <ReadingForm
          person={person}
          kpis={[kpi]}
          start={{ on: correcting.on, value: valueInput(correcting.value) }}
          onSaved={onChanged}
          onClose={() => setCorrecting(null)}
        />
      )}
    </div>
  );
}
