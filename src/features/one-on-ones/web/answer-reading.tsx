import { Suspense } from 'react';
import { late } from '../../../web/ui/late.ts';
import { isMeasured, stepsOf } from '../../templates/domain/items.ts';
import type { Item } from '../contract.ts';
import styles from './answer.module.css';
import { voiceOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import { ScaleReading } from './scale-field.tsx';
import { useWriting } from '../../../web/shell/writing.ts';

const AgreedTarget = late(() => import('./measured/agreed-target.tsx'));

/** An answer to be read. `onEdit` where it can be edited after a question; the item's head has a button for it too. */
export function AnswerReading({ item, onEdit }: { item: Item; onEdit?: () => void }) {
  const { Reader } = useWriting();
  const { record, myId } = useRecord();
  const { answer } = item;
  const hasScale = stepsOf(item.kind, item.options) !== null;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a short way for the mouse to what the button does
    <div
      className={styles.reading}
      onClick={(event) => {
        const isLink = event.target instanceof Element && event.target.closest('a, button') !== null;
        if (!isLink && document.getSelection()?.isCollapsed !== false) onEdit?.();
      }}
    >
      {hasScale && (
        <ScaleReading item={item} value={answer?.value} voice={voiceOf(record.employee.id, myId)} />
      )}
      {answer?.text !== undefined && <Reader doc={answer.text} />}
      {answer?.target !== undefined && (
        <Suspense>
          <AgreedTarget item={item} />
        </Suspense>
      )}
      {answer?.text === undefined && !hasScale && !isMeasured(item.kind) && item.given === null && (
        <p className={styles.nothing}>Nothing written.</p>
      )}
    </div>
  );
}
