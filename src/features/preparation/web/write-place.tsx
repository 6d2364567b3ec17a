import { useId, useState } from 'react';
import { useWriting } from '../../../web/shell/writing.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import type { Answer } from '../../one-on-ones/contract.ts';
import { stepsOf } from '../../templates/domain/items.ts';
import type { Place } from './places.ts';
import styles from './preparation-panel.module.css';
import type { Scales } from './scales.ts';

interface WritePlaceProps {
  place: Place;
  answer: Answer | undefined;
  /** Counts what came from elsewhere: the editor begins anew with it. */
  round: number;
  scales: Scales;
  onWrite: (answer: Answer) => void;
  onLeave: () => void;
}

export function WritePlace({ place, answer, round, scales, onWrite, onLeave }: WritePlaceProps) {
  const { Editor } = useWriting();
  const title = useId();
  const [isAdding, setAdding] = useState(false);
  const { asked } = place;
  const { text, value } = answer ?? {};
  const hasScale = asked !== null && stepsOf(asked.kind, asked.options) !== null;
  const hasText = !hasScale || text !== undefined || isAdding;
  return (
    <section className={styles.place} aria-labelledby={title}>
      <h3 className={styles.title} id={title}>
        {place.title}
      </h3>
      {hasScale && (
        <scales.Field
          item={asked}
          value={value}
          voice="mine"
          labelledBy={title}
          onChange={(chosen) => {
            onWrite({ ...(text && { text }), ...(chosen !== undefined && { value: chosen }) });
            onLeave();
          }}
          {...(!hasText && {
            after: (
              <TextButton onPress={() => setAdding(true)} aria-label={`Add a few words to: ${place.title}`}>
                Add a few words
              </TextButton>
            ),
          })}
        />
      )}
      {hasText && (
        <div className={styles.writing}>
          <Editor
            key={round}
            value={text ?? null}
            labelledBy={title}
            placeholder={hasScale ? 'Add a few words' : place.placeholder}
            autofocus={isAdding}
            onChange={(doc) => onWrite({ text: doc, ...(value !== undefined && { value }) })}
            onBlur={onLeave}
          />
        </div>
      )}
    </section>
  );
}
