import type { ReactNode } from 'react';
import { formatShortDay } from '../../../../web/ui/dates.ts';
import type { Item } from '../../contract.ts';
import type { Given } from '../../domain/given.ts';
import { useRecord } from '../record-context.ts';
import { BroughtRow } from './brought-row.tsx';
import { SideName } from './side-name.tsx';

interface BroughtPromiseProps {
  item: Item;
  promise: NonNullable<Given['actionItem']>;
  children: ReactNode;
}

/** What was promised at an earlier meeting: whose, until when, since when. */
export function BroughtPromise({ item, promise, children }: BroughtPromiseProps) {
  const { record } = useRecord();
  const wasDue = promise.dueOn < record.heldOn;
  return (
    <BroughtRow
      item={item}
      facts={
        <>
          <SideName personId={promise.ownerId} />
          <span>
            {wasDue ? 'was due' : 'due'} {formatShortDay(promise.dueOn)}
          </span>
          <span>agreed {formatShortDay(promise.agreedOn)}</span>
        </>
      }
    >
      {children}
    </BroughtRow>
  );
}
