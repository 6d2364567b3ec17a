import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, startOneOnOne, words } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager: maya, employee: eli } = pair;
const outsider = await test.addPerson('Paul Weber');

const at = (id: string) => `/api/one-on-ones/${id}`;

async function noticesOf(oneOnOneId: string): Promise<string[]> {
  return asOwner(test.database.owner, async (db) => {
    const rows = await db.all(
      build
        .selectFrom('notice')
        .select('kind')
        .where('one_on_one_id', '=', oneOnOneId)
        .orderBy('at')
        .orderBy('id'),
    );
    return rows.map((row) => row.kind);
  });
}

describe('starting a one-on-one', () => {
  it('copies the template, with the manager’s guidance, as a draft that only the manager can read', async () => {
    const created = await startOneOnOne(pair, { heldOn: '2026-11-24' });
    expect(created).toMatchObject({
      state: 'draft',
      title: weekly.title,
      heldOn: '2026-11-24',
      version: 1,
      yourTurn: true,
      readers: [{ id: maya.id, name: maya.name, as: 'manager' }],
      approval: null,
      revisionRequest: null,
    });
    expect(created.sections.map((section) => section.title)).toEqual(
      weekly.sections.map((section) => section.title),
    );
    expect(created.sections[0]?.guidance).toBe(weekly.sections[0]?.guidance);
    expectStatus(404, await eli.get(at(created.id)));
  });

  it('shares at once when asked to', async () => {
    const created = await startOneOnOne(pair, { share: true });
    expect(created.state).toBe('active');
    expectStatus(200, await eli.get(at(created.id)));
    expect(await noticesOf(created.id)).toEqual(['one-on-one.shared']);
  });

  it('is refused for a person one does not manage, and for oneself', async () => {
    for (const employeeId of [outsider.id, maya.id]) {
      const answer = await maya.post('/api/one-on-ones', { employeeId, templateId: weekly.id });
      expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' });
    }
  });

  it('is refused for a managed person without login access, with the reason', async () => {
    const sam = await test.addPerson('Sam Kaya', { login: false });
    await test.addTeam('Without login', [maya], [sam]);
    const answer = await maya.post('/api/one-on-ones', { employeeId: sam.id, templateId: weekly.id });
    expect(answer.body).toMatchObject({ status: 403, detail: expect.stringContaining('login access') });
  });

  it('takes only a template that one may see', async () => {
    const answer = await maya.post('/api/one-on-ones', {
      employeeId: eli.id,
      templateId: crypto.randomUUID(),
    });
    expect(answer.body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('refuses fields it does not know, and says which', async () => {
    const answer = await maya.post('/api/one-on-ones', {
      employeeId: eli.id,
      templateId: weekly.id,
      state: 'approved',
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path: 'state', message: 'This field is not known.' }] },
    });
  });
});

describe('the date', () => {
  it('is any that the calendar has, and the year 0 is none', async () => {
    const { id, version } = await startOneOnOne(pair);
    for (const heldOn of ['0000-01-01', '2026-02-30', '275760-09-13', '2026-11-24T00:00:00Z']) {
      const answer = await maya.patch(at(id), { heldOn, version });
      expect(answer.body, heldOn).toMatchObject({ status: 422, errors: [{ path: 'heldOn' }] });
    }
    expectStatus(200, await maya.patch(at(id), { heldOn: '0001-01-01', version }));
  });
});

describe('from draft to approved', () => {
  it('goes through every state, tells whoever has to know, and keeps the history', async () => {
    const { id } = await startOneOnOne(pair);
    expect(expectStatus(200, await maya.post(`${at(id)}/sharing`)).state).toBe('active');
    const sent = expectStatus(200, await maya.post(`${at(id)}/approval-request`));
    expect(sent).toMatchObject({ state: 'pending_approval', yourTurn: false });

    const read = expectStatus(200, await eli.get(at(id)));
    expect(read).toMatchObject({
      yourTurn: true,
      abilities: { approve: true, requestRevision: true, edit: false },
    });
    const revised = expectStatus(
      200,
      await eli.post(`${at(id)}/revision-request`, { message: 'The date is wrong.' }),
    );
    expect(revised).toMatchObject({
      state: 'active',
      revisionRequest: { message: 'The date is wrong.', by: { id: eli.id } },
    });

    const changed = expectStatus(
      200,
      await maya.patch(at(id), { heldOn: '2026-11-23', version: revised.version, state: 'active' }),
    );
    const again = expectStatus(200, await maya.post(`${at(id)}/approval-request`));
    expect(again.revisionRequest).toBeNull();
    expect(changed.heldOn).toBe('2026-11-23');

    const body = { version: again.version, remark: 'Agreed, but for the numbers.' };
    const approved = expectStatus(200, await eli.post(`${at(id)}/approval`, body));
    expect(approved).toMatchObject({
      state: 'approved',
      yourTurn: false,
      approval: {
        by: { id: eli.id },
        remark: body.remark,
        digest: expect.stringMatching(/^v3:[0-9a-f]{64}$/),
      },
      abilities: { edit: false, delete: false, approve: false, takeBack: false },
    });
    expect(await noticesOf(id)).toEqual([
      'one-on-one.shared',
      'one-on-one.approval-requested',
      'one-on-one.revision-requested',
      'one-on-one.approval-requested',
      'one-on-one.approved',
    ]);
    const history = expectStatus(200, await maya.get(`${at(id)}/events`));
    expect(history.items.map((event: { kind: string }) => event.kind)).toEqual([
      'approved',
      'approval_requested',
      'edited',
      'revision_requested',
      'approval_requested',
      'shared',
      'created',
    ]);
    const seenByEli = expectStatus(200, await eli.get(`${at(id)}/events`));
    expect(seenByEli.items.map((event: { kind: string }) => event.kind)).not.toContain('created');
  });

  it('sends a draft for approval in one step, with two events and one mail', async () => {
    const { id } = await startOneOnOne(pair);
    expect(expectStatus(200, await maya.post(`${at(id)}/approval-request`)).state).toBe('pending_approval');
    const { items } = expectStatus(200, await maya.get(`${at(id)}/events`));
    expect(items.map((event: { kind: string }) => event.kind)).toEqual([
      'approval_requested',
      'shared',
      'created',
    ]);
    expect(await noticesOf(id)).toEqual(['one-on-one.approval-requested']);
  });

  it('lets nobody approve what they did not see', async () => {
    const { id, version } = await oneOnOneIn(pair, 'pending_approval');
    const answer = await eli.post(`${at(id)}/approval`, { version: version - 1 });
    expect(answer.body).toMatchObject({ status: 409, code: 'stale_version', current: { version } });
    expect(expectStatus(200, await eli.get(at(id))).state).toBe('pending_approval');
  });

  it('wants a message with a request for revision', async () => {
    const { id } = await oneOnOneIn(pair, 'pending_approval');
    const answer = await eli.post(`${at(id)}/revision-request`, { message: '   ' });
    expect(answer.body).toMatchObject({ status: 422, errors: [{ path: 'message' }] });
  });

  it('takes back, and says so', async () => {
    const { id } = await oneOnOneIn(pair, 'pending_approval');
    expect(expectStatus(200, await maya.delete(`${at(id)}/approval-request`)).state).toBe('active');
    expect(await noticesOf(id)).toContain('one-on-one.taken-back');
  });
});

describe('writing', () => {
  it('counts the item and the record up with each answer, and refuses a stale one with what is there', async () => {
    const created = await startOneOnOne(pair);
    const item = created.sections[0]?.items[1];
    const url = `${at(created.id)}/items/${item?.id}/answer`;
    const first = expectStatus(200, await maya.put(url, { answer: words('One'), version: 0 }));
    expect(first).toMatchObject({
      version: 1,
      answer: words('One'),
      oneOnOne: { version: 2, state: 'draft' },
    });
    const stale = await maya.put(url, { answer: words('Two'), version: 0 });
    expect(stale.body).toMatchObject({
      status: 409,
      code: 'stale_version',
      current: { version: 1, answer: words('One') },
    });
  });

  it('takes a value for a mood and a rating alone, within its steps', async () => {
    const created = await startOneOnOne(pair);
    const [mood, question] = created.sections[0]?.items ?? [];
    const put = (id: string | undefined, value: number) =>
      maya.put(`${at(created.id)}/items/${id}/answer`, { answer: { value }, version: 0 });
    expectStatus(200, await put(mood?.id, 5));
    expect((await put(question?.id, 3)).body).toMatchObject({
      status: 422,
      errors: [{ path: 'answer.value' }],
    });
    expect((await put(mood?.id, 6)).body).toMatchObject({ status: 422, errors: [{ path: 'answer.value' }] });
  });

  it('goes back to active when the manager edits while approval is pending, with one mail for ten fields', async () => {
    const pending = await oneOnOneIn(pair, 'pending_approval');
    const items = pending.sections
      .flatMap((section) => section.items)
      .filter((item) => item.kind === 'question');
    const states = [];
    for (const item of items) {
      const url = `${at(pending.id)}/items/${item.id}/answer`;
      states.push(
        expectStatus(200, await maya.put(url, { answer: words('New'), version: 0 })).oneOnOne.state,
      );
    }
    expect(new Set(states)).toEqual(new Set(['active']));
    expect((await noticesOf(pending.id)).filter((kind) => kind === 'one-on-one.reopened')).toHaveLength(1);
  });

  it('refuses a late autosave whose editor saw another state', async () => {
    const pending = await oneOnOneIn(pair, 'pending_approval');
    const url = `${at(pending.id)}/items/${pending.sections[0]?.items[1]?.id}/answer`;
    const answer = await maya.put(url, { answer: words('Late'), version: 0, state: 'active' });
    expect(answer.body).toMatchObject({
      status: 409,
      code: 'wrong_state',
      current: { state: 'pending_approval' },
    });
    expect(expectStatus(200, await eli.get(at(pending.id))).state).toBe('pending_approval');
  });

  it('keeps an approved record as it is, whatever is tried', async () => {
    const { id, version, sections } = await oneOnOneIn(pair, 'approved');
    const item = sections[0]?.items[1];
    const tries = [
      await maya.patch(at(id), { title: 'Other', version }),
      await maya.put(`${at(id)}/items/${item?.id}/answer`, { answer: words('Other'), version: 0 }),
      await maya.post(`${at(id)}/sections`, { title: 'Other' }),
      await maya.delete(`${at(id)}/items/${item?.id}`),
      await maya.delete(at(id)),
      await maya.delete(`${at(id)}/approval-request`),
    ];
    expect(tries.map((answer) => answer.body.code)).toEqual(Array(6).fill('wrong_state'));
  });
});

describe('deleting', () => {
  it('removes a draft without a word, and an active one with a mail', async () => {
    const draft = await startOneOnOne(pair);
    expectStatus(204, await maya.delete(at(draft.id)));
    expectStatus(404, await maya.get(at(draft.id)));
    expect(await noticesOf(draft.id)).toEqual([]);
    const active = await oneOnOneIn(pair, 'active');
    expectStatus(204, await maya.delete(at(active.id)));
    expect(await noticesOf(active.id)).toEqual(['one-on-one.shared', 'one-on-one.deleted']);
  });

  it('is refused while approval is pending', async () => {
    const { id } = await oneOnOneIn(pair, 'pending_approval');
    expect((await maya.delete(at(id))).body).toMatchObject({ status: 409, code: 'wrong_state' });
  });
});

describe('a former manager', () => {
  it('reads, deletes their drafts, and changes nothing else; a pending approval can still be given', async () => {
    const own = await addPair(test, 'Former Manager', 'Kept Employee');
    const draft = await oneOnOneIn(own, 'draft');
    const active = await oneOnOneIn(own, 'active');
    const pending = await oneOnOneIn(own, 'pending_approval');
    await asOwner(test.database.owner, async (db) => {
      await db.run(build.deleteFrom('team_manager').where('person_id', '=', own.manager.id));
    });
    const read = expectStatus(200, await own.manager.get(at(active.id)));
    expect(read).toMatchObject({
      stillManaged: false,
      yourTurn: false,
      abilities: { edit: false, delete: false },
    });
    expectStatus(403, await own.manager.patch(at(active.id), { title: 'Other', version: active.version }));
    expectStatus(403, await own.manager.delete(at(active.id)));
    expectStatus(204, await own.manager.delete(at(draft.id)));
    const refused = await own.employee.post(`${at(pending.id)}/revision-request`, { message: 'Please' });
    expect(refused.body).toMatchObject({ status: 403, detail: expect.stringContaining('no longer manages') });
    expectStatus(200, await own.employee.post(`${at(pending.id)}/approval`, { version: pending.version }));
  });
});

describe('looking back', () => {
  it('shows beside each item the pair’s last answer to the same item, also when the order changed', async () => {
    const own = await addPair(test, 'Nadia Novak', 'Ben Ito');
    const before = await startOneOnOne(own, { heldOn: '2026-11-10', share: true });
    const item = before.sections[1]?.items[0];
    expectStatus(
      200,
      await own.manager.put(`${at(before.id)}/items/${item?.id}/answer`, {
        answer: words('Went well'),
        version: 0,
      }),
    );
    const now = await startOneOnOne(own, { heldOn: '2026-11-17' });
    const { items, before: records } = expectStatus(
      200,
      await own.manager.get(`${at(now.id)}/previous-answers`),
    );
    expect(items).toEqual([
      {
        itemId: now.sections[1]?.items[0]?.id,
        answer: words('Went well'),
        from: { id: before.id, title: before.title, heldOn: '2026-11-10' },
      },
    ]);
    expect(records.map((record: { id: string }) => record.id)).toEqual([before.id]);
  });

  it('shows what changed since approval was last asked for', async () => {
    const pending = await oneOnOneIn(pair, 'pending_approval');
    const item = pending.sections[1]?.items[0];
    expectStatus(200, await eli.post(`${at(pending.id)}/revision-request`, { message: 'Add the launch.' }));
    const url = `${at(pending.id)}/items/${item?.id}/answer`;
    expectStatus(200, await maya.put(url, { answer: words('The launch'), version: 0 }));
    expectStatus(200, await maya.post(`${at(pending.id)}/approval-request`));
    const { items } = expectStatus(200, await eli.get(`${at(pending.id)}/changes`));
    expect(items).toEqual([
      { kind: 'answer', how: 'added', label: item?.prompt, before: null, after: 'The launch' },
    ]);
  });
});
