import { sql } from 'kysely';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { remindOfMeetings } from '../../src/features/reminders/server/remind-of-meetings.ts';
import { dbOn } from '../../src/server/database/query.ts';
import { testApp } from '../support/test-app.ts';
import { beginOfWork, isAtWork, isOpen, kinds, spanOf } from './reminder-model.ts';
import { makeTrial } from './reminder-trial.ts';
import type { Trial } from './reminder-trial.ts';

/** A quarter and fifty series in every run of the tests; by `npm run prove` a year and two hundred. */
const days = Number(process.env['DUOLOGUE_REMINDER_DAYS'] ?? 91);
const managers = Number(process.env['DUOLOGUE_REMINDER_SERIES'] ?? 50) / 5;
const seed = Number(process.env['DUOLOGUE_SEED'] ?? Math.floor(Math.random() * 1e9));
const hour = 3_600_000;
/** Of five minutes, from one run to the next. */
const mostSteps = days > 91 ? 11 : 23;
/** In Europe, America and the south the clocks change within the quarter. */
const start = Date.parse('2027-02-15T00:00:00Z');

const test = await testApp();

/** A pool whose connection breaks after so many statements. */
function breaking(pool: pg.Pool, statements: number): pg.Pool {
  let left = statements;
  const query = async (config: pg.QueryConfig) => {
    left -= 1;
    if (left < 0) throw new Error('The process was ended here.');
    return pool.query(config);
  };
  return Object.assign(Object.create(pool) as pg.Pool, { query });
}

interface Told {
  series: string;
  on: string;
  person: string;
  kind: (typeof kinds)[number];
  notice: string;
}

async function toldAt(now: Date): Promise<Told[]> {
  return dbOn(test.pools.worker).all(sql<Told>`
    select series_id as series, meeting_on as on, person_id as person, kind, notice_id as notice
      from meeting_reminder where told_at = ${now}`);
}

describe(`reminders over ${days} days and ${managers * 5} series, seed ${seed}`, () => {
  let trial: Trial;
  beforeAll(async () => {
    test.clock.offset = start - Date.now();
    trial = await makeTrial(test, seed, managers, start);
  }, 600_000);

  it('tell each that is due once, and none of what no longer is', async () => {
    const { random } = trial;
    const told = new Set<string>();
    let downUntil = 0;
    let count = 0;
    // The company came to be while the clock went on: what is looked at before that has nobody in it.
    for (
      let at = start + hour;
      at < start + days * 24 * hour;
      at += 300_000 * (1 + random.below(mostSteps))
    ) {
      const now = new Date(at);
      test.clock.offset = at - Date.now();
      if (random.below(3) === 0) await trial.change(at);
      if (at < downUntil) continue;
      if (random.below(400) === 0) downUntil = at + random.below(40) * hour;
      const settings = { worker: test.pools.worker, clock: () => now, timeZone: 'Europe/Berlin' };
      const isBroken = random.below(40) === 0;
      if (isBroken) {
        const worker = breaking(test.pools.worker, random.below(6));
        await remindOfMeetings({ ...settings, worker }).catch(() => {});
      }
      await (random.below(20) === 0
        ? Promise.all([remindOfMeetings(settings), remindOfMeetings(settings)])
        : remindOfMeetings(settings));
      const rows = await toldAt(now);
      for (const row of rows) {
        const key = `${row.series} ${row.on} ${row.kind} ${row.person}`;
        expect(told.has(key), `twice: ${key}`).toBe(false);
        told.add(key);
        count += 1;
        const series = trial.series.find(({ id }) => id === row.series);
        const person = series?.people.find(({ id }) => id === row.person);
        if (series === undefined || person === undefined) throw new Error(`told of nothing: ${key}`);
        const fits = trial.meetingsOn(series, row.on).some((meeting) => {
          const [from, until] = spanOf(person, row.kind, meeting);
          return isOpen(person, row.kind, meeting) && from <= at && at < until;
        });
        expect(fits, `told of what is not due: ${key} at ${now.toISOString()}`).toBe(true);
        expect(isAtWork(person, at), `told outside working hours: ${key}`).toBe(true);
      }
      const perPerson = new Map<string, Set<string>>();
      for (const { person, notice } of rows)
        perPerson.set(person, (perPerson.get(person) ?? new Set()).add(notice));
      if (!isBroken) for (const notices of perPerson.values()) expect(notices.size).toBe(1);
      if (rows.length > 0 || random.below(8) === 0) expect(missingAt(trial, told, at)).toEqual([]);
    }
    expect(count).toBeGreaterThan(days * managers);
  }, 3_600_000);
});

/** What has to have been told by now. */
function missingAt(trial: Trial, told: ReadonlySet<string>, at: number): string[] {
  const missing: string[] = [];
  for (const series of trial.series) {
    for (const { on, meeting } of trial.meetingsAround(series, at)) {
      for (const person of series.people) {
        if (!isAtWork(person, at)) continue;
        for (const kind of kinds) {
          const key = `${series.id} ${on} ${kind} ${person.id}`;
          if (told.has(key) || !isOpen(person, kind, meeting)) continue;
          const [from, until] = spanOf(person, kind, meeting);
          if (at < from || at >= until) continue;
          // What opens during a day is told of the next morning.
          if (kind === 'finish-record' && meeting.changedAt >= beginOfWork(person, at)) continue;
          missing.push(`${key}, due ${new Date(from).toISOString()}, at ${new Date(at).toISOString()}`);
        }
      }
    }
  }
  return missing;
}
