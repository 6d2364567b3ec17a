import { CalendarClock, CalendarX, CircleSlash, MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import type { Meeting, Series } from '../contract.ts';
import { whenInWords } from './series-words.ts';

const MoveDialog = lazy(async () => import('./move-dialog.tsx'));
const CallOffDialog = lazy(async () => import('./call-off-dialog.tsx'));

export type MeetingAct = 'move' | 'skipped' | 'cancelled';
type Doing = MeetingAct | null;

/** What either of the two can do about one meeting. */
export function MeetingMenu({ series, meeting }: { series: Series; meeting: Meeting }) {
  const [doing, setDoing] = useState<Doing>(null);
  return (
    <>
      <MenuButton
        label="Meeting"
        trigger={
          <IconButton label={`What to do about ${whenInWords(meeting.startsAt)}`}>
            <MoreHorizontal size={17} aria-hidden />
          </IconButton>
        }
      >
        <MeetingItems onChoose={setDoing} />
      </MenuButton>
      <MeetingDialogs series={series} meeting={meeting} doing={doing} onClose={() => setDoing(null)} />
    </>
  );
}

export function MeetingItems({ onChoose }: { onChoose: (doing: MeetingAct) => void }) {
  return (
    <>
      <MenuItem onAction={() => onChoose('move')} icon={<CalendarClock size={15} aria-hidden />}>
        Move…
      </MenuItem>
      <MenuItem onAction={() => onChoose('skipped')} icon={<CircleSlash size={15} aria-hidden />}>
        Skip…
      </MenuItem>
      <MenuItem onAction={() => onChoose('cancelled')} icon={<CalendarX size={15} aria-hidden />}>
        Cancel…
      </MenuItem>
    </>
  );
}

interface MeetingDialogsProps {
  series: Series;
  meeting: Meeting;
  doing: Doing;
  onClose: () => void;
}

export function MeetingDialogs({ series, meeting, doing, onClose }: MeetingDialogsProps) {
  return (
    <Suspense>
      {doing === 'move' && <MoveDialog series={series} meeting={meeting} onClose={onClose} />}
      {(doing === 'skipped' || doing === 'cancelled') && (
        <CallOffDialog series={series} meeting={meeting} as={doing} onClose={onClose} />
      )}
    </Suspense>
  );
}
