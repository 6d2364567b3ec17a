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
  const [isChoosing, setChoosing] = useState(false);
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
  async function start(templateId?: string) {
    const params = { seriesId: series.id };
    const { oneOnOneId } = await call(routes.start, { params, body: { ...(templateId && { templateId }) } });
    void refresh(seriesRoutes.open, seriesRoutes.meetings, seriesRoutes.list, oneOnOneRoutes.list);
    await navigate({ to: '/one-on-ones/$oneOnOneId/run', params: { oneOnOneId } });
  }
  return (
    <>
      <Button
        look="primary"
        isPending={isPending}
        onPress={() => (series.template === null ? setChoosing(true) : void run(async () => start()))}
      >
        Start the meeting
      </Button>
      {error !== null && <InlineError error={error} />}
      {isChoosing && (
        <Suspense>
          <ChooseTemplate templates={templates} onStart={start} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  );
}
