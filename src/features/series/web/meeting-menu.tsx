import { CalendarClock, CalendarX, CircleSlash, MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import type { Meeting, Series } from '../contract.ts';
import { whenInWords } from './series-words.ts';

const MoveDialog = lazy(async () => import('./move-dialog.tsx'));
const CallOffDialog = lazy(async () => import('./call-off-dialog.tsx'));

type Doing = 'move' | 'skipped' | 'cancelled' | null;

/** What either of the two can do about one meeting. */
export function MeetingMenu({ series, meeting }: { series: Series; meeting: Meeting }) {
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
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
        <MenuItem onAction={() => setDoing('move')} icon={<CalendarClock size={15} aria-hidden />}>
          Move…
        </MenuItem>
        <MenuItem onAction={() => setDoing('skipped')} icon={<CircleSlash size={15} aria-hidden />}>
          Skip…
        </MenuItem>
        <MenuItem onAction={() => setDoing('cancelled')} icon={<CalendarX size={15} aria-hidden />}>
          Cancel…
        </MenuItem>
      </MenuButton>
      <Suspense>
        {doing === 'move' && <MoveDialog series={series} meeting={meeting} onClose={close} />}
        {(doing === 'skipped' || doing === 'cancelled') && (
          <CallOffDialog series={series} meeting={meeting} as={doing} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
