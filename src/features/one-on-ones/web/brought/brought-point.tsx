import type { ReactNode } from 'react';
import { formatShortDay } from '../../../../web/ui/dates.ts';
import { useWriting } from '../../../../web/shell/writing.ts';
import type { Item } from '../../contract.ts';
import type { Given } from '../../domain/given.ts';
import { useRecord } from '../record-context.ts';
import { BroughtRow } from './brought-row.tsx';
import { SideName } from './side-name.tsx';
import styles from './meeting-head.module.css';

interface BroughtPointProps {
  item: Item;
  point: NonNullable<Given['point']>;
  children: ReactNode;
}

/** A point of the agenda in its own words: who raised it, and as what. */
export function BroughtPoint({ item, point, children }: BroughtPointProps) {
  const { record } = useRecord();
  const { Reader } = useWriting();
  const kind = point.kind.charAt(0).toUpperCase() + point.kind.slice(1);
  return (
    <BroughtRow
      item={item}
      facts={
        <>
          <SideName personId={point.authorId} />
          <span>{kind}</span>
          {point.raisedOn < record.heldOn && <span>raised {formatShortDay(point.raisedOn)}</span>}
        </>
      }
    >
      {children}
      <div className={styles.point}>
        <Reader doc={point.body} />
      </div>
    </BroughtRow>
  );
}
