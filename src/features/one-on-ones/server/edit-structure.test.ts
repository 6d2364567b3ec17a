import { expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, startOneOnOne } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager: maya, employee: eli } = pair;

const at = (id: string) => `/api/one-on-ones/${id}`;

it('adds, renames, moves and removes sections and items of this one-on-one', async () => {
  const created = await startOneOnOne(pair);
  const titles = (record: typeof created) => record.sections.map((section) => section.title);
  const added = expectStatus(
    201,
    await maya.post(`${at(created.id)}/sections`, { title: 'Extra', position: 0 }),
  );
  expect(titles(added)).toEqual(['Extra', ...titles(created)]);
  const extra = added.sections[0];
  const withItem = expectStatus(
    201,
    await maya.post(`${at(created.id)}/items`, { sectionId: extra.id, kind: 'note', prompt: 'Anything' }),
  );
  const item = withItem.sections[0].items[0];
  const other = created.sections[1];
  const moved = expectStatus(
    200,
    await maya.patch(`${at(created.id)}/items/${item.id}`, {
      sectionId: other?.id,
      position: 0,
      prompt: 'Everything',
    }),
  );
  const target = moved.sections.find((section: { id: string }) => section.id === other?.id);
  expect(target.items[0]).toMatchObject({ id: item.id, prompt: 'Everything' });
  const renamed = expectStatus(
    200,
    await maya.patch(`${at(created.id)}/sections/${extra.id}`, { title: 'Last words', position: 99 }),
  );
  expect(titles(renamed)).toEqual([...titles(created), 'Last words']);
  const without = expectStatus(200, await maya.delete(`${at(created.id)}/items/${item.id}`));
  expect(JSON.stringify(without)).not.toContain(item.id);
  const removed = expectStatus(200, await maya.delete(`${at(created.id)}/sections/${extra.id}`));
  expect(titles(removed)).toEqual(titles(created));
});

it('refuses an item for a section of another one-on-one, and of whoever may not write at all', async () => {
  const [here, there] = [await startOneOnOne(pair, { share: true }), await startOneOnOne(pair)];
  const item = { sectionId: there.sections[0]?.id, kind: 'note', prompt: 'Anything' };
  expect((await maya.post(`${at(here.id)}/items`, item)).body).toMatchObject({
    status: 422,
    errors: [{ path: 'sectionId' }],
  });
  const move = await maya.patch(`${at(here.id)}/items/${here.sections[0]?.items[0]?.id}`, {
    sectionId: item.sectionId,
  });
  expect(move.body).toMatchObject({ status: 422 });
  expect((await eli.post(`${at(here.id)}/items`, item)).body).toMatchObject({ status: 403 });
  expect(expectStatus(200, await maya.get(at(here.id))).version).toBe(here.version);
});

it('puts no more items into a section than it holds, neither new nor moved ones', async () => {
  const item = { kind: 'note', prompt: 'Anything' };
  const template = expectStatus(
    201,
    await maya.post('/api/templates', {
      title: 'Full',
      sections: [
        { title: 'Full', items: Array.from({ length: 60 }, () => item) },
        { title: 'Beside', items: [item] },
      ],
    }),
  );
  const record = await startOneOnOne(pair, { templateId: template.id });
  const [full, beside] = record.sections;
  const added = await maya.post(`${at(record.id)}/items`, { ...item, sectionId: full?.id });
  const move = { sectionId: full?.id, position: 0 };
  const moved = await maya.patch(`${at(record.id)}/items/${beside?.items[0]?.id}`, move);
  for (const { body } of [added, moved])
    expect(body).toMatchObject({ status: 409, code: 'conflict', detail: expect.stringContaining('60') });
  expectStatus(200, await maya.patch(`${at(record.id)}/items/${full?.items[0]?.id}`, { position: 59 }));
});
