import { Button } from '../../../web/ui/button.tsx';
import type { Place } from './places.ts';
import styles from './preparation-panel.module.css';
import { ReadPlace } from './read-words.tsx';
import type { Scales } from './scales.ts';
import type { Words } from './words-of.ts';

interface BothTextsProps {
  places: readonly Place[];
  mine: Words;
  theirs: Words;
  scales: Scales;
  onChoose: (which: 'mine' | 'theirs') => void;
}

/** Written in two tabs, or on two devices: both are shown, and nothing goes until one is chosen. */
export function BothTexts({ places, mine, theirs, scales, onChoose }: BothTextsProps) {
  return (
    <section className={styles.both} aria-label="Two versions" role="alert">
      <p>You wrote something else in the same place in another tab or on another device.</p>
      {places.map((place) => (
        <div key={place.name} className={styles.versions}>
          <section aria-label={`${place.title}, written here`}>
            <p className={styles.version}>{place.title}: written here</p>
            <ReadPlace place={place} words={mine} scales={scales} voice="mine" />
          </section>
          <section aria-label={`${place.title}, written elsewhere`}>
            <p className={styles.version}>{place.title}: written elsewhere</p>
            <ReadPlace place={place} words={theirs} scales={scales} voice="theirs" />
          </section>
        </div>
      ))}
      <div className={styles.acts}>
        <Button size="s" onPress={() => onChoose('mine')}>
          Keep what I wrote here
        </Button>
        <Button size="s" onPress={() => onChoose('theirs')}>
          Take the other one
        </Button>
      </div>
    </section>
  );
}
