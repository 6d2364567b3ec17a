import { useId, type ReactNode } from 'react';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import { cx } from '../../../web/ui/cx.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import { moodLabels, stepsOf } from '../../templates/domain/items.ts';
import type { Item as RecordItem } from '../contract.ts';
import { valueInWords } from '../domain/answers.ts';
import styles from './scale-field.module.css';

type Item = Pick<RecordItem, 'kind' | 'options'>;

interface ScaleProps {
  item: Item;
  value: number | undefined;
  /** Whose feeling or mark it is: teal where it is mine, plum where it is theirs. */
  voice: 'mine' | 'theirs';
}

interface ScaleFieldProps extends ScaleProps {
  labelledBy: string;
  onChange: (value: number | undefined) => void;
  /** Stands at the end of the scale's line. */
  after?: ReactNode;
}

/** A mood or a rating to choose; chosen again, or with Delete, it is cleared. */
export function ScaleField({ item, value, voice, labelledBy, onChange, after }: ScaleFieldProps) {
  const group = useId();
  return (
    <div className={styles.line}>
      <div role="radiogroup" aria-labelledby={labelledBy} className={cx(styles.scale, styles[voice])}>
        {stepsIn(item).map(({ step, word }) => (
          <label key={step} className={cx(styles.step, word === undefined && styles.number)}>
            <input
              type="radio"
              name={group}
              checked={value === step}
              onChange={() => onChange(step)}
              onClick={() => {
                if (value === step) onChange(undefined);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Delete' || event.key === 'Backspace') onChange(undefined);
              }}
            />
            <StepWords item={item} step={step} word={word} />
          </label>
        ))}
      </div>
      <EndLabels item={item} />
      {value !== undefined && (
        <span className={styles.clear}>
          <TextButton onPress={() => onChange(undefined)}>Clear</TextButton>
        </span>
      )}
      {after !== undefined && <span className={styles.clear}>{after}</span>}
    </div>
  );
}

/** What was chosen, on the scale it was chosen from. */
export function ScaleReading({ item, value, voice }: ScaleProps) {
  return (
    <div className={styles.line}>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture made of words
        role="img"
        aria-label={value === undefined ? 'Nothing chosen' : valueInWords(item, value)}
        className={cx(styles.scale, styles[voice])}
      >
        {stepsIn(item).map(({ step, word }) => (
          <span
            key={step}
            data-chosen={step === value}
            className={cx(styles.step, styles.still, word === undefined && styles.number)}
          >
            <StepWords item={item} step={step} word={word} />
          </span>
        ))}
      </div>
      <EndLabels item={item} />
    </div>
  );
}

function StepWords({ item, step, word }: { item: Item; step: number; word: string | undefined }) {
  return (
    <>
      {word ?? step}
      <VisuallyHidden>{word === undefined ? wordsAfterNumber(item, step) : ''}</VisuallyHidden>
    </>
  );
}

/** Words that have no room beside their number are still said. */
function wordsAfterNumber(item: Item, step: number): string {
  const label = item.options?.labels?.[step - 1];
  return label ? `, ${label}` : '';
}

function stepsIn(item: Item): { step: number; word: string | undefined }[] {
  const steps = stepsOf(item.kind, item.options) ?? 0;
  const words: readonly string[] = item.kind === 'mood' ? moodLabels : (item.options?.labels ?? []);
  const haveRoom = steps <= 5 && words.filter((word) => word !== '').length === steps;
  return Array.from({ length: steps }, (_, at) => ({
    step: at + 1,
    word: haveRoom ? words[at] : undefined,
  }));
}

/** Where only some steps have words, the first and the last say which end is which. */
function EndLabels({ item }: { item: Item }) {
  if (stepsIn(item).some(({ word }) => word !== undefined)) return null;
  const labels = item.options?.labels ?? [];
  const named = labels.flatMap((label, at) => (label === '' ? [] : [`${at + 1} ${label}`]));
  if (named.length === 0) return null;
  return (
    <p aria-hidden="true" className={styles.ends}>
      {named.join(' · ')}
    </p>
  );
}
