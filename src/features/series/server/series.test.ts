import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import { newId } from '../../../server/ids.ts';
import type { Meeting, Series } from '../contract.ts';

const test = await testApp();
const timeZone = 'Europe/Berlin';
const rule = { cadence: 'weekly', every: 1, weekday: 2, at: '10:00', timeZone, startsOn: '2027-03-01' };

/** A moment that the application takes for now. */
function nowIs(local: string): void {
  test.clock.offset = Temporal.ZonedDateTime.from(`${local}[${timeZone}]`).epochMilliseconds - Date.now();
}

async function startSeries(pair: Pair, more: object = {}): Promise<Series> {
  const body = { employeeIds: [pair.employee.id], rule, ...more };
  return expectStatus(201, await pair.manager.post('/api/series', body)).items[0];
}

const wall = (meeting: Meeting) =>
  Temporal.Instant.from(meeting.startsAt).toZonedDateTimeISO(timeZone).toPlainDateTime().toString();

describe('a series', () => {
  let pair: Pair;
  beforeEach(async () => {
    nowIs('2027-03-01T08:00');
    pair = await addPair(test);
  });

  it('meets at the same time on the wall, across daylight saving, and the two see the same', async () => {
    const series = await startSeries(pair);
    for (const person of [pair.manager, pair.employee]) {
      const { ahead, past } = expectStatus(200, await person.get(`/api/series/${series.id}/meetings`));
      expect(ahead.map(wall)).toEqual([
        '2027-03-02T10:00:00',
        '2027-03-09T10:00:00',
        '2027-03-16T10:00:00',
        '2027-03-23T10:00:00',
        '2027-03-30T10:00:00',
        '2027-04-06T10:00:00',
        '2027-04-13T10:00:00',
        '2027-04-20T10:00:00',
      ]);
      expect(past).toEqual([]);
    }
    expect(expectStatus(200, await pair.employee.get(`/api/series/${series.id}`))).toMatchObject({
      template: null,
      next: { slot: '20270302T090000Z' },
      abilities: { change: false, arrange: true, hold: false },
    });
  });

  it('is one for a pair: a second is refused by name, and so is one in the past or in no zone', async () => {
    await startSeries(pair);
    const body = { employeeIds: [pair.employee.id], rule };
    const again = expectStatus(409, await pair.manager.post('/api/series', body));
    expect(again.detail).toContain('Eli Larsen');
    const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
    const past = { employeeIds: [other.employee.id], rule: { ...rule, startsOn: '2027-02-28' } };
    expect(expectStatus(422, await other.manager.post('/api/series', past)).errors).toEqual([
      { path: 'rule.startsOn', message: 'Choose a day from today on.' },
    ]);
    const farOff = { employeeIds: [other.employee.id], rule: { ...rule, startsOn: '9999-12-31' } };
    expect(expectStatus(422, await other.manager.post('/api/series', farOff)).errors).toEqual([
      { path: 'rule.startsOn', message: 'Choose a day within two years.' },
    ]);
    const nowhere = { employeeIds: [other.employee.id], rule: { ...rule, timeZone: 'Mars/Olympus' } };
    expectStatus(422, await other.manager.post('/api/series', nowhere));
    expectStatus(404, await pair.employee.post('/api/series', { employeeIds: [crypto.randomUUID()], rule }));
    expectStatus(403, await pair.employee.post('/api/series', { employeeIds: [other.employee.id], rule }));
  });

  it('is set up with a whole team at once, one after the other', async () => {
    const second = await test.addPerson('Nina Roth');
    await test.addTeam('More', [pair.manager], [second]);
    const body = { employeeIds: [pair.employee.id, second.id], oneAfterTheOther: true, rule, minutes: 45 };
    const { items } = expectStatus(201, await pair.manager.post('/api/series', body));
    expect(items.map((series: Series) => series.rule.at)).toEqual(['10:00', '10:45']);
    const others = [await test.addPerson('Tom Okafor'), await test.addPerson('Paul Weiss')];
    await test.addTeam('Late', [pair.manager], others);
    const late = { ...body, employeeIds: others.map(({ id }) => id), rule: { ...rule, at: '23:30' } };
    expect(expectStatus(422, await pair.manager.post('/api/series', late)).errors).toEqual([
      { path: 'employeeIds', message: expect.stringContaining('not all fit into the day') },
    ]);
  });

  it('takes a new rule from now on, and keeps what was before', async () => {
    const series = await startSeries(pair);
    nowIs('2027-03-17T09:00');
    const url = `/api/series/${series.id}`;
    const monthly = { ...rule, cadence: 'monthly', nth: -1, weekday: 5, at: '15:00', startsOn: '2027-03-17' };
    const stale = await pair.manager.patch(url, { version: 9, rule: monthly });
    expect(expectStatus(409, stale).code).toBe('stale_version');
    expectStatus(403, await pair.employee.patch(url, { version: 1, rule: monthly }));
    expectStatus(200, await pair.manager.patch(url, { version: 1, rule: monthly }));
    const { ahead, past, regularity } = expectStatus(200, await pair.employee.get(`${url}/meetings`));
    expect(ahead.slice(0, 2).map(wall)).toEqual(['2027-03-26T15:00:00', '2027-04-30T15:00:00']);
    expect(past.map(wall)).toEqual(['2027-03-16T10:00:00', '2027-03-09T10:00:00', '2027-03-02T10:00:00']);
    expect(regularity).toEqual({ held: 0, movedLate: 0, skipped: 0, cancelled: 0, notHeld: 3 });
  });

  it('of ten years shows its last meetings, and takes a new rule as well as a new one does', async () => {
    const series = await startSeries(pair);
    const url = `/api/series/${series.id}`;
    // Every one was held, but for the last.
    const held = Array.from({ length: 520 }, (_, week) =>
      Temporal.ZonedDateTime.from(`2027-03-02T10:00[${timeZone}]`)
        .add({ weeks: week })
        .toInstant()
        .toString(),
    );
    await asOwner(test.database.owner, (db) =>
      db.run(
        build.insertInto('meeting').values(
          held.map((slot) => ({
            id: newId(),
            series_id: series.id,
            slot_at: slot,
            starts_at: slot,
            minutes: 30,
            status: 'held',
            held_at: slot,
            ended_at: null,
            changed_at: slot,
          })),
        ),
      ),
    );
    nowIs('2037-02-18T09:00');
    const { past, regularity } = expectStatus(200, await pair.employee.get(`${url}/meetings`));
    expect(past.map(wall).slice(0, 2)).toEqual(['2037-02-17T10:00:00', '2037-02-10T10:00:00']);
    expect(regularity).toEqual({ held: 11, movedLate: 0, skipped: 0, cancelled: 0, notHeld: 1 });
    const rare = { ...rule, weekday: 3, startsOn: '2037-02-18' };
    expectStatus(200, await pair.manager.patch(url, { version: 1, rule: rare }));
    const after = expectStatus(200, await pair.employee.get(`${url}/meetings`));
    expect(after.regularity).toEqual(regularity);
    // One from the beginning is still the one that was held.
    const to = { date: '2037-03-01', time: '10:00', version: 0 };
    const first = await pair.manager.patch(`${url}/meetings/20270302T090000Z`, to);
    expect(expectStatus(409, first).detail).toContain('has been held');
  });

  it('ends by its manager, or with the pair: nothing ahead, everything readable, a new one can begin', async () => {
    const series = await startSeries(pair);
    expectStatus(403, await pair.employee.post(`/api/series/${series.id}/ending`));
    const ended = expectStatus(200, await pair.manager.post(`/api/series/${series.id}/ending`));
    expect(ended).toMatchObject({ isOpen: false, next: null, ended: { because: 'ended_by_manager' } });
    expectStatus(
      409,
      await pair.manager.post(`/api/series/${series.id}/meetings`, { date: '2027-03-05', time: '10:00' }),
    );
    const second = await startSeries(pair);
    await asOwner(test.database.owner, (db) =>
      db.run(build.deleteFrom('team_manager').where('person_id', '=', pair.manager.id)),
    );
    for (const person of [pair.manager, pair.employee]) {
      const seen = expectStatus(200, await person.get(`/api/series/${second.id}`));
      expect(seen).toMatchObject({ isOpen: false, next: null, abilities: { arrange: false, change: false } });
      expect(expectStatus(200, await person.get('/api/series')).items).toHaveLength(2);
    }
    const newManager = await test.addPerson('New Manager');
    await test.addTeam('New', [newManager], [pair.employee]);
    expectStatus(404, await newManager.get(`/api/series/${second.id}`));
    expect(expectStatus(200, await newManager.get('/api/series')).items).toEqual([]);
  });
});

describe('a meeting', () => {
  let pair: Pair;
  let url: string;
  beforeAll(async () => {
    nowIs('2027-03-01T08:00');
    pair = await addPair(test, 'Maya Lind', 'Eli Berg');
    url = `/api/series/${(await startSeries(pair)).id}/meetings`;
  });

  it('is moved by either, keeps its slot, and says how late that was', async () => {
    nowIs('2027-03-01T08:00');
    const slot = '20270309T090000Z';
    const to = { date: '2027-03-10', time: '14:00', version: 0, reason: 'Travel' };
    const moved = expectStatus(200, await pair.employee.patch(`${url}/${slot}`, to));
    expect(moved).toMatchObject({ slot, late: false, version: 1, reason: 'Travel' });
    expect(wall(moved)).toBe('2027-03-10T14:00:00');
    nowIs('2027-03-09T20:00');
    const again = { date: '2027-03-11', time: '14:00', version: 1 };
    expect(expectStatus(200, await pair.manager.patch(`${url}/${slot}`, again))).toMatchObject({
      late: true,
    });
    const stale = expectStatus(409, await pair.employee.patch(`${url}/${slot}`, again));
    expect(stale).toMatchObject({ code: 'stale_version', current: { version: 2 } });
  });

  it('is moved by one of two who move it at the same time', async () => {
    nowIs('2027-03-01T08:00');
    const to = (time: string) => ({ date: '2027-03-17', time, version: 0 });
    const answers = await Promise.all([
      pair.manager.patch(`${url}/20270316T090000Z`, to('09:00')),
      pair.employee.patch(`${url}/20270316T090000Z`, to('11:00')),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it.each([
    ['before now', { date: '2027-02-01', time: '10:00' }, 'date', 'Choose a time from now on.'],
    [
      'into the gap of the clock',
      { date: '2027-03-28', time: '02:30' },
      'time',
      'the clocks are put forward',
    ],
    ['ten years ahead', { date: '2037-03-28', time: '10:00' }, 'date', 'within two years'],
    ['onto another one', { date: '2027-04-06', time: '10:00' }, 'time', 'Another meeting of the two of you'],
    ['to no day', { date: '2027-02-30', time: '10:00' }, 'date', 'Enter a date'],
  ])('is not moved %s', async (_, to, path, message) => {
    nowIs('2027-03-01T08:00');
    const body = { ...to, version: 0 };
    const { errors } = expectStatus(422, await pair.manager.patch(`${url}/20270323T090000Z`, body));
    expect(errors).toEqual([{ path, message: expect.stringContaining(message) }]);
  });

  it('that the rule does not have does not exist', async () => {
    for (const slot of ['20270324T090000Z', '20270227T090000Z', '20271399T990000Z', 'x']) {
      const body = { date: '2027-03-25', time: '10:00', version: 0 };
      expectStatus(404, await pair.manager.patch(`${url}/${slot}`, body));
    }
  });

  it('is skipped with a word why, seen by both, and planned again', async () => {
    nowIs('2027-03-01T08:00');
    const slot = `${url}/20270330T080000Z/cancellation`;
    expectStatus(200, await pair.manager.put(slot, { as: 'skipped', reason: 'Holiday', version: 0 }));
    const { ahead } = expectStatus(200, await pair.employee.get(url));
    expect(ahead).toContainEqual(expect.objectContaining({ status: 'skipped', reason: 'Holiday' }));
    const instead = await pair.manager.post(url, { date: '2027-03-30', time: '10:00' });
    expect(expectStatus(409, instead).detail).toContain('Plan that one again');
    expect(expectStatus(200, await pair.employee.delete(slot))).toMatchObject({
      status: 'planned',
      reason: '',
    });
  });

  it('is planned again only where no other one of the two begins meanwhile', async () => {
    nowIs('2027-03-01T08:00');
    const slot = `${url}/20270504T080000Z/cancellation`;
    expectStatus(200, await pair.manager.put(slot, { as: 'skipped', version: 0 }));
    const next = `${url}/20270511T080000Z`;
    const there = { date: '2027-05-04', time: '10:00' };
    expectStatus(200, await pair.manager.patch(next, { ...there, version: 0 }));
    expect(expectStatus(409, await pair.employee.delete(slot)).detail).toContain('Another meeting');
    expectStatus(200, await pair.manager.patch(next, { date: '2027-05-11', time: '10:00', version: 1 }));
    expectStatus(200, await pair.employee.delete(slot));
    // And not onto this one, now that it is there again.
    expectStatus(422, await pair.manager.patch(next, { ...there, version: 2 }));
  });

  it('that was moved late stays so, whoever plans it again', async () => {
    nowIs('2027-03-15T20:00');
    const slot = `${url}/20270420T080000Z`;
    nowIs('2027-04-19T20:00');
    const to = { date: '2027-04-21', time: '10:00', version: 0, reason: 'Travel' };
    expect(expectStatus(200, await pair.manager.patch(slot, to))).toMatchObject({ late: true });
    const known = { status: 'planned', late: true, reason: 'Travel', version: 1 };
    expect(expectStatus(200, await pair.manager.delete(`${slot}/cancellation`))).toMatchObject(known);
    expectStatus(200, await pair.manager.put(`${slot}/cancellation`, { as: 'skipped', version: 1 }));
    expect(expectStatus(200, await pair.manager.delete(`${slot}/cancellation`)).late).toBe(true);
  });

  it('is agreed on beside the rule, once at a time, and in two the clock shows twice it is the first', async () => {
    nowIs('2027-03-01T08:00');
    const extra = { date: '2027-10-31', time: '02:30' };
    const added = expectStatus(201, await pair.employee.post(url, extra));
    expect(added).toMatchObject({ startsAt: expect.stringContaining('T00:30'), isExtra: true });
    expectStatus(409, await pair.manager.post(url, extra));
    expectStatus(409, await pair.manager.post(url, { date: '2027-04-06', time: '10:00' }));
  });

  it('tells the other, and updates the calendar of whoever did it, without a word of why', async () => {
    nowIs('2027-03-01T08:00');
    const body = { as: 'cancelled', reason: 'Dentist', version: 0 };
    expectStatus(200, await pair.employee.put(`${url}/20270413T080000Z/cancellation`, body));
    const kinds = await asOwner(test.database.owner, (db) =>
      db.all<{ kind: string; recipient_id: string }>(
        build
          .selectFrom('notice')
          .select(['kind', 'recipient_id'])
          .where('meeting_slot', '=', new Date('2027-04-13T08:00Z').toISOString()),
      ),
    );
    expect(kinds).toHaveLength(2);
    expect(kinds).toContainEqual({ kind: 'meeting.called-off', recipient_id: pair.manager.id });
    expect(kinds).toContainEqual({ kind: 'calendar.updated', recipient_id: pair.employee.id });
  });

  it('beside the rule is planned thirty times at most', async () => {
    nowIs('2027-03-01T08:00');
    const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
    const at = `/api/series/${(await startSeries(other)).id}/meetings`;
    const extra = (n: number) => ({
      date: '2027-06-03',
      time: `${String(n % 24).padStart(2, '0')}:${n < 24 ? 10 : 40}`,
    });
    for (let n = 0; n < 30; n += 1) expectStatus(201, await other.employee.post(at, extra(n)));
    expectStatus(409, await other.employee.post(at, extra(30)));
  });

  it('that is over stays as it went', async () => {
    nowIs('2027-05-12T08:00');
    const body = { as: 'skipped', version: 0 };
    expectStatus(409, await pair.manager.put(`${url}/20270511T080000Z/cancellation`, body));
  });
});
