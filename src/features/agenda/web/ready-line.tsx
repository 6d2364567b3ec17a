import { Check } from 'lucide-react';
import { Button } from '../../../web/ui/button.tsx';
import { Face } from '../../../web/ui/face.tsx';
import type { Agenda } from '../contract.ts';
import type { SeriesOfAgenda } from './agenda-panel.tsx';
import styles from './ready-line.module.css';
import { firstName } from './words.ts';

interface ReadyLineProps {
  agenda: Agenda;
  series: SeriesOfAgenda;
  myId: string;
  onReady: (isReady: boolean, side: 'manager' | 'employee') => Promise<void>;
}

/** Each says when the agenda is ready; both make it agreed. */
export function ReadyLine({ agenda: { ready }, series, myId, onReady }: ReadyLineProps) {
  const mine = series.manager.id === myId ? 'manager' : 'employee';
  const theirs = mine === 'manager' ? 'employee' : 'manager';
  const other = series[theirs];
  const isMineReady = ready[mine] !== null;
  const isTheirsReady = ready[theirs] !== null;
  return (
    <div className={styles.line}>
      <Button size="s" onPress={() => void onReady(!isMineReady, mine)}>
        {isMineReady && <Check size={14} aria-hidden />}
        {isMineReady ? 'Ready for me' : 'Mark as ready'}
      </Button>
      <output className={styles.other}>
        {(isMineReady || isTheirsReady) && <Face name={other.name} as="theirs" personId={other.id} />}
        {words(isMineReady, isTheirsReady, firstName(other.name))}
      </output>
    </div>
  );
}

function words(isMine: boolean, isTheirs: boolean, name: string): string {
  if (isMine && isTheirs) return `Agreed: ${name} has marked it ready too.`;
  if (isTheirs) return `${name} has marked it ready.`;
  return isMine ? `${name} has not marked it ready yet.` : 'Neither of you is ready yet.';
}
