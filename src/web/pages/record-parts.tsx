import { lazy } from 'react';
import { FollowUpSlot } from '../../features/action-items/web/follow-up-slot.tsx';
import { FilesSlot } from '../../features/files/web/files-slot.tsx';
import type { RecordSlots, SlotProps } from '../../features/one-on-ones/web/record-slots.ts';
import { OnSight } from '../ui/on-sight.tsx';

const ActionItems = lazy(() => import('../../features/action-items/web/record-action-items.tsx'));

const Nothing = () => null;

function Below(props: SlotProps) {
  return (
    <>
      <OnSight>
        <ActionItems {...props} />
      </OnSight>
      <FilesSlot record={props.record} />
    </>
  );
}

/** Where the features that belong to a record meet on its page. */
export const recordParts: RecordSlots = {
  Above: FollowUpSlot,
  UnderItem: Nothing,
  Below,
  Beside: Nothing,
};
