import { Lock } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { SaveState } from '../../../web/ui/save-state.tsx';
import { useSaving } from './autosave/use-saving.ts';
import { withWhom } from './pair.ts';
import { readersInWords } from './readers-in-words.ts';
import { useRecord } from './record-context.ts';
import styles from './record-strip.module.css';
import { StateBadge } from './state-badge.tsx';
import { turnWords } from './state-words.ts';

/**
 * Who can read this, whose turn it is and what is saved stay on screen when the head of the page has gone: the same
 * words in one line. Screen readers have them in the head already.
 */
export function RecordStrip() {
  const { record, myId } = useRecord();
  const head = useRef<HTMLDivElement>(null);
  const isShown = useIsAbove(head);
  const saving = useSaving(record);
  const turn = turnWords(record, myId);
  return (
    <>
      <div ref={head} />
      <div className={styles.place} aria-hidden="true">
        <div className={styles.strip} data-shown={isShown}>
          <span className={styles.title}>{withWhom(record, myId)}</span>
          <span className={styles.readers}>
            <Lock size={12} strokeWidth={2.2} />
            <span>{readersInWords(record, myId)}</span>
          </span>
          <span className={styles.state}>
            <StateBadge state={record.state} />
            {turn !== null && <span className={styles.turn}>{turn}</span>}
          </span>
          {(record.abilities.edit || saving.is !== 'saved') && (
            <span className={styles.saving}>
              <SaveState saving={saving} />
            </span>
          )}
        </div>
      </div>
    </>
  );
}

/** Whether a mark has been scrolled out of sight over the upper edge. */
function useIsAbove(mark: RefObject<HTMLElement | null>): boolean {
  const [isAbove, setAbove] = useState(false);
  useEffect(() => {
    const { current } = mark;
    if (current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last !== undefined) setAbove(!last.isIntersecting && last.boundingClientRect.top < 0);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [mark]);
  return isAbove;
}
