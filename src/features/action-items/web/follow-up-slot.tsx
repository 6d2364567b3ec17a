import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { isFrozen } from '../../one-on-ones/domain/states.ts';
import { followUpQuery } from './action-item-queries.ts';
import styles from './follow-up-slot.module.css';
import { countsInWords } from './words.ts';

const FollowUp = late(() => import('./follow-up.tsx'));

interface FollowUpSlotProps {
  record: OneOnOne;
  myId: string;
}

/** On a phone it would push the words to write below the screen. */
const isSmall = () => globalThis.matchMedia?.('screen and (max-width: 640px)').matches ?? false;

/**
 * At the top of a record, for the pair. One that is settled is read for itself: there, and where room is scarce, it
 * is a line until one asks.
 */
export function FollowUpSlot({ record, myId }: FollowUpSlotProps) {
  const me = [record.manager, record.employee].find(({ id }) => id === myId);
  const { data } = useQuery({ ...followUpQuery(record.id), enabled: me !== undefined });
  const [isOpen, setOpen] = useState(() => !isFrozen(record.state) && !isSmall());
  if (me === undefined || data === undefined) return null;
  // What the meeting brought in stands below, with its tick.
  const inRecord = new Set(
    record.sections.flatMap(({ items }) => items.map(({ given }) => given?.actionItem?.id)),
  );
  const open = data.open.filter(({ id }) => !inRecord.has(id));
  const settled = data.settled.filter(({ id }) => !inRecord.has(id));
  const all = [...open, ...settled];
  if (all.length === 0) return null;
  const words = `From earlier one-on-ones: ${countsInWords(all)}.`;
  if (!isOpen) {
    return (
      <p className={styles.line}>
        <span>{words}</span> <TextButton onPress={() => setOpen(true)}>Show</TextButton>
      </p>
    );
  }
  return (
    <Suspense fallback={<p className={styles.line}>{words}</p>}>
      <FollowUp open={open} settled={settled} me={me} />
    </Suspense>
  );
}
