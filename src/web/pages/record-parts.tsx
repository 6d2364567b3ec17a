import { Suspense } from 'react';
import { late } from '../ui/late.ts';
import { FollowUpSlot } from '../../features/action-items/web/follow-up-slot.tsx';
import { CommentsSlot } from '../../features/comments/web/comments-slot.tsx';
import { FilesSlot } from '../../features/files/web/files-slot.tsx';
import type { RecordSlots, SlotProps } from '../../features/one-on-ones/web/record-slots.ts';
import { isFrozen, isShared, turnOf } from '../../features/one-on-ones/domain/states.ts';
import { PrivateNoteSlot } from '../../features/private-notes/web/private-note-slot.tsx';
import { OnSight } from '../ui/on-sight.tsx';

const Addenda = late(() => import('../../features/addenda/web/record-addenda.tsx'));
const Receipts = late(() => import('../../features/receipts/web/record-receipts.tsx'));
const ExportMenu = late(() => import('../../features/export/web/export-menu.tsx'));
const RecordSignals = late(() => import('./signals/record-signals.tsx'));
const ActionItems = late(() => import('../../features/action-items/web/record-action-items.tsx'));

function InHead({ record }: SlotProps) {
  return (
    <Suspense>
      <ExportMenu oneOnOneId={record.id} />
    </Suspense>
  );
}

function Below(props: SlotProps) {
  return (
    <>
      {props.record.manager.id === props.myId &&
        props.record.stillManaged &&
        turnOf(props.record.state) === 'manager' && (
          <OnSight>
            <RecordSignals {...props} />
          </OnSight>
        )}
      <OnSight>
        <ActionItems {...props} />
      </OnSight>
      <FilesSlot record={props.record} />
      {isFrozen(props.record.state) && (
        <OnSight>
          <Addenda {...props} />
        </OnSight>
      )}
    </>
  );
}

function Beside({ record, myId }: SlotProps) {
  return <PrivateNoteSlot oneOnOneId={record.id} myId={myId} />;
}

function BesideLast(props: SlotProps) {
  const { record, myId } = props;
  const isOfThePair = record.manager.id === myId || record.employee.id === myId;
  if (!isOfThePair || !isShared(record.state)) return null;
  return (
    <OnSight>
      <Receipts {...props} />
    </OnSight>
  );
}

/** Where the features that belong to a record meet on its page. */
export const recordParts: RecordSlots = {
  InHead,
  Above: FollowUpSlot,
  UnderItem: CommentsSlot,
  Below,
  Beside,
  BesideLast,
  tick: async (wanted) => {
    const { tickBrought } = await import('../../features/meeting-records/web/tick-brought.ts');
    return tickBrought(wanted);
  },
};
