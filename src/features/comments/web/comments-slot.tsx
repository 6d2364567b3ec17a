import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { keptOnDevice } from '../../../web/shell/device.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import type { Item, OneOnOne } from '../../one-on-ones/contract.ts';
import { isShared } from '../../one-on-ones/domain/states.ts';
import { commentsQuery, keptAs } from './comment-queries.ts';
import styles from './comments-slot.module.css';

const Thread = late(() => import('./thread.tsx'));

interface CommentsSlotProps {
  record: OneOnOne;
  myId: string;
  item: Item;
}

/** Under an item, between the two: what was said of it, or quietly the way to say something. */
export function CommentsSlot({ record, myId, item }: CommentsSlotProps) {
  const isOfThePair = record.manager.id === myId || record.employee.id === myId;
  const mayRead = isOfThePair && isShared(record.state);
  const { data } = useQuery({ ...commentsQuery(record.id), enabled: mayRead });
  const { comment } = record.abilities;
  const [isWriting, setWriting] = useState(
    () => comment && keptOnDevice(myId, keptAs(record.id, item.id)) !== null,
  );
  /** Whoever has just written goes on by the keyboard from here. */
  const [hasWritten, setHasWritten] = useState(false);
  const write = (isNow: boolean) => {
    setWriting(isNow);
    setHasWritten(!isNow);
  };
  if (!mayRead) return null;
  const hasComments = data?.items.some(({ itemId }) => itemId === item.id) ?? false;
  if (!hasComments && !isWriting) {
    if (!comment) return null;
    return (
      <p className={styles.quiet}>
        <TextButton
          aria-label={`Comment on: ${item.prompt}`}
          autoFocus={hasWritten}
          onPress={() => write(true)}
        >
          Comment
        </TextButton>
      </p>
    );
  }
  return (
    <Suspense>
      <Thread
        record={record}
        myId={myId}
        item={item}
        isWriting={isWriting}
        hasWritten={hasWritten}
        onWriting={write}
      />
    </Suspense>
  );
}
