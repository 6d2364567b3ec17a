import type { Series } from '../../src/features/series/contract.ts';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import type { Method } from '../../src/shared/routes.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn, words } from '../support/pair.ts';
import type { Pair } from '../support/pair.ts';
import { addParticipant } from '../support/participants.ts';
import { startSeries } from '../support/series.ts';
import type { Answer, TestApp } from '../support/test-app.ts';
import { seriesStates } from './expected-series.ts';
import type { SeriesViewer } from './expected-series.ts';

type State = (typeof seriesStates)[number];

/** A series with the two whose it is. */
interface Held {
  pair: Pair;
  series: Series;
  /** Raised by the manager, on the agenda. */
  pointId: string;
}

export interface SeriesWorld {
  /** The statuses of one viewer on one route, state by state. */
  statusesOf: (route: string, viewer: SeriesViewer) => Promise<string>;
  /** What a stranger gets for a series, or for another id in its place. */
  asStranger: (route: string, id?: string) => Promise<Answer>;
}

/** Everybody who could ever stand beside a series, and series that are open and ended. */
export async function seriesWorld(test: TestApp): Promise<SeriesWorld> {
  const admin = await test.addPerson('Ada Lind', { admin: true });
  const stranger = await test.addPerson('Paul Weber');
  const participant = await test.addPerson('Petra Vos');
  const other = await addPair(test, 'Other Manager', 'Other Employee');
  await startSeries(other);
  const newManager = await test.addPerson('New Manager');
  const above = await test.addPerson('Omar Haddad');

  async function heldIn(state: State): Promise<Held> {
    const pair = await addPair(test);
    const series = await startSeries(pair);
    const raised = { kind: 'topic', ...said('Raised'), shared: true };
    const point = await pair.manager.post(`/api/series/${series.id}/talking-points`, raised);
    if (state === 'ended') expectStatus(200, await pair.manager.post(`/api/series/${series.id}/ending`));
    return { pair, series, pointId: expectStatus(201, point).id };
  }

  /** The same for everybody who can change nothing. */
  async function beside(): Promise<Record<State, Held>> {
    const held = { open: await heldIn('open'), ended: await heldIn('ended') };
    for (const { pair } of Object.values(held)) {
      await oneOnOneIn(pair, 'active', async ({ id }) => addParticipant(pair.manager, id, participant));
      await test.addTeam(`Above ${pair.manager.id}`, [above], [pair.manager]);
      await test.addTeam(`Beside ${pair.manager.id}`, [newManager], [pair.employee]);
    }
    return held;
  }

  async function formerPairs(): Promise<Record<State, Held>> {
    const held = { open: await heldIn('open'), ended: await heldIn('ended') };
    await asOwner(test.database.owner, async (db) => {
      const ids = Object.values(held).map(({ pair }) => pair.manager.id);
      await db.run(build.deleteFrom('team_manager').where('person_id', 'in', ids));
    });
    return held;
  }

  const seen = await beside();
  const former = await formerPairs();
  const left = { open: await heldIn('open'), ended: await heldIn('ended') };
  await asOwner(test.database.owner, async (db) => {
    const ids = Object.values(left).map(({ pair }) => pair.employee.id);
    await db.run(build.updateTable('person').set({ active: false }).where('id', 'in', ids));
  });

  const outsiders: Partial<Record<SeriesViewer, string>> = {
    'participant of their one-on-one': participant.cookie,
    'other manager': other.manager.cookie,
    'new manager of the employee': newManager.cookie,
    'manager of the manager': above.cookie,
    admin: admin.cookie,
    stranger: stranger.cookie,
    anonymous: '',
  };

  /** Whoever could change something gets a series of their own for each try. */
  async function placeOf(viewer: SeriesViewer, state: State): Promise<{ held: Held; cookie: string }> {
    switch (viewer) {
      case 'manager':
      case 'employee': {
        const held = await heldIn(state);
        return { held, cookie: held.pair[viewer].cookie };
      }
      case 'former manager':
        return { held: former[state], cookie: former[state].pair.manager.cookie };
      case 'employee of a former manager':
        return { held: former[state], cookie: former[state].pair.employee.cookie };
      case 'deactivated employee':
        return { held: left[state], cookie: left[state].pair.employee.cookie };
      default:
        return { held: seen[state], cookie: outsiders[viewer] ?? '' };
    }
  }

  async function call(route: string, held: Held, cookie: string, id?: string): Promise<Answer> {
    const [method = '', path = ''] = route.split(' ');
    const { series, pointId } = held;
    const url = path
      .replace('{seriesId}', id ?? series.id)
      .replace('{pointId}', id ?? pointId)
      .replace('{slot}', slotOf(series));
    return test.call(method as Method, url, bodyFor(route, series), cookie === '' ? {} : { cookie });
  }

  return {
    statusesOf: async (route, viewer) => {
      const statuses: number[] = [];
      for (const state of seriesStates) {
        const { held, cookie } = await placeOf(viewer, state);
        statuses.push((await call(route, held, cookie)).status);
      }
      return statuses.join(' ');
    },
    asStranger: async (route, id) => call(route, seen.open, stranger.cookie, id),
  };
}

/** The second Tuesday from its start: by hand, so that it is there also when the series has ended. */
function slotOf(series: Series): string {
  const day = Temporal.PlainDate.from(series.rule.startsOn);
  const first = day.add({ days: ((2 - day.dayOfWeek + 7) % 7) + 7 });
  return `${first.toString().replaceAll('-', '')}T100000Z`;
}

function said(text: string): { body: object } {
  return { body: words(text).text };
}

function bodyFor(route: string, series: Series): unknown {
  if (route.includes('/api/talking-points/')) return pointBodyFor(route, series);
  const day = Temporal.PlainDate.from(series.rule.startsOn).add({ days: 20 }).toString();
  switch (route.split('/api/series/{seriesId}')[1]) {
    case '':
      return route.startsWith('PATCH') ? { version: series.version, minutes: 45 } : undefined;
    case '/preparation':
      return route.startsWith('PUT') ? { update: {}, answers: {}, version: 0 } : undefined;
    case '/preparation/sending':
      return route.startsWith('POST') ? { version: 0 } : undefined;
    case '/start':
      return { templateId: weekly.id };
    case '/meetings':
      return route.startsWith('POST') ? { date: day, time: '11:11' } : undefined;
    case '/meetings/{slot}':
      return { date: day, time: '12:12', version: 0 };
    case '/meetings/{slot}/cancellation':
      return route.startsWith('PUT') ? { as: 'skipped', reason: 'Away', version: 0 } : undefined;
    case '/agenda':
      return route.startsWith('PATCH') ? { version: 1, objective: 'Agree' } : undefined;
    case '/talking-points':
      return route.startsWith('POST') ? { kind: 'idea', ...said('Mine') } : undefined;
    default:
      return undefined;
  }
}

function pointBodyFor(route: string, series: Series): unknown {
  if (!/^(PUT|PATCH)/.test(route)) return undefined;
  switch (route.split('{pointId}')[1]) {
    case '':
      return { version: 1, kind: 'win' };
    case '/position':
      return { before: null };
    case '/later':
      return { until: Temporal.PlainDate.from(series.rule.startsOn).add({ days: 20 }).toString() };
    case '/discussion':
      return { isDecision: true };
    case '/private-note':
      return { ...said('Mine'), version: 0 };
    default:
      return undefined;
  }
}
