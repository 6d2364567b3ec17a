import { expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, words } from '../../../../test/support/pair.ts';
import { pdfText } from '../../../../test/support/pdf-text.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { Item, OneOnOne } from '../../one-on-ones/contract.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';

const test = await testApp();
const rich = (...lines: string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** A shared record of a meeting, with everything that a meeting brings in. */
async function heldMeeting() {
  const pair = await addPair(test);
  const { manager, employee } = pair;
  const url = `/api/series/${(await startSeries(pair, { templateId: weekly.id })).id}`;
  const start = async (): Promise<OneOnOne> => {
    const { oneOnOneId, slot } = expectStatus(201, await manager.post(`${url}/start`, {}));
    expectStatus(200, await manager.post(`${url}/meetings/${slot}/ending`));
    return expectStatus(200, await manager.get(`/api/one-on-ones/${oneOnOneId}`));
  };
  const before = await start();
  const promise = { text: 'Ask finance', ownerId: manager.id, dueOn: '2026-12-01' };
  expectStatus(201, await manager.post(`/api/one-on-ones/${before.id}/action-items`, promise));
  expectStatus(200, await manager.post(`/api/one-on-ones/${before.id}/sharing`));

  const raise = async (person: typeof manager, body: object, kind: string) =>
    expectStatus(201, await person.post(`${url}/talking-points`, { kind, body, shared: true }));
  await raise(employee, rich('Two quiet hours', 'From 9 to 11'), 'idea');
  await raise(manager, rich('The price list'), 'decision');
  const { asked } = expectStatus(200, await employee.get(`${url}/preparation`));
  const update = { wentWell: rich('Nordlys is signed'), anythingElse: rich('Thank you') };
  const answers = { [asked[0].itemId]: { value: 4 } };
  expectStatus(200, await employee.put(`${url}/preparation`, { update, answers, version: 0 }));
  expectStatus(200, await employee.post(`${url}/preparation/sending`, { version: 1 }));
  test.clock.offset = 24 * 3_600_000;
  const record = await start();
  const at = `/api/one-on-ones/${record.id}`;
  const items = record.sections.flatMap((section) => section.items);
  const itemOf = (prompt: string) => items.find((item) => item.prompt.startsWith(prompt)) as Item;
  expectStatus(200, await manager.put(`${at}/items/${itemOf('Two quiet').id}/tick`));
  expectStatus(200, await manager.put(`${at}/items/${itemOf('Ask finance').id}/tick`));
  const note = { answer: words('Well done'), version: 0 };
  expectStatus(200, await manager.put(`${at}/items/${itemOf('What happened').id}/answer`, note));
  expectStatus(200, await manager.post(`${at}/sharing`));
  test.clock.offset = 0;
  return { pair, at };
}

const { pair, at } = await heldMeeting();
const exported = async (format: string) => pair.employee.get(`${at}/export?format=${format}`);

it('says in JSON what the meeting brought in, and who', async () => {
  const { body } = await exported('json');
  const items = (body as { sections: { items: { prompt: string }[] }[] }).sections.flatMap(
    (section) => section.items,
  );
  const itemOf = (prompt: string) => items.find((item) => item.prompt.startsWith(prompt));
  const { id, name } = { id: pair.employee.id, name: 'Eli Larsen' };
  expect(itemOf('Two quiet')).toMatchObject({
    kind: 'agenda',
    answer: { done: true },
    brought: { point: { kind: 'idea', author: { id, name }, text: rich('Two quiet hours', 'From 9 to 11') } },
  });
  expect(itemOf('Ask finance')).toMatchObject({
    answer: { done: true },
    brought: { promise: { owner: { id: pair.manager.id }, dueOn: '2026-12-01' } },
  });
  expect(itemOf('What happened')).toMatchObject({
    fromEmployee: true,
    brought: { update: { wentWell: rich('Nordlys is signed') } },
  });
  expect(itemOf('Wellness')).toMatchObject({ answeredBy: 'employee', fromEmployee: true, brought: null });
});

it('says it in words as Markdown', async () => {
  const markdown = (await exported('md')).raw.payload;
  expect(markdown).toContain(
    '### Two quiet hours\n\nTwo quiet hours\n\nFrom 9 to 11\n\n*Discussed. Idea, raised by Eli',
  );
  expect(markdown).toMatch(/### The price list\n\n\*Decision, raised by Maya Adler on \d+ \w+ \d{4}\*\n/);
  expect(markdown).toMatch(/### Ask finance\n\n\*Done\. Maya Adler, due 1 December 2026, agreed on /);
  expect(markdown).toContain(
    '*Eli Larsen’s update, before the meeting*\n\n#### What went well\n\nNordlys is signed\n\n#### Anything else\n\nThank you\n\n#### Maya Adler’s note\n\nWell done',
  );
  expect(markdown).toMatch(/\*Eli Larsen’s answer, before the meeting\*\n\n\*\*Good \\?\(4 of 5\\?\)\*\*/);
});

it('says it in words on paper', async () => {
  const text = pdfText((await exported('pdf')).raw.rawPayload);
  for (const said of [
    'Discussed. Idea, raised by Eli Larsen',
    'Done. Maya Adler, due 1 December 2026',
    'Eli Larsen’s update, before the meeting',
    'Maya Adler’s note',
    'Eli Larsen’s answer, before the meeting',
  ]) {
    expect(text).toContain(said);
  }
});
