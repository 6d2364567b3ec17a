import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import { newId } from '../../src/server/ids.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, words } from '../support/pair.ts';
import type { Pair } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';
import type { Answer } from '../support/test-app.ts';
import {
  meetingAt,
  newSeries,
  onMeeting,
  onPoint,
  onSeries,
  placeOf,
  sides,
  visibleTo,
} from './series-model.ts';
import type {
  Actor,
  MeetingCommand,
  ModelPoint,
  PlainCommand,
  PointCommand,
  SeriesModel,
} from './series-model.ts';
import { seriesSteps } from './series-steps.ts';
import type { MeetingChoice, SeriesStep } from './series-steps.ts';
import { seed } from './sequences.ts';

const test = await testApp();
const outsider = await test.addPerson('Paul Weber');
/** A Monday; the two meet on Tuesdays. */
const begin = Date.parse('2027-03-01T08:00:00Z');
const day = 24 * 3_600_000;

afterAll(() => {
  test.clock.offset = 0;
});

interface Run {
  pair: Pair;
  model: SeriesModel;
  at: string;
}

async function beginRun(): Promise<Run> {
  const model = newSeries();
  goTo(model);
  const pair = await addPair(test);
  const rule = {
    cadence: 'weekly',
    every: 1,
    weekday: 2,
    at: '10:00',
    timeZone: 'UTC',
    startsOn: '2027-03-02',
  };
  const body = { employeeIds: [pair.employee.id], rule, templateId: weekly.id };
  const { items } = expectStatus(201, await pair.manager.post('/api/series', body));
  return { pair, model, at: `/api/series/${items[0].id}` };
}

function goTo({ day: days }: SeriesModel): void {
  test.clock.offset = begin + days * day - Date.now();
}

const dateOf = (days: number) => new Date(begin + days * day).toISOString().slice(0, 10);
const slotName = (slot: number) => `${dateOf(slot * 7 + 1).replaceAll('-', '')}T100000Z`;
const as = ({ pair }: Run, actor: Actor) => (actor === 'outsider' ? outsider : pair[actor]);

async function sendPoint(run: Run, actor: Actor, command: PointCommand, { id }: ModelPoint): Promise<Answer> {
  const person = as(run, actor);
  const url = `/api/talking-points/${id}`;
  switch (command) {
    case 'share':
      return person.put(`${url}/sharing`);
    case 'discuss':
      return person.put(`${url}/discussion`, {});
    case 'undiscuss':
      return person.delete(`${url}/discussion`);
    case 'drop':
      return person.put(`${url}/drop`);
    case 'takeUp':
      return person.delete(`${url}/drop`);
    case 'putOff':
      return person.put(`${url}/later`, { until: dateOf(run.model.day + 3) });
    case 'takeBack':
      return person.delete(`${url}/later`);
    case 'toTheEnd':
      return person.put(`${url}/position`, { before: null });
    case 'remove':
      return person.delete(url);
    case 'note': {
      const { status, body } = await person.get(`${url}/private-note`);
      const version = status === 200 ? body.version : 0;
      return person.put(`${url}/private-note`, { body: words(`Of the ${actor}`).text, version });
    }
  }
}

async function sendMeeting(run: Run, actor: Actor, command: MeetingCommand, slot: number): Promise<Answer> {
  const person = as(run, actor);
  const url = `${run.at}/meetings/${slotName(slot)}`;
  const { version, startsOn } = meetingAt(run.model, slot);
  switch (command) {
    case 'move': {
      const date = dateOf(Math.max(startsOn, run.model.day) + 1);
      return person.patch(url, { date, time: '15:00', version });
    }
    case 'skip':
      return person.put(`${url}/cancellation`, { as: 'skipped', reason: 'Away', version });
    case 'cancel':
      return person.put(`${url}/cancellation`, { as: 'cancelled', version });
    case 'planAgain':
      return person.delete(`${url}/cancellation`);
    case 'start':
      return person.post(`${run.at}/start`, { slot: slotName(slot) });
    case 'endMeeting':
      return person.post(`${url}/ending`);
  }
}

async function sendSeries(run: Run, actor: Actor, command: PlainCommand, id: string): Promise<Answer> {
  const person = as(run, actor);
  const { at } = run;
  const versionAt = async (url: string) => (await person.get(url)).body?.version ?? 0;
  switch (command) {
    case 'addPrivate':
    case 'addShared': {
      const body = { id, kind: 'topic', body: words(`Of the ${actor}`).text };
      return person.post(`${at}/talking-points`, { ...body, shared: command === 'addShared' });
    }
    case 'ready':
      return person.put(`${at}/agenda/ready`);
    case 'notReady':
      return person.delete(`${at}/agenda/ready`);
    case 'objective':
      return person.patch(`${at}/agenda`, { version: await versionAt(`${at}/agenda`), objective: 'Agree' });
    case 'writeUpdate': {
      const version = await versionAt(`${at}/preparation`);
      return person.put(`${at}/preparation`, {
        update: { wentWell: words('Unsent').text },
        answers: {},
        version,
      });
    }
    case 'sendUpdate': {
      const version = await versionAt(`${at}/preparation`);
      return person.post(`${at}/preparation/sending`, { version });
    }
    case 'takeUpdateBack':
      return person.delete(`${at}/preparation/sending`);
    case 'endSeries':
      return person.post(`${at}/ending`);
  }
}

/** Which of the meetings a step is about; null where there is none such. */
function chosen(model: SeriesModel, which: MeetingChoice): number | null {
  const touched = [...model.meetings.entries()].toReversed();
  const weeks = Math.floor(model.day / 7);
  switch (which) {
    case 'next': {
      const slots = Array.from({ length: weeks + model.meetings.size + 2 }, (_, slot) => slot);
      const ahead = slots.filter((slot) => {
        const meeting = meetingAt(model, slot);
        return meeting.status === 'planned' && meeting.startsOn >= model.day;
      });
      return ahead.toSorted((a, b) => meetingAt(model, a).startsOn - meetingAt(model, b).startsOn)[0] ?? null;
    }
    case 'called off':
      return touched.find(([, { status }]) => status === 'skipped' || status === 'cancelled')?.[0] ?? null;
    case 'held':
      return touched.find(([, { status }]) => status === 'held')?.[0] ?? null;
    case 'past':
      return weeks > 0 ? weeks - 1 : null;
  }
}

/** Does one step in both worlds. */
async function take(run: Run, step: SeriesStep): Promise<void> {
  const { model } = run;
  if ('week' in step) {
    model.day += 7;
    goTo(model);
    return;
  }
  if ('managed' in step) return setManaged(run, step.managed);
  const { actor } = step;
  const said = (what: string, { body }: Answer) => `${actor} ${what}: ${JSON.stringify(body)}`;
  if ('point' in step) {
    const point = model.points[step.which % Math.max(1, model.points.length)];
    if (point === undefined) return;
    const answer = await sendPoint(run, actor, step.point, point);
    expect(answer.status, said(step.point, answer)).toBe(onPoint(model, actor, step.point, point));
  } else if ('meeting' in step) {
    const slot = chosen(model, step.which);
    if (slot === null) return;
    const isFresh = meetingAt(model, slot).status === 'planned';
    const brought = model.points.filter((point) => point.shared && placeOf(model, point) === 'open');
    const hadUpdate = model.update === 'sent';
    const answer = await sendMeeting(run, actor, step.meeting, slot);
    expect(answer.status, said(step.meeting, answer)).toBe(onMeeting(model, actor, step.meeting, slot));
    if (answer.status === 201 && isFresh) await expectRecord(run, answer.body.oneOnOneId, brought, hadUpdate);
  } else {
    const id = newId();
    const answer = await sendSeries(run, actor, step.series, id);
    expect(answer.status, said(step.series, answer)).toBe(onSeries(model, actor, step.series, id));
  }
}

async function setManaged({ pair, model }: Run, managed: boolean): Promise<void> {
  model.managed = managed;
  await asOwner(test.database.owner, async (db) => {
    const row = { team_id: pair.teamId, person_id: pair.manager.id };
    const add = build.insertInto('team_manager').values(row);
    if (managed) await db.run(add.onConflict((one) => one.doNothing()));
    else await db.run(build.deleteFrom('team_manager').where('person_id', '=', pair.manager.id));
  });
}

/** What the meeting brought in: the shared open points and what was sent, and no more; the manager's alone as yet. */
async function expectRecord(
  { pair }: Run,
  id: string,
  brought: ModelPoint[],
  hadUpdate: boolean,
): Promise<void> {
  const record = expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}`));
  const items: { given: { point?: { id: string } } | null }[] = record.sections.flatMap(
    (section: { items: object[] }) => section.items,
  );
  const points = items.flatMap(({ given }) => (given?.point === undefined ? [] : [given.point.id]));
  expect(points.toSorted()).toEqual(idsOf(brought));
  expect(JSON.stringify(record).includes('Unsent')).toBe(hadUpdate);
  for (const person of [pair.employee, outsider])
    expect((await person.get(`/api/one-on-ones/${id}`)).status).toBe(404);
}

const idsOf = (points: { id: string }[]) => points.map(({ id }) => id).toSorted();

/** What each of the two sees of the agenda, and that nobody else sees any. */
async function expectAgenda(run: Run): Promise<void> {
  const { model, pair, at } = run;
  for (const side of sides) {
    const agenda = expectStatus(200, await pair[side].get(`${at}/agenda`));
    const visible = visibleTo(model, side);
    const inPlace = (place: string) => visible.filter((point) => placeOf(model, point) === place);
    expect(idsOf(agenda.points), side).toEqual(idsOf(inPlace('open')));
    expect(idsOf(agenda.later), side).toEqual(idsOf(inPlace('later')));
    for (const seen of [...agenda.points, ...agenda.later]) {
      const point = visible.find(({ id }) => id === seen.id);
      expect(seen.hasPrivateNote).toBe(point?.notes.has(side));
      expect(seen.shared).toBe(point?.shared);
    }
    expect(agenda.objective !== '').toBe(model.hasObjective);
    for (const one of sides) expect(agenda.ready[one] !== null).toBe(model.ready[one]);
    expect(agenda.abilities.arrange).toBe(model.managed && !model.ended);
  }
  expect((await outsider.get(`${at}/agenda`)).status).toBe(404);
}

/** Everything else, once the sequence is over. */
async function expectRest({ model, pair, at }: Run): Promise<void> {
  for (const side of sides) {
    const person = pair[side];
    for (const show of ['discussed', 'dropped'] as const) {
      const { items } = expectStatus(200, await person.get(`${at}/talking-points?show=${show}&limit=200`));
      const settled = visibleTo(model, side).filter((point) => placeOf(model, point) === show);
      expect(idsOf(items), `${side} ${show}`).toEqual(idsOf(settled));
    }
    const { ahead, past } = expectStatus(200, await person.get(`${at}/meetings`));
    for (const meeting of [...ahead, ...past]) {
      const known = [...model.meetings.entries()].find(([one]) => slotName(one) === meeting.slot)?.[1];
      expect(meeting.status, `${side} ${meeting.slot}`).toBe(known?.status ?? 'planned');
      const slotOn = Temporal.PlainDate.from(meeting.slot.slice(0, 8)).toString();
      const on = known === undefined ? slotOn : dateOf(known.startsOn);
      expect(meeting.startsAt.slice(0, 10), `${side} ${meeting.slot}`).toBe(on);
    }
    const preparation = expectStatus(200, await person.get(`${at}/preparation`));
    const sees = side === 'employee' ? model.update !== 'none' : model.update === 'sent';
    expect(JSON.stringify(preparation.update).includes('Unsent'), side).toBe(sees);
    expect(preparation.sentAt !== null, side).toBe(model.update === 'sent');
  }
  for (const part of ['', '/meetings', '/preparation', '/look-back', '/talking-points'])
    expect((await outsider.get(`${at}${part}`)).status).toBe(404);
}

/** Whatever becomes of a meeting: no point leaves the agenda by it. */
function leavesAgendaAlone(step: SeriesStep): boolean {
  return (
    'meeting' in step ||
    'week' in step ||
    'managed' in step ||
    ('series' in step && step.series === 'endSeries')
  );
}

describe(`a series of two, seed ${seed}`, () => {
  it('follows the model in 120 random sequences of both and an outsider', async () => {
    await fc.assert(
      fc.asyncProperty(seriesSteps, async (steps) => {
        const run = await beginRun();
        for (const step of steps) {
          const open = run.model.points.filter((point) => placeOf(run.model, point) === 'open');
          await take(run, step);
          if (leavesAgendaAlone(step))
            for (const point of open) expect(placeOf(run.model, point)).toBe('open');
          await expectAgenda(run);
        }
        await expectRest(run);
      }),
      { numRuns: 120, seed },
    );
  }, 300_000);
});

/** How a meeting can come to its end, each as the steps that lead there. */
const ends: Record<string, SeriesStep[]> = {
  'held and ended': [
    { actor: 'manager', meeting: 'start', which: 'next' },
    { actor: 'manager', meeting: 'endMeeting', which: 'held' },
  ],
  'begun and never ended': [{ actor: 'manager', meeting: 'start', which: 'next' }, { week: true }],
  skipped: [{ actor: 'employee', meeting: 'skip', which: 'next' }],
  cancelled: [{ actor: 'manager', meeting: 'cancel', which: 'next' }],
  moved: [{ actor: 'employee', meeting: 'move', which: 'next' }],
  'called off and planned again': [
    { actor: 'manager', meeting: 'skip', which: 'next' },
    { actor: 'employee', meeting: 'planAgain', which: 'called off' },
  ],
  'never held': [{ week: true }],
  'one of a series that is ended': [{ actor: 'manager', series: 'endSeries' }],
  'one of a pair that is none any more': [{ managed: false }, { week: true }],
};

describe('what was not discussed', () => {
  it.each(Object.entries(ends))('is still open after a meeting that was %s', async (_, steps) => {
    const run = await beginRun();
    const bring: PlainCommand[] = ['addShared', 'addShared', 'addPrivate'];
    for (const actor of sides) for (const series of bring) await take(run, { actor, series });
    await take(run, { actor: 'manager', point: 'discuss', which: 0 });
    const seen = async () =>
      Promise.all(
        sides.map(async (side) =>
          idsOf(expectStatus(200, await run.pair[side].get(`${run.at}/agenda`)).points),
        ),
      );
    const before = await seen();
    expect(before.map((ids) => ids.length)).toEqual([4, 4]);
    for (const step of steps) await take(run, step);
    expect(await seen()).toEqual(before);
    await expectAgenda(run);
    await expectRest(run);
  });
});
