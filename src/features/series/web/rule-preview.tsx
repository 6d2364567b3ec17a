import 'temporal-polyfill/global';
import { slotsFrom } from '../domain/recurrence.ts';
import { arrangementBody, type ArrangementValues } from './arrangement.ts';
import styles from './arrangement-fields.module.css';
import { whenInWords } from './series-words.ts';
import type { Rule } from '../domain/recurrence.ts';

/** The first three, so that one sees what one sets up. Loads the calendar's arithmetic where the browser has none. */
export default function RulePreview({ values }: { values: ArrangementValues }) {
  const first = firstOf(values);
  return (
    <output className={styles.preview}>
      {first.length === 0
        ? 'Enter a time and a day to see the first meetings.'
        : `First: ${first.join(' · ')}`}
    </output>
  );
}

function firstOf(values: ArrangementValues): string[] {
  if (!/^\d\d:\d\d$/.test(values.at) || values.startsOn === '') return [];
  const rule = arrangementBody(values).rule as Rule; // its selects hold no other number
  const slots = slotsFrom(rule, Temporal.Now.instant());
  return [...slots.take(3)].map((slot) => whenInWords(slot.toString()));
}
