import type { Agenda } from '../contract.ts';
import type { SeriesOfAgenda } from './agenda-panel.tsx';
import { voiceInWords } from './words.ts';
import styles from './voice.module.css';

interface VoiceProps {
  agenda: Agenda;
  series: SeriesOfAgenda;
  myId: string;
}

/** Who brings how many points: shown to the two, judged by nobody. */
export function Voice({ agenda: { voice }, series, myId }: VoiceProps) {
  const all = voice.reduce((sum, { points }) => sum + points, 0);
  if (all === 0) return null;
  return (
    <figure className={styles.voice}>
      <div className={styles.bar} aria-hidden="true">
        {voice.map(({ personId, points }) => (
          <span
            key={personId}
            className={personId === myId ? styles.mine : styles.theirs}
            style={{ flexGrow: points }}
          />
        ))}
      </div>
      <figcaption>Points raised: {voiceInWords(voice, [series.employee, series.manager], myId)}</figcaption>
    </figure>
  );
}
