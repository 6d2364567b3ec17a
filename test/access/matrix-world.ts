import type { OneOnOne } from '../../src/features/one-on-ones/contract.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import type { Method } from '../../src/shared/routes.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn, words } from '../support/pair.ts';
import type { Pair } from '../support/pair.ts';
import { plantComment } from '../support/comments.ts';
import { addParticipant, removeParticipant } from '../support/participants.ts';
import { sendFile, tinyPng } from '../support/send-file.ts';
import type { Answer, TestApp, TestPerson } from '../support/test-app.ts';
import { states } from './expected.ts';
import type { Viewer } from './expected.ts';

type State = (typeof states)[number];

const leaving = 'DELETE /api/one-on-ones/{oneOnOneId}/participants/{personId}';

export interface MatrixWorld {
  manager: TestPerson;
  stranger: TestPerson;
  /** The statuses of one viewer on one route, state by state. */
  statusesOf: (route: string, viewer: Viewer) => Promise<string>;
  /** What a stranger gets for a one-on-one, or for another id in its place. */
  asStranger: (route: string, id?: string) => Promise<Answer>;
}

/** Everybody who could ever stand beside a one-on-one, and records in every state. */
export async function matrixWorld(test: TestApp): Promise<MatrixWorld> {
  const pair = await addPair(test);
  const omar = await test.addPerson('Omar Haddad');
  const other = await addPair(test, 'Other Manager', 'Other Employee');
  const admin = await test.addPerson('Ada Lind', { admin: true });
  const stranger = await test.addPerson('Paul Weber');
  const participant = await test.addPerson('Petra Vos');
  const formerParticipant = await test.addPerson('Fritz Vos');
  const newManager = await test.addPerson('New Manager');
  const gone = await test.addPerson('Gone Person');
  await test.addTeam('Above', [omar], [pair.manager]);
  await test.addTeam('Beside', [newManager], [pair.employee]);

  // Their managing ends after their records have been made.
  const former = await addPair(test, 'Former Manager', 'Another Employee');
  const deactivated = await addPair(test, 'Staying Manager', 'Leaving Employee');

  const actionItems = new Map<string, string>();
  /** With an action item of the employee's in it. */
  const files = new Map<string, string>();
  async function recordIn(
    of: Pair,
    state: State,
    whileDraft: (draft: OneOnOne) => Promise<unknown> = async () => {},
  ): Promise<OneOnOne> {
    const { id } = await oneOnOneIn(of, state, async (draft) => {
      const body = { text: 'Agreed' };
      const added = await of.manager.post(`/api/one-on-ones/${draft.id}/action-items`, body);
      actionItems.set(draft.id, expectStatus(201, added).id);
      const picture = { name: 'picture.png', content: tinyPng };
      const sent = await sendFile(test, of.manager, `/api/one-on-ones/${draft.id}/files`, picture);
      files.set(draft.id, expectStatus(201, sent).id);
      await whileDraft(draft);
    });
    return expectStatus(200, await of.manager.get(`/api/one-on-ones/${id}`));
  }

  const formerRecords = new Map<State, OneOnOne>();
  const deactivatedRecords = new Map<State, OneOnOne>();
  for (const state of states) {
    formerRecords.set(state, await recordIn(former, state));
    deactivatedRecords.set(state, await recordIn(deactivated, state));
  }
  // The former manager's drafts can go only once, so that row has one of its own.
  const formerDraftToDelete = await recordIn(former, 'draft');
  await asOwner(test.database.owner, async (db) => {
    await db.run(build.deleteFrom('team_manager').where('person_id', '=', former.manager.id));
    await db.run(
      build
        .updateTable('person')
        .set({ active: false })
        .where('id', 'in', [gone.id, deactivated.employee.id]),
    );
  });

  const cookies: Record<Viewer, string> = {
    manager: pair.manager.cookie,
    employee: pair.employee.cookie,
    'former manager': former.manager.cookie,
    participant: participant.cookie,
    'former participant': formerParticipant.cookie,
    'other manager': other.manager.cookie,
    'new manager of the employee': newManager.cookie,
    'manager of the manager': omar.cookie,
    admin: admin.cookie,
    stranger: stranger.cookie,
    anonymous: '',
    'deactivated employee': deactivated.employee.cookie,
  };

  const read = new Map<State, OneOnOne>();
  for (const state of states) {
    read.set(
      state,
      await recordIn(pair, state, async ({ id }) => {
        await addParticipant(pair.manager, id, participant);
        await addParticipant(pair.manager, id, formerParticipant);
      }),
    );
  }
  for (const record of read.values()) await removeParticipant(pair.manager, record.id, formerParticipant);

  const standing: Partial<Record<Viewer, Map<State, OneOnOne>>> = {
    'former manager': formerRecords,
    participant: read,
    'former participant': read,
    'deactivated employee': deactivatedRecords,
  };
  const shared = new Map<State, OneOnOne>();
  /** Whoever could change something gets a record of their own for each try. */
  async function recordFor(viewer: Viewer, state: State, route: string): Promise<OneOnOne> {
    if (
      viewer === 'former manager' &&
      route === 'DELETE /api/one-on-ones/{oneOnOneId}' &&
      state === 'draft'
    ) {
      return formerDraftToDelete;
    }
    if (viewer === 'participant' && route === leaving) {
      return recordIn(pair, state, async ({ id }) => addParticipant(pair.manager, id, participant));
    }
    const kept = standing[viewer]?.get(state);
    if (kept !== undefined) return kept;
    if (viewer === 'manager' || viewer === 'employee') return recordIn(pair, state);
    const known = shared.get(state) ?? (await recordIn(pair, state));
    shared.set(state, known);
    return known;
  }

  async function call(route: string, record: OneOnOne, cookie: string, id = record.id): Promise<Answer> {
    const [method = '', path = ''] = route.split(' ');
    const author = cookie === pair.employee.cookie ? record.employee : record.manager;
    const url = path
      .replace('{oneOnOneId}', id)
      .replace('{personId}', participant.id)
      .replace('{commentId}', path.includes('{commentId}') ? await plantComment(test, record, author.id) : '')
      .replace('{sectionId}', record.sections[0]?.id ?? '')
      .replace('{itemId}', record.sections[0]?.items[1]?.id ?? '')
      .replace('{fileId}', files.get(record.id) ?? '')
      .replace('{actionItemId}', id === record.id ? (actionItems.get(id) ?? '') : id);
    if (route === 'POST /api/one-on-ones/{oneOnOneId}/files') {
      return sendFile(test, { cookie }, url, { name: 'new.txt', content: 'New words' });
    }
    return test.call(method as Method, url, bodyFor(route, record), cookie === '' ? {} : { cookie });
  }

  return {
    manager: pair.manager,
    stranger,
    statusesOf: async (route, viewer) => {
      const statuses: number[] = [];
      for (const state of states) {
        statuses.push((await call(route, await recordFor(viewer, state, route), cookies[viewer])).status);
      }
      return statuses.join(' ');
    },
    asStranger: async (route, id) =>
      call(route, await recordFor('stranger', 'active', route), stranger.cookie, id),
  };
}

function bodyFor(route: string, record: OneOnOne): unknown {
  const item = record.sections[0]?.items[1];
  switch (route) {
    case 'POST /api/one-on-ones/{oneOnOneId}/action-items':
      return { text: 'One more' };
    case 'PATCH /api/action-items/{actionItemId}':
      return { text: 'New words', version: 1 };
    case 'PUT /api/action-items/{actionItemId}/drop':
      return { reason: 'Not needed' };
  }
  switch (route.split('/api/one-on-ones/{oneOnOneId}')[1]) {
    case '':
      return route.startsWith('PATCH') ? { title: 'New title', version: record.version } : undefined;
    case '/sections':
      return { title: 'New section' };
    case '/sections/{sectionId}':
      return route.startsWith('PATCH') ? { title: 'New words' } : undefined;
    case '/items':
      return { sectionId: record.sections[0]?.id, kind: 'note', prompt: 'New item' };
    case '/items/{itemId}':
      return route.startsWith('PATCH') ? { prompt: 'New words' } : undefined;
    case '/items/{itemId}/answer':
      return { answer: { text: { type: 'doc', content: [] } }, version: item?.version };
    case '/comments':
      return { itemId: item?.id, ...words('New comment') };
    case '/comments/{commentId}':
      return route.startsWith('PATCH') ? { ...words('New words'), version: 1 } : undefined;
    case '/addenda':
      return words('New addendum');
    case '/private-note':
      return route.startsWith('PUT') ? { ...words('New note'), version: 0 } : undefined;
    case '/approval':
      return { version: record.version };
    case '/revision-request':
      return { message: 'Please' };
    default:
      return undefined;
  }
}
