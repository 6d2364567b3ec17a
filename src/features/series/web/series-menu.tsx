import { CalendarPlus, CalendarX2, MoreHorizontal, Settings2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuLine } from '../../../web/ui/menu.tsx';
import type { Template } from '../../templates/contract.ts';
import { seriesRoutes as routes, type Series } from '../contract.ts';
import { MeetingDialogs, MeetingItems, type MeetingAct } from './meeting-menu.tsx';
import { showSeries } from './series-queries.ts';

const ChangeDialog = lazy(async () => import('./change-dialog.tsx'));
const AddMeetingDialog = lazy(async () => import('./add-meeting-dialog.tsx'));

type Doing = MeetingAct | 'change' | 'add' | 'end' | null;

interface SeriesMenuProps {
  series: Series;
  templates: readonly Template[];
}

/** The next meeting and the arrangement: one menu for both. */
export function SeriesMenu({ series, templates }: SeriesMenuProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const params = { seriesId: series.id };
  if (!series.abilities.arrange) return null;
  return (
    <>
      <MenuButton
        label="Series"
        trigger={
          <IconButton label="What to do about the next meeting, or the series">
            <MoreHorizontal size={17} aria-hidden />
          </IconButton>
        }
      >
        {series.next !== null && <MeetingItems onChoose={setDoing} />}
        {series.next !== null && <MenuLine />}
        <MenuItem onAction={() => setDoing('add')} icon={<CalendarPlus size={15} aria-hidden />}>
          Plan another meeting…
        </MenuItem>
        {series.abilities.change && (
          <MenuItem onAction={() => setDoing('change')} icon={<Settings2 size={15} aria-hidden />}>
            Change the arrangement…
          </MenuItem>
        )}
        {series.abilities.change && (
          <MenuItem
            onAction={() => setDoing('end')}
            look="danger"
            icon={<CalendarX2 size={15} aria-hidden />}
          >
            End the series…
          </MenuItem>
        )}
      </MenuButton>
      {series.next !== null && isMeetingAct(doing) && (
        <MeetingDialogs series={series} meeting={series.next} doing={doing} onClose={close} />
      )}
      <Suspense>
        {doing === 'add' && <AddMeetingDialog series={series} onClose={close} />}
        {doing === 'change' && <ChangeDialog series={series} templates={templates} onClose={close} />}
      </Suspense>
      <ConfirmDialog
        title="End this series?"
        isOpen={doing === 'end'}
        onClose={close}
        confirmLabel="End the series"
        look="danger"
        onConfirm={async () => showSeries(await call(routes.end, { params }))}
      >
        No more meetings are planned, and both calendars are told. What was written stays with both of you,
        and you can set up a new one.
      </ConfirmDialog>
    </>
  );
}

function isMeetingAct(doing: Doing): doing is MeetingAct {
  return doing === 'move' || doing === 'skipped' || doing === 'cancelled';
}
