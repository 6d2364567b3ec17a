import { sql } from 'kysely';
import type pg from 'pg';
import { dbOn, json } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import { newId } from '../../../server/ids.ts';
import { lookAtSeries, toldKey } from '../domain/look-at-series.ts';
import type { DueReminder } from '../domain/look-at-series.ts';
import { meetingsAround, otherSeriesDue, peopleOf, seriesDue } from './series-to-look-at.ts';
import type { SeriesToLookAt } from './series-to-look-at.ts';

export interface MeetingReminderSettings {
  worker: pg.Pool;
  clock: () => Date;
  /** Of the organisation. */
  timeZone: string;
  log?: { error: (fields: object, text: string) => void };
  /** In milliseconds: what is left then is for the next run. */
  longest?: number;
}

/** A run is over before the next begins. */
const usualLongest = 240_000;

interface SeenSeries {
  series: SeriesToLookAt;
  due: DueReminder[];
  next: Date;
}

/**
 * Looks at every series whose time has come: writes what its two are to be told, one notice a person, and when it is to
 * be looked at next. Run every few minutes by as many processes as there are: what was told is not told again, and what
 * a crash or a day without a process left is found by the next run. Answers how many notices were written.
 */
export async function remindOfMeetings(settings: MeetingReminderSettings): Promise<number> {
  const { worker, clock, longest = usualLongest } = settings;
  const began = performance.now();
  const now = clock();
  const db = dbOn(worker);
  let written = 0;
  for (;;) {
    const batch = await seriesDue(db, now);
    if (batch.length === 0 || worker.ending || performance.now() - began > longest) return written;
    const people = new Set(batch.flatMap(({ manager, employee }) => [manager.id, employee.id]));
    const ids = batch.map(({ id }) => id);
    const others = await otherSeriesDue(db, now, [...people], ids);
    const standing = await pairsThatStand(db, [...batch, ...others]);
    const look = (series: SeriesToLookAt) => seeOrPass(series, standing.has(series.id), now, settings);
    const seen = batch.map(look);
    written += await tell(db, [...seen, ...others.map(look)], people, now);
    await lookLater(db, seen);
  }
}

async function pairsThatStand(db: Db, series: readonly SeriesToLookAt[]): Promise<Set<string>> {
  const rows = await db.all(sql<{ id: string }>`
    select s.id from series s
     where s.id = any(${series.map(({ id }) => id)}::uuid[]) and app.pair_stands(s.manager_id, s.employee_id)`);
  return new Set(rows.map(({ id }) => id));
}

/** One that cannot be looked at holds none of the others up. */
function seeOrPass(
  series: SeriesToLookAt,
  stands: boolean,
  now: Date,
  { timeZone, log }: MeetingReminderSettings,
): SeenSeries {
  try {
    return see(series, stands, now, timeZone);
  } catch (error) {
    log?.error({ err: error }, 'a series could not be looked at for reminders');
    return { series, due: [], next: new Date(now.getTime() + hour) };
  }
}

/** In milliseconds. */
const hour = 3_600_000;

function see(series: SeriesToLookAt, stands: boolean, now: Date, organisationZone: string): SeenSeries {
  const people = peopleOf(series, organisationZone).filter(({ side }) => stands && series[side].may_be_told);
  const told = new Set(
    series.told.map(({ person, kind, on }) => toldKey({ personId: person, kind, meetingOn: on })),
  );
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const { due, next } = lookAtSeries(meetingsAround(series, now), people, told, at);
  return { series, due, next: new Date(next.epochMilliseconds) };
}

/** One notice for each of these people, of everything that is due for them. In the order of ids: two runs never wait for each other. */
async function tell(
  db: Db,
  seen: readonly SeenSeries[],
  people: ReadonlySet<string>,
  now: Date,
): Promise<number> {
  const byPerson = new Map<string, { seriesId: string; meetingOn: string; kind: string }[]>();
  for (const { series, due } of seen.toSorted((a, b) => (a.series.id < b.series.id ? -1 : 1))) {
    for (const { personId, meetingOn, kind } of due) {
      if (!people.has(personId)) continue;
      const list = byPerson.get(personId) ?? [];
      list.push({ seriesId: series.id, meetingOn, kind });
      byPerson.set(personId, list);
    }
  }
  if (byPerson.size === 0) return 0;
  const notices = [...byPerson.keys()].toSorted().map((person) => ({
    notice: newId(),
    person,
    told: byPerson.get(person) ?? [],
  }));
  const rows = await db.all(sql<{ written: number }>`
    select app.remind_of_meetings((n ->> 'notice')::uuid, (n ->> 'person')::uuid, ${now}, n -> 'told') as written
      from jsonb_array_elements(${json(notices)}) as n`);
  return rows.filter((row) => row.written > 0).length;
}

async function lookLater(db: Db, seen: readonly SeenSeries[]): Promise<void> {
  await db.all(sql`
    select app.next_look_at(id, looked, later)
      from unnest(${seen.map(({ series }) => series.id)}::uuid[],
                  ${seen.map(({ series }) => series.look_at)}::timestamptz[],
                  ${seen.map(({ next }) => next)}::timestamptz[]) as x (id, looked, later)`);
}
