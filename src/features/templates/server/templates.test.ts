import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { Answer, TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { newId } from '../../../server/ids.ts';
import type { Template } from '../contract.ts';
import { library } from '../domain/library/library.ts';
import { weekly } from '../domain/library/weekly.ts';

const test = await testApp();
const at = '/api/templates';

let maya: TestPerson;
let omar: TestPerson;
let eli: TestPerson;
let admin: TestPerson;

beforeEach(async () => {
  maya = await test.addPerson('Maya Adler');
  omar = await test.addPerson('Omar Haddad');
  eli = await test.addPerson('Eli Larsen');
  admin = await test.addPerson('Ada Min', { admin: true });
  await test.addTeam('Sales', [maya], [eli]);
  await test.addTeam('Leads', [omar], [maya]);
});

const draft = {
  title: 'My weekly',
  description: 'On Mondays.',
  sections: [
    {
      title: 'First',
      guidance: 'Listen.',
      items: [
        { kind: 'question', prompt: 'How was it?' },
        { kind: 'rating', prompt: 'How sure?', options: { steps: 3, labels: ['No', 'So so', 'Yes'] } },
      ],
    },
    { title: 'Second', items: [{ kind: 'mood', prompt: 'And you?' }] },
  ],
};
const add = async (by: TestPerson, more: object = {}): Promise<Template> =>
  expectStatus(201, await by.post(at, { ...draft, ...more }));
const without = (template: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(template).filter(([name]) => !names.includes(name)));
const sent = (template: Template) => without(template, 'abilities', 'owner', 'updatedAt');
const paths = (answer: Answer) => answer.body.errors.map((error: { path: string }) => error.path);

describe('making a template', () => {
  it('gives ids to what has none and keeps those that were sent', async () => {
    const sectionId = newId();
    const itemId = newId();
    const template = await add(maya, {
      sections: [
        { id: sectionId, title: 'Kept', items: [{ id: itemId, kind: 'note', prompt: 'Kept' }] },
        ...draft.sections,
      ],
    });
    const ids = template.sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]);
    expect(ids.slice(0, 2)).toEqual([sectionId, itemId]);
    expect(new Set(ids).size).toBe(7);
    expect(template).toMatchObject({
      title: 'My weekly',
      description: 'On Mondays.',
      shared: false,
      version: 1,
      owner: { id: maya.id, name: 'Maya Adler' },
      abilities: { edit: true, delete: true, duplicate: true },
    });
    expect(template.sections[2]).toMatchObject({ guidance: null, items: [{ kind: 'mood', options: null }] });
    expect(expectStatus(200, await maya.get(`${at}/${template.id}`))).toEqual(template);
  });

  it('is for team managers only', async () => {
    for (const person of [eli, admin]) expect((await person.post(at, draft)).status).toBe(403);
    expect((await test.call('POST', at, draft)).status).toBe(401);
  });

  it('takes a duplicate of the library with the ids of its items, so that last answers are found', async () => {
    const original = expectStatus(200, await maya.get(`${at}/${weekly.id}`));
    const copy = await add(maya, { ...sent(original), title: 'Weekly, mine', shared: false });
    expect(copy.id).not.toBe(original.id);
    expect(copy.sections).toEqual(original.sections);
    expect(copy).toMatchObject({ version: 1, abilities: { edit: true } });
    expect(expectStatus(200, await maya.get(`${at}/${weekly.id}`))).toEqual(original);
  });

  it.each<[string, object, string[]]>([
    ['no title', { title: ' ' }, ['title']],
    [
      'an unknown kind',
      { sections: [{ title: 'A', items: [{ kind: 'poem', prompt: 'B' }] }] },
      ['sections.0.items.0.kind'],
    ],
    [
      'an empty prompt',
      { sections: [{ title: 'A', items: [{ kind: 'note', prompt: '' }] }] },
      ['sections.0.items.0.prompt'],
    ],
    [
      'a part that nobody knows',
      { sections: [{ title: 'A', items: [], colour: 'red' }] },
      ['sections.0.colour'],
    ],
    ['no items', { sections: [{ title: 'A' }] }, ['sections.0.items']],
    [
      'options of a question',
      { sections: [{ title: 'A', items: [{ kind: 'question', prompt: 'B', options: { steps: 3 } }] }] },
      ['sections.0.items.0.options'],
    ],
    [
      'eleven steps',
      { sections: [{ title: 'A', items: [{ kind: 'rating', prompt: 'B', options: { steps: 11 } }] }] },
      ['sections.0.items.0.options.steps'],
    ],
    [
      'more labels than steps',
      {
        sections: [
          {
            title: 'A',
            items: [{ kind: 'rating', prompt: 'B', options: { steps: 2, labels: ['a', 'b', 'c'] } }],
          },
        ],
      },
      ['sections.0.items.0.options.labels'],
    ],
    [
      'an id twice',
      { sections: [{ id: weekly.id, title: 'A', items: [{ id: weekly.id, kind: 'note', prompt: 'B' }] }] },
      ['sections.0.items.0.id'],
    ],
    [
      '41 sections',
      { sections: Array.from({ length: 41 }, () => ({ title: 'A', items: [] })) },
      ['sections'],
    ],
  ])('refuses %s and names the place', async (_, wrong, expected) => {
    const answer = await maya.post(at, { ...draft, ...wrong });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(paths(answer)).toEqual(expected);
  });
});

describe('saving a template', () => {
  it('writes the whole of it and counts the version up', async () => {
    const template = await add(maya);
    const [first, second] = template.sections;
    const added = { id: newId(), kind: 'note', prompt: 'Added', options: null };
    const answer = await maya.put(`${at}/${template.id}`, {
      ...sent(template),
      title: 'Renamed',
      shared: true,
      sections: [second, { ...first, guidance: '', items: [added, ...(first?.items.slice(1) ?? [])] }],
    });
    expect(expectStatus(200, answer)).toMatchObject({
      id: template.id,
      title: 'Renamed',
      shared: true,
      version: 2,
      sections: [second, { id: first?.id, guidance: null, items: [added, first?.items[1]] }],
    });
    expect((await omar.get(`${at}/${template.id}`)).body.title).toBe('Renamed');
  });

  it('takes back what was read, with owner and time', async () => {
    const template = await add(maya);
    expect((await maya.put(`${at}/${template.id}`, without(template, 'abilities'))).status).toBe(200);
  });

  it('answers a stale version with what is there now, and keeps it', async () => {
    const template = await add(maya);
    const now = expectStatus(
      200,
      await maya.put(`${at}/${template.id}`, { ...sent(template), title: 'Now' }),
    );
    const answer = await maya.put(`${at}/${template.id}`, { ...sent(template), title: 'Late' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'stale_version', current: now } });
    expect((await maya.get(`${at}/${template.id}`)).body).toEqual(now);
  });

  it('lets exactly one of two saves at once win', async () => {
    const template = await add(maya);
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => maya.put(`${at}/${template.id}`, { ...sent(template), title })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it.each<[string, (template: Template) => object, string[]]>([
    ['no version', (template) => without(template, 'version'), ['version']],
    ['no sections', (template) => without(template, 'sections'), ['sections']],
    ['no description', (template) => without(template, 'description'), ['description']],
    [
      'a section without an id',
      (template) => ({ ...template, sections: [{ title: 'A', items: [] }] }),
      ['sections.0.id'],
    ],
    [
      'an id twice',
      (template) => ({ ...template, sections: [...template.sections, ...template.sections.slice(0, 1)] }),
      ['sections.2.id', 'sections.2.items.0.id', 'sections.2.items.1.id'],
    ],
    ['a part that nobody knows', (template) => ({ ...template, colour: 'red' }), ['colour']],
    ['a version beyond any', (template) => ({ ...template, version: 9_007_199_254_740_991 }), ['version']],
  ])('refuses %s and names the place', async (_, wrong, expected) => {
    const template = await add(maya);
    const answer = await maya.put(`${at}/${template.id}`, without(wrong(template), 'abilities'));
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(paths(answer)).toEqual(expected);
    expect((await maya.get(`${at}/${template.id}`)).body).toEqual(template);
  });

  it('does no harm to a template whose ids somebody else uses', async () => {
    const hers = await add(maya);
    const his = await add(omar);
    const answer = await omar.put(`${at}/${his.id}`, { ...sent(his), id: hers.id, sections: hers.sections });
    expect(expectStatus(200, answer).id).toBe(his.id);
    expect((await maya.get(`${at}/${hers.id}`)).body).toEqual(hers);
  });
});

describe('who sees and edits a template', () => {
  it('hides a private one from everybody but its owner, as if it had never been', async () => {
    const template = await add(maya);
    for (const person of [omar, eli, admin]) {
      const never = await person.get(`${at}/${newId()}`);
      for (const id of [template.id, 'nonsense']) {
        expect(await person.get(`${at}/${id}`)).toMatchObject({ status: 404, body: never.body });
      }
      expect((await person.put(`${at}/${template.id}`, sent(template))).status).toBe(404);
      expect((await person.delete(`${at}/${template.id}`)).status).toBe(404);
    }
  });

  it('shows a shared one to team managers, who may only duplicate it', async () => {
    const template = await add(maya, { shared: true });
    const seen = expectStatus(200, await omar.get(`${at}/${template.id}`));
    expect(seen.abilities).toEqual({ edit: false, delete: false, duplicate: true });
    expect((await omar.put(`${at}/${template.id}`, sent(template))).status).toBe(403);
    expect((await omar.delete(`${at}/${template.id}`)).status).toBe(403);
    for (const person of [eli, admin]) expect((await person.get(`${at}/${template.id}`)).status).toBe(404);
  });

  it('lets nobody edit the library', async () => {
    const template = expectStatus(200, await maya.get(`${at}/${weekly.id}`));
    expect(template).toMatchObject({
      owner: null,
      abilities: { edit: false, delete: false, duplicate: true },
    });
    expect((await maya.put(`${at}/${weekly.id}`, sent(template))).status).toBe(403);
    expect((await maya.delete(`${at}/${weekly.id}`)).status).toBe(403);
    expect((await eli.get(`${at}/${weekly.id}`)).status).toBe(404);
  });

  it('takes a template out of reach when its owner manages no team any more', async () => {
    const template = await add(maya);
    await asOwner(test.database.owner, (db) =>
      db.run(sql`delete from team_manager where person_id = ${maya.id}`),
    );
    expect((await maya.get(`${at}/${template.id}`)).status).toBe(404);
    expect((await maya.put(`${at}/${template.id}`, sent(template))).status).toBe(404);
    expect((await maya.get(at)).body.items).toEqual([]);
  });

  it('passes the shared ones of an owner who leaves to the library, and keeps the private ones', async () => {
    const shared = await add(maya, { shared: true });
    const kept = await add(maya);
    await asOwner(test.database.owner, (db) =>
      db.run(sql`update person set active = false where id = ${maya.id}`),
    );
    expect((await omar.get(`${at}/${shared.id}`)).body).toMatchObject({ owner: null });
    expect((await omar.get(`${at}/${kept.id}`)).status).toBe(404);
  });
});

describe('deleting a template', () => {
  it('is for good', async () => {
    const template = await add(maya);
    expect((await maya.delete(`${at}/${template.id}`)).status).toBe(204);
    expect((await maya.get(`${at}/${template.id}`)).status).toBe(404);
    expect((await maya.delete(`${at}/${template.id}`)).status).toBe(404);
  });
});

describe('the list of templates', () => {
  const all = async (person: TestPerson, limit: number): Promise<Template[]> => {
    const found: Template[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer['body'] = expectStatus(
        200,
        await person.get(`${at}?limit=${limit}&cursor=${cursor}`),
      );
      expect(page.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  };

  it('holds the library, mine, and what others share; last changed first', async () => {
    const mine = await add(maya);
    const shared = await add(omar, { shared: true });
    await add(omar);
    const titles = (await all(maya, 200)).map(({ id }) => id);
    expect(titles.slice(0, 2)).toEqual([shared.id, mine.id]);
    expect(titles).toEqual(expect.arrayContaining(library.map(({ id }) => id)));
  });

  it('comes in pages without a gap or a repetition', async () => {
    for (let at = 0; at < 5; at += 1) await add(maya, { title: `Number ${at}` });
    const whole = await all(maya, 200);
    for (const limit of [1, 3, whole.length]) expect(await all(maya, limit)).toEqual(whole);
  });

  it('is empty for whoever manages no team', async () => {
    for (const person of [eli, admin])
      expect((await person.get(at)).body).toEqual({ items: [], nextCursor: null });
  });

  it('refuses a cursor that was not made by us', async () => {
    expect((await maya.get(`${at}?cursor=nonsense`)).status).toBe(422);
  });
});
