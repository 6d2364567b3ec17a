import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { MeetingAhead } from '../../mail/domain/meetings-ahead.ts';
import { isOpenFor } from '../domain/look-at-series.ts';
import type { ReminderKind } from '../domain/meeting-reminders.ts';
import { meetingsAround, peopleOf, seriesById } from './series-to-look-at.ts';
import type { SeriesToLookAt, StandingMeeting } from './series-to-look-at.ts';

interface Settings {
  clock: () => Date;
  /** Of the organisation. */
  timeZone: string;
  baseUrl: URL;
}

interface Told {
  series_id: string;
  meeting_on: string;
  person_id: string;
  kind: ReminderKind;
}

/**
 * For the mail of a reminder: what it told of that still stands as it is sent. A meeting that was moved or called off
 * meanwhile is left out, and so is a record that is finished.
 */
export function meetingsAhead(settings: Settings) {
  return async (db: Db, noticeId: string): Promise<MeetingAhead[]> => {
    const now = settings.clock();
    const told = await db.all(sql<Told>`
      select series_id, meeting_on, person_id, kind from meeting_reminder where notice_id = ${noticeId}`);
    const series = await seriesById(db, now, [...new Set(told.map((one) => one.series_id))]);
    const standing = told.flatMap((one) => {
      const of = series.find(({ id }) => id === one.series_id);
      return of === undefined ? [] : ofMeetings(settings, of, one, now);
    });
    return standing
      .filter((one) => one.task !== 'add-to-agenda' || !isReviewedToo(one, standing))
      .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  };
}

/** Both at once, of a meeting that was planned late: looking through the agenda is to add to it as well. */
function isReviewedToo(one: MeetingAhead, all: readonly MeetingAhead[]): boolean {
  return all.some(
    ({ task, startsAt, counterpartName }) =>
      task === 'review-agenda' && startsAt === one.startsAt && counterpartName === one.counterpartName,
  );
}

function ofMeetings(
  { timeZone, baseUrl }: Settings,
  series: SeriesToLookAt,
  { meeting_on: on, person_id: personId, kind }: Told,
  now: Date,
): MeetingAhead[] {
  const me = peopleOf(series, timeZone).find((person) => person.personId === personId);
  if (me === undefined) return [];
  const counterpartName = series[me.side === 'manager' ? 'employee' : 'manager'].name;
  const page = (path: string) => new URL(path, baseUrl).href;
  const common = (meeting: StandingMeeting) => ({
    counterpartName,
    startsAt: meeting.startsAt,
    timeZone: me.timeZone,
    lacks: { objective: !series.has_objective, topics: !series.has_topics },
  });
  const onDay = meetingsAround(series, now).filter((meeting) => meeting.on === on);
  if (kind !== 'finish-record') {
    const link = page(kind === 'review-agenda' ? `/series/${series.id}/prep` : `/series/${series.id}`);
    return onDay
      .filter((meeting) => meeting.status === 'planned' && Date.parse(meeting.startsAt) > now.getTime())
      .map((meeting) => ({ ...common(meeting), task: kind, link }));
  }
  const task = me.side === 'manager' ? ('finish-record' as const) : ('approve-record' as const);
  return onDay
    .filter((meeting) => isOpenFor(me.side, meeting) && Date.parse(meeting.endsAt) <= now.getTime())
    .map((meeting) => ({
      ...common(meeting),
      task,
      link: page(meeting.oneOnOneId === null ? `/series/${series.id}` : `/one-on-ones/${meeting.oneOnOneId}`),
    }));
}
