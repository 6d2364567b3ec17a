import { useMe } from '../../../web/shell/session.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Section } from '../../../web/ui/page.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { formatWhen } from '../../../web/ui/dates.ts';
import type { Series } from '../../series/contract.ts';
import type { Preparation } from '../contract.ts';
import { placesIn, saidIn } from './places.ts';
import styles from './preparation-panel.module.css';
import { ReadWords } from './read-words.tsx';
import type { Scales } from './scales.ts';
import { usePreparation } from './use-preparation.ts';
import { storedWordsOf } from './words-of.ts';
import { WriteWords } from './write-words.tsx';

interface PreparationPanelProps {
  series: Pick<Series, 'id' | 'manager' | 'employee'>;
  scales: Scales;
}

/** What the employee says before the meeting: theirs to write, and the manager's to read once it is sent. */
export default function PreparationPanel({ series, scales }: PreparationPanelProps) {
  const { person } = useMe();
  const { data, error, refetch } = usePreparation(series.id);
  const isMine = person.id === series.employee.id;
  const { write, takeBack } = data?.abilities ?? { write: false, takeBack: false };
  const sentAt = data?.sentAt ?? null;
  return (
    <Section
      title={isMine ? 'Your update' : `${firstName(series.employee.name)}’s update`}
      id="update"
      aside={sentAt !== null && <span>Sent {formatWhen(sentAt)}</span>}
    >
      {data === undefined && error !== null && <InlineError error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton shape="rows" lines={3} />}
      {data !== undefined &&
        (isMine && (write || takeBack) ? (
          <WriteWords
            seriesId={series.id}
            myId={person.id}
            series={series}
            preparation={data}
            scales={scales}
          />
        ) : (
          <Read preparation={data} series={series} isMine={isMine} scales={scales} />
        ))}
    </Section>
  );
}

interface ReadProps extends PreparationPanelProps {
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

function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}
