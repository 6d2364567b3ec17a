import { Fragment } from 'react';
import { Problem } from '../../../shared/problems.ts';
import { savingOf } from '../../../web/shell/use-words-saver.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatWhen } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { SaveState } from '../../../web/ui/save-state.tsx';
import { Sentence } from '../../../web/ui/sentence.ts';
import { useAction } from '../../../web/ui/use-action.ts';
import type { Series } from '../../series/contract.ts';
import { preparationSchema, type Preparation } from '../contract.ts';
import { BothTexts } from './both-texts.tsx';
import { placesIn, saidIn } from './places.ts';
import styles from './preparation-panel.module.css';
import { ReadWords } from './read-words.tsx';
import type { Scales } from './scales.ts';
import { sendPreparation, showPreparation, takePreparationBack, useWords } from './use-preparation.ts';
import { WritePlace } from './write-place.tsx';

interface WriteWordsProps {
  seriesId: string;
  myId: string;
  series: Pick<Series, 'manager'>;
  preparation: Preparation;
  scales: Scales;
}

/** The employee's own page of words: saved while they write, seen by nobody until it is sent. */
export function WriteWords({ seriesId, myId, series, preparation, scales }: WriteWordsProps) {
  const { words, standing, round, savedAs, saver } = useWords(seriesId, myId, preparation);
  const { run, isPending, error } = useAction();
  const name = series.manager.name.trim().split(/\s+/u)[0] ?? series.manager.name;
  const places = placesIn(preparation);
  const said = saidIn(places, words);
  const { sentAt } = preparation;
  const saving = savingOf(standing, 'choose which of the two stays');
  const isUnsaved = savedAs === null && sentAt !== null;

  async function send(): Promise<void> {
    if (said.length === 0) throw new Sentence('Write a few words first.');
    const isSaved = await saver.flush(false);
    const { savedAs: version } = saver.state();
    if (!isSaved || version === null) {
      throw new Sentence('Not everything is saved yet, so nothing was sent. Try again in a moment.');
    }
    await sendPreparation(seriesId, version).catch((cause: unknown) => {
      if (!(cause instanceof Problem) || cause.code !== 'stale_version') throw cause;
      const current = preparationSchema.safeParse(cause.extras.current);
      if (current.success) showPreparation(seriesId, current.data);
      throw new Sentence('It was changed elsewhere a moment ago. Read it once more, then send it.');
    });
  }
  const twice =
    standing.is === 'conflict' ? places.filter((place) => standing.places.includes(place.name)) : [];
  const both = standing.is === 'conflict' && (
    <BothTexts
      places={twice}
      mine={words}
      theirs={standing.theirs.words}
      scales={scales}
      onChoose={saver.choose}
    />
  );
  return (
    <div className={styles.panel}>
      {sentAt === null || isUnsaved ? (
        <div className={styles.places}>
          {places.map((place) => (
            <Fragment key={place.name}>
              <WritePlace
                place={place}
                answer={words[place.name]}
                round={round}
                scales={scales}
                onWrite={(answer) => saver.write({ [place.name]: answer })}
                onLeave={() => void saver.flush(false)}
              />
              {/* Where one writes, so that it is seen at once. */}
              {place === twice.at(-1) && both}
            </Fragment>
          ))}
        </div>
      ) : (
        <>
          {both}
          <ReadWords places={said} words={words} scales={scales} voice="mine" />
        </>
      )}
      {error !== null && <InlineError error={error} />}
      <div className={styles.acts}>
        {sentAt === null ? (
          <>
            <Button
              look="primary"
              isPending={isPending}
              isDisabled={standing.is === 'conflict'}
              onPress={() => void run(send)}
            >
              Send to {name}
            </Button>
            <p className={styles.who}>Only you can read this until you send it.</p>
          </>
        ) : (
          <>
            <Button isPending={isPending} onPress={() => void run(async () => takePreparationBack(seriesId))}>
              Take back to go on writing
            </Button>
            <p className={styles.who}>
              Sent {formatWhen(sentAt)}: {name} can read it. It goes into the record when the meeting begins.
            </p>
          </>
        )}
        {saving !== null && <SaveState saving={saving} />}
      </div>
    </div>
  );
}
