import { CloudOff } from 'lucide-react';
import { Button } from '../../../web/ui/button.tsx';
import { forgetPoint, isOnItsWay } from './outbox.ts';
import { useWaitingPoints } from './use-waiting-points.ts';
import styles from './waiting-points.module.css';

interface WaitingPointsProps {
  myId: string;
  /** Those of one series; all without. */
  seriesId?: string;
}

/** What the server does not have yet, and why. */
export function WaitingPoints({ myId, seriesId }: WaitingPointsProps) {
  const all = useWaitingPoints(myId);
  const waiting = all.filter((point) => seriesId === undefined || point.seriesId === seriesId);
  if (waiting.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Kept on this device">
      {waiting.map(({ id, text, refused }) => (
        <li key={id}>
          <CloudOff size={15} aria-hidden />
          <div>
            <p className={styles.text}>{text}</p>
            <p className={styles.why}>{whyItWaits(id, refused)}</p>
          </div>
          {refused !== null && (
            <Button size="s" look="plain" onPress={() => forgetPoint(myId, id)}>
              Discard
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function whyItWaits(id: string, refused: string | null): string {
  if (refused !== null) return `Not sent: ${refused}`;
  return isOnItsWay(id) ? 'Adding' : 'Kept on this device. It is sent when the connection is back.';
}
