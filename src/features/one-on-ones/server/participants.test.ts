import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, words } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager: maya, employee: eli } = pair;
const petra = await test.addPerson('Petra Vos');

const at = (id: string) => `/api/one-on-ones/${id}`;
const reader = (id: string, person: Pick<TestPerson, 'id'> = petra) => `${at(id)}/participants/${person.id}`;
const namesOf = (people: { name: string }[]) => people.map(({ name }) => name);

/** Who was told what, in order. */
async function toldOf(id: string): Promise<string[]> {
  const rows = await asOwner(test.database.owner, (db) =>
    db.all(sql<{ told: string }>`
      select replace(n.kind, 'one-on-one.', '') || ' → ' || p.name as told
        from notice n join person p on p.id = n.recipient_id
       where n.one_on_one_id = ${id} order by n.at, n.ctid`),
  );
  return rows.map(({ told }) => told);
}

const eventsOf = async (id: string, person = maya) =>
  expectStatus(200, await person.get(`${at(id)}/events`)).items.map(
    (event: { kind: string; person?: { name: string } }) =>
      event.kind.startsWith('participant') ? `${event.kind} ${event.person?.name}` : event.kind,
  );

describe('a reader added to a draft', () => {
  it('reads it from sharing on, and is told then', async () => {
    const { id, version } = await oneOnOneIn(pair, 'draft');
    const added = expectStatus(200, await maya.put(reader(id)));
    expect(added.version).toBe(version + 1);
    expect(namesOf(added.readers)).toEqual(['Maya Adler']);
    expect(namesOf(added.participants)).toEqual(['Petra Vos']);
    expect((await petra.get(at(id))).status).toBe(404);
    expect(await toldOf(id)).toEqual([]);
    const shared = expectStatus(200, await maya.post(`${at(id)}/sharing`));
    expect(namesOf(shared.readers)).toEqual(['Maya Adler', 'Eli Larsen', 'Petra Vos']);
    expect(expectStatus(200, await petra.get(at(id))).abilities).toMatchObject({
      leave: true,
      comment: false,
    });
    expect(await toldOf(id)).toEqual(['shared → Eli Larsen', 'participant-added → Petra Vos']);
    // That somebody was added before sharing is the manager's alone.
    expect(await eventsOf(id)).toContain('participant_added Petra Vos');
    expect(await eventsOf(id, eli)).toEqual(['shared']);
  });

  it('is told once when it is shared and sent in one step', async () => {
    const { id } = await oneOnOneIn(pair, 'draft');
    expectStatus(200, await maya.put(reader(id)));
    expectStatus(200, await maya.post(`${at(id)}/approval-request`));
    expect(await toldOf(id)).toEqual(['approval-requested → Eli Larsen', 'participant-added → Petra Vos']);
  });
});

describe('a reader added after sharing', () => {
  it('reads at once; both the reader and the employee are told, and adding twice changes nothing', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    const first = expectStatus(200, await maya.put(reader(id)));
    expect(expectStatus(200, await maya.put(reader(id)))).toEqual(first);
    expectStatus(200, await petra.get(at(id)));
    expect(await toldOf(id)).toEqual([
      'shared → Eli Larsen',
      'participant-added → Petra Vos',
      'reader-added → Eli Larsen',
    ]);
    expect(await eventsOf(id, eli)).toEqual(['participant_added Petra Vos', 'shared']);
    const listed = expectStatus(200, await petra.get('/api/one-on-ones?view=shared-with-me'));
    expect(listed.items.map((one: { id: string }) => one.id)).toContain(id);
  });

  it('reads the record alone: no guidance, no message of a revision, nothing of before', async () => {
    const { id } = await oneOnOneIn(pair, 'pending_approval', (draft) => maya.put(reader(draft.id)));
    expectStatus(200, await eli.post(`${at(id)}/revision-request`, { message: 'Too harsh' }));
    const seen = expectStatus(200, await petra.get(at(id)));
    expect(seen.revisionRequest).toBeNull();
    expect(expectStatus(200, await eli.get(at(id))).revisionRequest.message).toBe('Too harsh');
    expect(seen.sections.every((section: { guidance: unknown }) => section.guidance === null)).toBe(true);
    expect(JSON.stringify(expectStatus(200, await petra.get(`${at(id)}/events`)))).not.toContain('harsh');
    for (const part of ['previous-answers', 'changes']) {
      expect((await petra.get(`${at(id)}/${part}`)).status, part).toBe(403);
    }
  });

  it('is told when the record is deleted, like the employee', async () => {
    const { id } = await oneOnOneIn(pair, 'active', (draft) => maya.put(reader(draft.id)));
    const other = await oneOnOneIn(pair, 'active');
    expectStatus(200, await maya.put(reader(other.id)));
    expectStatus(204, await maya.delete(at(id)));
    const rows = await asOwner(test.database.owner, (db) =>
      db.all(sql<{ name: string }>`
        select p.name from notice n join person p on p.id = n.recipient_id
         where n.kind = 'one-on-one.deleted' order by p.name`),
    );
    expect(namesOf(rows)).toEqual(['Eli Larsen', 'Petra Vos']);
  });
});

describe('a one-on-one whose readers change', () => {
  const first = async (): Promise<{ id: string; updatedAt: string }> =>
    expectStatus(200, await maya.get('/api/one-on-ones?limit=1')).items[0];

  it('is the first in the list of what changed, once approved no more', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    const other = await oneOnOneIn(pair, 'active');
    expect((await first()).id).toBe(other.id);
    const before = expectStatus(200, await maya.get(at(id))).updatedAt;
    const { updatedAt } = expectStatus(200, await maya.put(reader(id)));
    expect(updatedAt > before).toBe(true);
    expect(await first()).toMatchObject({ id, updatedAt });
    await maya.put(reader(other.id));
    expectStatus(204, await petra.delete(reader(id)));
    expect((await first()).id).toBe(id);
    expect((await first()).updatedAt > updatedAt).toBe(true);
    const approved = await oneOnOneIn(pair, 'approved', (draft) => maya.put(reader(draft.id)));
    expectStatus(204, await maya.delete(reader(approved.id)));
    expect(expectStatus(200, await maya.get(at(approved.id))).updatedAt).toBe(approved.updatedAt);
  });
});

describe('who can be a reader', () => {
  it('is nobody of the pair, and nobody who cannot sign in: each with what to do', async () => {
    const { id } = await oneOnOneIn(pair, 'draft');
    const gone = await test.addPerson('Gone Person', { active: false });
    const without = await test.addPerson('No Login', { login: false });
    for (const person of [maya, eli, gone, without]) {
      const { status, body } = await maya.put(reader(id, person));
      expect([status, body.errors[0].path], person.name).toEqual([422, 'personId']);
      expect(body.errors[0].message).toContain('Choose somebody');
    }
    expect((await maya.put(reader(id, { id: crypto.randomUUID() }))).status).toBe(404);
  });
});

describe('a reader who goes', () => {
  it.each(['active', 'pending_approval', 'approved'] as const)(
    'is out at once when the manager removes them from one that is %s, and is told; the employee is not',
    async (state) => {
      const { id } = await oneOnOneIn(pair, state, (draft) => maya.put(reader(draft.id)));
      const before = (await toldOf(id)).length;
      expectStatus(204, await maya.delete(reader(id)));
      for (const part of ['', '/events', '/receipts']) {
        expect((await petra.get(`${at(id)}${part}`)).status, part).toBe(404);
      }
      expect(namesOf(expectStatus(200, await eli.get(at(id))).readers)).toEqual(['Maya Adler', 'Eli Larsen']);
      expect((await toldOf(id)).slice(before)).toEqual(['participant-removed → Petra Vos']);
      expect((await eventsOf(id, eli))[0]).toBe('participant_removed Petra Vos');
      expectStatus(204, await maya.delete(reader(id)));
      expect((await eventsOf(id, eli)).filter((kind: string) => kind.includes('removed'))).toHaveLength(1);
    },
  );

  it.each(['active', 'pending_approval', 'approved'] as const)(
    'leaves one that is %s by themselves, and removes nobody else',
    async (state) => {
      const second = await test.addPerson('Second Reader');
      const { id } = await oneOnOneIn(pair, state, async (draft) => {
        await maya.put(reader(draft.id));
        await maya.put(reader(draft.id, second));
      });
      expect((await petra.delete(reader(id, second))).status).toBe(403);
      expect((await eli.delete(reader(id))).status).toBe(403);
      expectStatus(204, await petra.delete(reader(id)));
      expect((await petra.get(at(id))).status).toBe(404);
      expect((await petra.delete(reader(id))).status).toBe(404);
      expectStatus(200, await second.get(at(id)));
      expect((await eventsOf(id))[0]).toBe('participant_left Petra Vos');
    },
  );

  it('stays named in what was approved, where the digest names them', async () => {
    const { id } = await oneOnOneIn(pair, 'approved', (draft) => maya.put(reader(draft.id)));
    expectStatus(204, await petra.delete(reader(id)));
    const after = expectStatus(200, await maya.get(at(id)));
    expect(after.approval.participantIds).toEqual([petra.id]);
    expect(after.participants).toEqual([]);
    expect((await maya.put(reader(id))).status).toBe(409);
  });

  it('makes an approval of the version before stale: who reads it has changed', async () => {
    const { id, version } = await oneOnOneIn(pair, 'pending_approval', (draft) => maya.put(reader(draft.id)));
    expectStatus(204, await maya.delete(reader(id)));
    expect((await eli.post(`${at(id)}/approval`, { version })).body.code).toBe('stale_version');
    const now = expectStatus(200, await eli.get(at(id)));
    expectStatus(200, await eli.post(`${at(id)}/approval`, { version: now.version }));
  });
});

it('lets a reader write nothing', async () => {
  const { id, sections } = await oneOnOneIn(pair, 'active', (draft) => maya.put(reader(draft.id)));
  const item = sections[0]?.items[1];
  for (const answer of [
    await petra.put(`${at(id)}/items/${item?.id}/answer`, { answer: words('Mine'), version: 0 }),
    await petra.put(reader(id, await test.addPerson('Friend Person'))),
    await petra.delete(at(id)),
  ]) {
    expect(answer.status).toBe(403);
  }
});
