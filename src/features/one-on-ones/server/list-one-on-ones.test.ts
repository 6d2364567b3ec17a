import { beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, startOneOnOne, words } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { states } from '../domain/states.ts';
import type { State } from '../domain/states.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager: maya, employee: eli } = pair;
/** Whom Maya manages beside, and who manages her. */
const nina = await test.addPerson('Nina Berg');
const omar = await test.addPerson('Omar Haddad');
await test.addTeam('Beside', [maya], [nina]);
await test.addTeam('Above', [omar], [maya]);
const ids = {} as Record<State | 'nina' | 'omar', string>; // filled before the first test

beforeAll(async () => {
  for (const state of states) ids[state] = (await oneOnOneIn(pair, state)).id;
  ids.nina = (await startOneOnOne({ manager: maya, employee: nina, teamId: '' }, { share: true })).id;
  ids.omar = (await startOneOnOne({ manager: omar, employee: maya, teamId: '' }, { share: true })).id;
});

async function listed(person: TestPerson, query = ''): Promise<string[]> {
  const { items } = expectStatus(200, await person.get(`/api/one-on-ones?${query}`));
  return items.map((item: { id: string }) => item.id);
}

const named = (...names: (keyof typeof ids)[]) => names.map((name) => ids[name]);

describe('the list of one-on-ones', () => {
  it('holds what one may read, last changed first, and nothing for an outsider', async () => {
    expect(await listed(maya)).toEqual(
      named('omar', 'nina', 'approved', 'pending_approval', 'active', 'draft'),
    );
    expect(await listed(eli)).toEqual(named('approved', 'pending_approval', 'active'));
    expect(await listed(omar)).toEqual(named('omar'));
    expect(await listed(await test.addPerson('Paul Weber'))).toEqual([]);
  });

  it('says what waits for whom', async () => {
    expect(await listed(maya, 'view=needs-me')).toEqual(named('nina', 'active', 'draft'));
    expect(await listed(eli, 'view=needs-me')).toEqual(named('pending_approval'));
    expect(expectStatus(200, await maya.get('/api/me')).unread).toBe(3);
    expect(expectStatus(200, await eli.get('/api/me')).unread).toBe(1);
  });

  it('shows drafts to their manager, and what others have shared', async () => {
    expect(await listed(maya, 'view=drafts')).toEqual(named('draft'));
    expect(await listed(eli, 'view=drafts')).toEqual([]);
    expect(await listed(maya, 'view=shared-with-me')).toEqual(named('omar'));
  });

  it('is narrowed by state and by the other person', async () => {
    for (const state of ['draft', 'approved', 'pending_approval'] as const) {
      expect(await listed(maya, `state=${state}`), state).toEqual(named(state));
    }
    expect(await listed(eli, 'state=draft')).toEqual([]);
    expect(await listed(maya, `personId=${nina.id}`)).toEqual(named('nina'));
    expect(await listed(maya, `personId=${omar.id}`)).toEqual(named('omar'));
    expect(await listed(eli, `personId=${nina.id}`)).toEqual([]);
  });

  it('comes page by page, without a gap or a repetition, and says so at the end', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = expectStatus(
        200,
        await maya.get(`/api/one-on-ones?limit=2&cursor=${cursor}`),
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(await listed(maya));
  });
});

describe('searching', () => {
  it('finds titles, names and answers that one may read, and never those of a draft of somebody else', async () => {
    const record = await startOneOnOne(pair, { title: 'Quarter 100% done' });
    const url = `/api/one-on-ones/${record.id}/items/${record.sections[0]?.items[1]?.id}/answer`;
    expectStatus(200, await maya.put(url, { answer: words('The Nordlys contract'), version: 0 }));
    const searches = ['q=100%25', 'q=nordlys', 'q=QUARTER'];
    for (const search of searches) {
      expect(await listed(maya, search), search).toEqual([record.id]);
      expect(await listed(eli, search), search).toEqual([]);
    }
    expectStatus(200, await maya.post(`/api/one-on-ones/${record.id}/sharing`));
    for (const search of searches) expect(await listed(eli, search), search).toEqual([record.id]);
    expect(await listed(maya, 'q=nina')).toEqual(named('nina'));
    expect(await listed(maya, 'q=_')).toEqual([]);
  });
});
