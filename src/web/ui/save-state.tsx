import { Check, CloudOff, PenLine, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import { cx } from './cx.ts';
import { formatTime, formatWhen, localDay } from './dates.ts';
import styles from './save-state.module.css';

export type Saving =
  | { is: 'saved'; at: string | Date }
  | { is: 'saving' }
  /** On this device only, by intent: it is published on leaving the field. */
  | { is: 'kept' }
  | { is: 'offline' }
  | { is: 'failed'; why: string };

/** What has become of what was typed, in words; said politely to screen readers when it changes its kind. */
export function SaveState({ saving }: { saving: Saving }) {
  return (
    <output
      className={cx(
        styles.state,
        saving.is === 'offline' && styles.offline,
        saving.is === 'failed' && styles.failed,
      )}
    >
      {words(saving)}
    </output>
  );
}

/** A clock time means today; what was saved before says the day. */
function timeOrDay(at: string | Date): string {
  return localDay(at) === localDay(new Date()) ? formatTime(at) : formatWhen(at);
}

function words(saving: Saving): ReactNode {
  switch (saving.is) {
    case 'saved':
      return (
        <>
          <Check size={14} aria-hidden />
          <span className={styles.saved}>
            <span className={styles.word}>Saved</span>
            <span className={styles.at}> {timeOrDay(saving.at)}</span>
          </span>
        </>
      );
    case 'saving':
      return 'Saving';
    case 'kept':
      return (
        <>
          <PenLine size={14} aria-hidden /> Kept on this device
        </>
      );
    case 'offline':
      return (
        <>
          <CloudOff size={14} aria-hidden /> Offline, kept on this device
        </>
      );
    case 'failed':
      return (
        <>
          <TriangleAlert size={14} aria-hidden /> Not saved: {saving.why}
        </>
      );
    default:
      return assertNever(saving);
  }
}
