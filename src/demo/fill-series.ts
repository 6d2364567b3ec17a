import { agendaRoutes } from '../features/agenda/contract.ts';
import { meetingRecordRoutes } from '../features/meeting-records/contract.ts';
import { oneOnOneRoutes } from '../features/one-on-ones/contract.ts';
import type { OneOnOne } from '../features/one-on-ones/contract.ts';
import { preparationRoutes } from '../features/preparation/contract.ts';
import { seriesRoutes } from '../features/series/contract.ts';
import { slotName } from '../features/series/domain/slot.ts';
import { weekly } from '../features/templates/domain/library/weekly.ts';
import { richTextFrom } from './rich-text-from.ts';
import type { DemoSeries } from './series.ts';
import type { Visitor } from './visitor.ts';

/** Words by part; left out where nothing was said. */
export interface DemoUpdate {
  wentWell?: string | undefined;
  couldImprove?: string | undefined;
  mood?: number | undefined;
  confidence?: number | undefined;
}

interface Two {
  manager: Visitor;
  employee: Visitor;
}

/** Set up a little before its first meeting; what was called off is known from the beginning. */
export async function setUpSeries(
  { manager }: Two,
  series: DemoSeries,
  { employeeId, first, dayOf }: { employeeId: string; first: Date; dayOf: (daysAgo: number) => Date },
  timeZone: string,
): Promise<string> {
  const begin = wall(first, timeZone);
  const { every, minutes, place, managerPrepares, employeePrepares } = series;
  const { items } = await manager.call(seriesRoutes.create, {
    body: {
      employeeIds: [employeeId],
      rule: {
        cadence: 'weekly',
        every,
        weekday: begin.dayOfWeek as 1, // as the calendar counts them
        at: begin.toPlainTime().toString({ smallestUnit: 'minute' }),
        timeZone,
        startsOn: begin.toPlainDate().toString(),
      },
      templateId: weekly.id,
      minutes,
      place,
      managerPrepares,
      employeePrepares,
    },
  });
  const seriesId = items[0]?.id ?? '';
  for (const { daysAgo, as, reason } of series.calledOff) {
    const params = { seriesId, slot: slotName(dayOf(daysAgo).toISOString()) };
    await manager.call(seriesRoutes.callOffMeeting, { params, body: { as, reason, version: 0 } });
  }
  return seriesId;
}

/** Three hours later, on the same day. */
export async function moveLate(
  { manager }: Two,
  seriesId: string,
  held: Date,
  { timeZone, reason }: { timeZone: string; reason: string },
): Promise<void> {
  const later = wall(held, timeZone).add({ hours: 3 });
  await manager.call(seriesRoutes.moveMeeting, {
    params: { seriesId, slot: slotName(held.toISOString()) },
    body: {
      date: later.toPlainDate().toString(),
      time: later.toPlainTime().toString({ smallestUnit: 'minute' }),
      reason,
      version: 0,
    },
  });
}

/** The record is made by starting the meeting, with what the employee sent before. */
export async function holdMeeting({ manager }: Two, seriesId: string, held: Date): Promise<OneOnOne> {
  const { oneOnOneId, slot } = await manager.call(meetingRecordRoutes.start, {
    params: { seriesId },
    body: { slot: slotName(held.toISOString()) },
  });
  await manager.call(meetingRecordRoutes.end, { params: { seriesId, slot } });
  return manager.call(oneOnOneRoutes.open, { params: { oneOnOneId } });
}

export async function sendUpdate({ employee }: Two, seriesId: string, given: DemoUpdate): Promise<void> {
  const params = { seriesId };
  const { asked, version } = await employee.call(preparationRoutes.find, { params });
  const answers = asked.flatMap(({ itemId, kind }) => {
    const value = kind === 'mood' ? given.mood : kind === 'rating' ? given.confidence : undefined;
    return value === undefined ? [] : [[itemId, { value }] as const];
  });
  const { wentWell, couldImprove } = given;
  const update = {
    ...(wentWell !== undefined && { wentWell: richTextFrom(wentWell) }),
    ...(couldImprove !== undefined && { couldImprove: richTextFrom(couldImprove) }),
  };
  if (answers.length === 0 && Object.keys(update).length === 0) return;
  const body = { update, answers: Object.fromEntries(answers), version };
  const written = await employee.call(preparationRoutes.write, { params, body });
  await employee.call(preparationRoutes.send, { params, body: { version: written.version } });
}

/** What waits for the next meeting. */
export async function fillAgenda(two: Two, seriesId: string, series: DemoSeries): Promise<void> {
  const params = { seriesId };
  const { objective, topics, points, update } = series;
  for (const { by, kind, text, isPrivate = false } of points) {
    const body = { kind, body: richTextFrom(text), shared: !isPrivate };
    await two[by].call(agendaRoutes.add, { params, body });
  }
  if (objective !== '') {
    const { version } = await two.manager.call(agendaRoutes.open, { params });
    await two.manager.call(agendaRoutes.change, {
      params,
      body: { version, objective, topics: [...topics] },
    });
  }
  if (update !== undefined) await sendUpdate(two, seriesId, update);
}

function wall(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}
