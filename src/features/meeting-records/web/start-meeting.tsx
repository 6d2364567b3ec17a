import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { refresh } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { localDay, localToday } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { late } from '../../../web/ui/late.ts';
import { LinkButton } from '../../../web/ui/link.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { oneOnOneRoutes } from '../../one-on-ones/contract.ts';
import { seriesRoutes, type Meeting, type Series } from '../../series/contract.ts';
import type { Template } from '../../templates/contract.ts';
import { meetingRecordRoutes as routes } from '../contract.ts';

const ChooseTemplate = late(() => import('./choose-template.tsx'));
const NotToday = late(() => import('./not-today.tsx'));

interface StartMeetingProps {
  series: Series;
  /** In the order they are offered. */
  templates: readonly Template[];
  /** Known once they are loaded. */
  meetings: readonly Meeting[];
}

/** For whoever may hold the meeting: begins it, or leads back to the one that is under way today. */
export function StartMeeting({ series, templates, meetings }: StartMeetingProps) {
  const navigate = useNavigate();
  const { run, isPending, error } = useAction();
  const [asks, setAsks] = useState<'when' | 'template' | null>(null);
  const [slot, setSlot] = useState<string>();
  if (!series.abilities.hold) return null;
  const underWay = meetings.find(
    ({ heldAt, endedAt, oneOnOneId }) =>
      heldAt !== null && endedAt === null && oneOnOneId !== null && localDay(heldAt) === localToday(),
  );
  if (underWay?.oneOnOneId) {
    return (
      <LinkButton
        look="primary"
        to="/one-on-ones/$oneOnOneId/run"
        params={{ oneOnOneId: underWay.oneOnOneId }}
      >
        Back to the meeting
      </LinkButton>
    );
  }
  const { next, rule } = series;
  async function start(slot: string | undefined, templateId?: string) {
    const body = { ...(slot && { slot }), ...(templateId && { templateId }) };
    const { oneOnOneId } = await call(routes.start, { params: { seriesId: series.id }, body });
    void refresh(seriesRoutes.open, seriesRoutes.meetings, seriesRoutes.list, oneOnOneRoutes.list);
    await navigate({ to: '/one-on-ones/$oneOnOneId/run', params: { oneOnOneId } });
  }
  async function startOrChoose(slot: string | undefined) {
    if (series.template !== null) return start(slot);
    setSlot(slot);
    setAsks('template');
  }
  return (
    <>
      <Button
        look="primary"
        isPending={isPending}
        onPress={() => {
          if (next === null || isToday(next, rule.timeZone)) void run(async () => startOrChoose(undefined));
          else setAsks('when');
        }}
      >
        Start the meeting
      </Button>
      {error !== null && <InlineError error={error} />}
      {asks !== null && (
        <Suspense>
          {asks === 'when' && next !== null ? (
            <NotToday next={next} onStart={startOrChoose} onClose={() => setAsks(null)} />
          ) : (
            <ChooseTemplate
              templates={templates}
              onStart={async (templateId) => start(slot, templateId)}
              onClose={() => setAsks(null)}
            />
          )}
        </Suspense>
      )}
    </>
  );
}

/** Where the series was set up, as the server counts days. */
function isToday({ startsAt }: Meeting, timeZone: string): boolean {
  const days = new Intl.DateTimeFormat('sv', { timeZone });
  return days.format(new Date(startsAt)) === days.format(new Date());
}
