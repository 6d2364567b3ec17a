import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { todayIn } from '../../../server/http/today.ts';
import { problem } from '../../../shared/problems.ts';
import { openOfPair } from '../../action-items/server/action-item-reach.ts';
import { emptyAgenda, openPointsFor } from '../../agenda/server/agenda-reach.ts';
import { makeDraft } from '../../one-on-ones/server/draft-reach.ts';
import { openPreparation, usePreparation } from '../../preparation/server/preparation-reach.ts';
import { slotName } from '../../series/domain/slot.ts';
import { beginMeeting } from '../../series/server/begin-meeting-reach.ts';
import { prepareInSeries } from '../../series/server/series-reach.ts';
import type { SeriesRow } from '../../series/server/series-reach.ts';
import { reachTemplate } from '../../templates/server/template-reach.ts';
import type { TemplateRow } from '../../templates/server/template-reach.ts';
import type { Begun } from '../contract.ts';
import { sectionsOfMeeting } from '../domain/bring-in.ts';
import type { Brought } from '../domain/bring-in.ts';

interface Wanted {
  slot?: string | undefined;
  templateId?: string | undefined;
}

/** More promises than the two can talk about stay where they are. */
const mostPromises = 50;

/** Started twice is started once: the second gets the record of the first. */
export async function startMeeting(context: Context, seriesId: string, wanted: Wanted): Promise<Begun> {
  const { db, now } = context;
  const series = await prepareInSeries(context, seriesId, 'hold');
  const meeting = await beginMeeting(context, series, wanted.slot);
  const begun = { slot: slotName(meeting.slotAt), heldAt: meeting.heldAt ?? now.toISOString() };
  if (meeting.oneOnOneId !== null) return { ...begun, oneOnOneId: meeting.oneOnOneId };

  const template = await templateFor(context, series, wanted.templateId);
  const { brought, preparationId } = await bringIn(context, series);
  const oneOnOneId = await makeDraft(
    context,
    {
      employeeId: series.employee_id,
      title: template.title,
      heldOn: todayIn(series.rule.timeZone, now),
    },
    sectionsOfMeeting(template.sections, brought),
  );
  await db.run(
    build.insertInto('meeting_record').values({
      meeting_id: meeting.id,
      series_id: seriesId,
      one_on_one_id: oneOnOneId,
      preparation_id: preparationId,
    }),
  );
  if (preparationId !== null) await usePreparation(db, preparationId, now);
  await emptyAgenda({ db }, seriesId);
  return { ...begun, oneOnOneId };
}

async function templateFor(
  { db }: Context,
  series: SeriesRow,
  templateId = series.template_id ?? undefined,
): Promise<TemplateRow> {
  if (templateId === undefined) {
    throw problem('invalid', {
      errors: [{ path: 'templateId', message: 'Choose a template: this series has none of its own.' }],
    });
  }
  return reachTemplate(db, templateId);
}

async function bringIn(
  context: Context,
  series: SeriesRow,
): Promise<{ brought: Brought; preparationId: string | null }> {
  const { db } = context;
  const points = await openPointsFor(context, series.id);
  const promises = await openOfPair(db, series, mostPromises);
  const preparation = await openPreparation(db, series.id);
  const sent = preparation === undefined || preparation.sent_at === null ? null : preparation;
  return {
    preparationId: sent?.id ?? null,
    brought: {
      // How long it was kept private is nobody's to know.
      points: points.map(({ id, kind, author_id: authorId, body, raised_at, shared_at }) => ({
        id,
        kind,
        authorId,
        body,
        raisedOn: todayIn(series.rule.timeZone, new Date(shared_at ?? raised_at)),
      })),
      promises: promises.map(({ id, text, owner_id: ownerId, due_on: dueOn, held_on: agreedOn }) => ({
        id,
        text,
        ownerId,
        dueOn,
        agreedOn,
      })),
      sent: sent && { update: sent.update, answers: sent.answers, asked: sent.asked },
    },
  };
}
