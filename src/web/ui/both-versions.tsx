import type { ReactNode } from 'react';
import styles from './both-versions.module.css';
import { Button } from './button.tsx';

interface BothVersionsProps {
  /** Where the other version comes from. */
  words: string;
  /** The other version; one's own stands in its field still. */
  children: ReactNode;
  onChoose: (which: 'mine' | 'theirs') => void;
}

/** Two wrote at the same time: nothing is lost until somebody chooses. */
export function BothVersions({ words, children, onChoose }: BothVersionsProps) {
  return (
    <div className={styles.both} role="alert">
      <p>{words}</p>
      <div className={styles.other}>{children}</div>
      <p className={styles.choice}>
        <Button size="s" onPress={() => onChoose('mine')}>
          Keep what is here
        </Button>
        <Button size="s" onPress={() => onChoose('theirs')}>
          Take that one
        </Button>
      </p>
    </div>
  );
}
