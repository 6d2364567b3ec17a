import { useWriting } from '../../../web/shell/writing.ts';
import { stepsOf } from '../../templates/domain/items.ts';
import type { Place } from './places.ts';
import styles from './preparation-panel.module.css';
import type { Scales } from './scales.ts';
import type { Words } from './words-of.ts';

interface ReadWordsProps {
  places: readonly Place[];
  words: Words;
  scales: Scales;
  voice: 'mine' | 'theirs';
}

export function ReadWords({ places, words, scales, voice }: ReadWordsProps) {
  return (
    <div className={styles.places}>
      {places.map((place) => (
        <section key={place.name} className={styles.place} aria-label={place.title}>
          <h3 className={styles.title}>{place.title}</h3>
          <ReadPlace place={place} words={words} scales={scales} voice={voice} />
        </section>
      ))}
    </div>
  );
}

interface ReadPlaceProps extends Omit<ReadWordsProps, 'places'> {
  place: Place;
}

/** What was said in one place. */
export function ReadPlace({ place: { name, asked }, words, scales, voice }: ReadPlaceProps) {
  const { Reader } = useWriting();
  const { text, value } = words[name] ?? {};
  const hasScale = asked !== null && stepsOf(asked.kind, asked.options) !== null;
  return (
    <>
      {hasScale && <scales.Reading item={asked} value={value} voice={voice} />}
      {text !== undefined && <Reader doc={text} />}
    </>
  );
}
