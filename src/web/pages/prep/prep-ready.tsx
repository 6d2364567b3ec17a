import { Check } from 'lucide-react';
import type { Agenda } from '../../../features/agenda/contract.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link.tsx';
import styles from './prep.module.css';

interface PrepReadyProps {
  agenda: Agenda;
  seriesId: string;
  side: 'manager' | 'employee';
  other: string;
  onReady: (isReady: boolean) => void;
}

/** The end of the page: the agenda's own mark, which the other sees. */
export function PrepReady({ agenda: { ready }, seriesId, side, other, onReady }: PrepReadyProps) {
  const isReady = ready[side] !== null;
  const isOtherReady = ready[side === 'manager' ? 'employee' : 'manager'] !== null;
  return (
    <div className={styles.ready}>
      <Button look={isReady ? 'quiet' : 'primary'} onPress={() => onReady(!isReady)}>
        {isReady && <Check size={16} aria-hidden />}
        {isReady ? 'Ready. Not yet after all' : 'I am ready'}
      </Button>
      <LinkButton look="plain" to="/series/$seriesId" params={{ seriesId }}>
        Back to the agenda
      </LinkButton>
      <output className={styles.quiet}>
        {isReady && isOtherReady
          ? `You are both ready.`
          : isOtherReady
            ? `${other} is ready.`
            : isReady
              ? `${other} sees that you are ready.`
              : `${other} sees on the agenda when you are.`}
      </output>
    </div>
  );
}
