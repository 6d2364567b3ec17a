import { useMe } from '../../../web/shell/session.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import type { Series } from '../../series/contract.ts';
import type { Preparation } from '../contract.ts';
import { placesIn, saidIn } from './places.ts';
import styles from './preparation-panel.module.css';
import { ReadWords } from './read-words.tsx';
import type { Scales } from './scales.ts';
import { usePreparation } from './use-preparation.ts';
import { storedWordsOf } from './words-of.ts';
import { WriteWords } from './write-words.tsx';

export interface PreparationProps {
  series: Pick<Series, 'id' | 'manager' | 'employee'>;
  scales: Scales;
}

/** What the employee says before the meeting: theirs to write, and the manager's to read once it is sent. */
export function PreparationBody({ series, scales }: PreparationProps) {
  const { person } = useMe();
  const { data, error, refetch } = usePreparation(series.id);
  const isMine = person.id === series.employee.id;
  if (data === undefined) {
    return error === null ? (
      <Skeleton shape="rows" lines={3} />
    ) : (
      <InlineError error={error} onRetry={() => void refetch()} />
    );
  }
  const { write, takeBack } = data.abilities;
  return isMine && (write || takeBack) ? (
    <WriteWords seriesId={series.id} myId={person.id} series={series} preparation={data} scales={scales} />
  ) : (
    <Read preparation={data} series={series} isMine={isMine} scales={scales} />
  );
}

interface ReadProps extends PreparationProps {
  preparation: Preparation;
  isMine: boolean;
}

function Read({ preparation, series, isMine, scales }: ReadProps) {
  const name = firstName(series.employee.name);
  const { words } = storedWordsOf(preparation);
  const said = saidIn(placesIn(preparation), words);
  // The same whether something was begun or nothing: that is the employee's own.
  if (!isMine && preparation.sentAt === null) {
    return <p className={styles.quiet}>{name} has not sent an update yet.</p>;
  }
  if (said.length === 0) return <p className={styles.quiet}>Nothing is written.</p>;
  return <ReadWords places={said} words={words} scales={scales} voice={isMine ? 'mine' : 'theirs'} />;
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
