import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { exportAll, startExport, workExport } from '../../../../test/support/exports.ts';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, words } from '../../../../test/support/pair.ts';
import { addParticipant, removeParticipant } from '../../../../test/support/participants.ts';
import { pdfText } from '../../../../test/support/pdf-text.ts';
import { sendFile } from '../../../../test/support/send-file.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { grantToken } from './grant-token.ts';
import { sweepArchives } from './sweep-archives.ts';

const test = await testApp();
const { owner } = test.database;
const pair = await addPair(test);
const other = await addPair(test, 'Omar Haddad', 'Tom Berg');
const petra = await test.addPerson('Petra Vos');
const { manager, employee } = pair;

/** Everything there can be in one: each word says whose it is. */
const active = await oneOnOneIn(pair, 'active', async ({ id, version }) => {
  const at = `/api/one-on-ones/${id}`;
  expectStatus(200, await manager.patch(at, { title: 'Shared-title', version }));
  await addParticipant(manager, id, petra);
  expectStatus(201, await manager.post(`${at}/action-items`, { text: 'Shared-action-item' }));
  const file = { name: 'plan: "final".txt', content: 'Shared-file-bytes' };
  expectStatus(201, await sendFile(test, manager, `${at}/files`, file));
});
const itemId = active.sections[0]?.items[0]?.id;
const at = `/api/one-on-ones/${active.id}`;
expectStatus(201, await manager.post(`${at}/comments`, { itemId, ...words('Comment-of-the-manager') }));
expectStatus(201, await employee.post(`${at}/comments`, { itemId, ...words('Comment-of-the-employee') }));
for (const [person, word] of [
  [manager, 'Note-of-the-manager'],
  [employee, 'Note-of-the-employee'],
  [petra, 'Note-of-the-participant'],
] as const)
  expectStatus(200, await person.put(`${at}/private-note`, { ...words(word), version: 0 }));
const draft = await oneOnOneIn(pair, 'draft', async ({ id }) => {
  expectStatus(201, await manager.post(`/api/one-on-ones/${id}/action-items`, { text: 'Word-of-the-draft' }));
});
const foreign = await oneOnOneIn(other, 'active', async ({ id }) => {
  expectStatus(
    201,
    await other.manager.post(`/api/one-on-ones/${id}/action-items`, { text: 'Foreign-word' }),
  );
});

/** Of the template, for its manager's eyes: the beginning of each, where nothing is escaped. */
const guidance = await asOwner(owner, async (db) =>
  db.all(sql<{ guidance: string }>`select guidance from section_guidance where guidance <> ''`),
).then((rows) => rows.map((row) => row.guidance.slice(0, 20)));

const allWords = [
  'Shared-title',
  'Shared-action-item',
  'Shared-file-bytes',
  'Comment-of-the-manager',
  'Comment-of-the-employee',
  'Note-of-the-manager',
  'Note-of-the-employee',
  'Note-of-the-participant',
  'Word-of-the-draft',
  'Foreign-word',
  ...guidance,
];
const shared = allWords.slice(0, 3);

async function wordsFor(person: TestPerson, what: string, format: string): Promise<string[]> {
  const entries = await exportAll(test, person, what, format);
  const textOf = (name: string, bytes: Buffer) => (name.endsWith('.pdf') ? pdfText(bytes) : String(bytes));
  const text = [...entries].flatMap(([name, bytes]) => [name, textOf(name, bytes)]).join('\n');
  return allWords.filter((word) => text.includes(word) || text.includes(word.replaceAll('-', '\\-')));
}

async function stateOf(id: string): Promise<string | undefined> {
  const row = await asOwner(owner, async (db) =>
    db.first(sql<{ state: string }>`select state from export_job where id = ${id}`),
  );
  return row?.state;
}

async function kept(id: string): Promise<string[]> {
  const names = await readdir(path.join(test.filesFolder, 'exports')).catch(() => []);
  return names.filter((name) => name.startsWith(id));
}

describe.each(['json', 'md', 'pdf'])('an archive as %s holds', (format) => {
  it('of everything a manager may read: drafts and their own note too, and nothing of another pair', async () => {
    expect(await wordsFor(manager, 'everything', format)).toEqual([
      ...shared,
      'Note-of-the-manager',
      'Word-of-the-draft',
    ]);
  });

  it('of everything an employee may read: no draft, no guidance, nobody else’s note', async () => {
    expect(await wordsFor(employee, 'everything', format)).toEqual([...shared, 'Note-of-the-employee']);
  });

  it('of everything a participant may read: what they are let in to', async () => {
    expect(await wordsFor(petra, 'everything', format)).toEqual([...shared, 'Note-of-the-participant']);
  });

  it('about me: my one-on-ones, my own comments, and nothing that others wrote of it', async () => {
    expect(await wordsFor(employee, 'about-me', format)).toEqual([
      ...shared,
      'Comment-of-the-employee',
      'Note-of-the-employee',
    ]);
    expect(await wordsFor(manager, 'about-me', format)).toEqual([
      'Comment-of-the-manager',
      'Note-of-the-manager',
    ]);
  });
});

it('is tested with guidance that could be in it', () => {
  expect(guidance.length).toBeGreaterThan(0);
});

describe('an archive', () => {
  it('has each one-on-one with its files in a folder beside it, under names that unpack', async () => {
    const entries = await exportAll(test, employee, 'everything', 'json');
    const [document = '', file] = [...entries.keys()];
    expect(document).toMatch(/^\d{4}-\d\d-\d\d Shared-title, Maya Adler and Eli Larsen\.json$/);
    expect(file).toBe(`${document.slice(0, -5)}/plan- -final-.txt`);
    expect(JSON.parse(String(entries.get(document)))).toMatchObject({ id: active.id, version: 1 });
  });

  it('names the files whose bytes are lost, and has all the rest', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const url = `/api/one-on-ones/${record.id}/files`;
    const [lost] = [
      expectStatus(201, await sendFile(test, manager, url, { name: 'lost.txt', content: 'lost' })),
      expectStatus(201, await sendFile(test, manager, url, { name: 'kept.txt', content: 'kept' })),
    ];
    await test.platform.files.delete(lost.id);
    const entries = await exportAll(test, employee, 'everything', 'json');
    const names = [...entries.keys()];
    expect(names.filter((name) => /(lost|kept)\.txt$/.test(name))).toEqual([
      expect.stringMatching(/ and Eli Larsen\/kept\.txt$/),
    ]);
    expect(String(entries.get('Files that are missing.txt'))).toMatch(/\n\n[^\n]+\/lost\.txt\n$/);
    expectStatus(200, await manager.delete(`${url}/${lost.id}`));
    expectStatus(204, await manager.delete(`/api/one-on-ones/${record.id}`));
  });

  it('whose bytes are gone is not there', async () => {
    const id = await startExport(petra, 'about-me', 'json');
    await workExport(test, id);
    await test.platform.archives.delete(id);
    expect((await petra.get(`/api/exports/${id}/archive`)).status).toBe(404);
  });

  it('about me says on which devices and days, and has no token in it', async () => {
    const about = JSON.parse(
      String((await exportAll(test, employee, 'about-me', 'json')).get('About me.json')),
    );
    expect(about).toMatchObject({
      format: 'duologue-about-me',
      profile: { id: employee.id, name: 'Eli Larsen', email: expect.stringContaining('eli.larsen') },
      devices: [{ signedInOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
      actionItems: [{ text: 'Shared-action-item' }],
    });
    expect(about.devices).toHaveLength(1);
    expect(about.notices.length).toBeGreaterThan(0);
    expect(JSON.stringify(about)).not.toContain(employee.token);
  });

  it('as PDF is of PDFs', async () => {
    const entries = await exportAll(test, petra, 'everything', 'pdf');
    const [name = '', bytes] = [...entries][0] ?? [];
    expect([name.slice(-4), String(bytes).slice(0, 5)]).toEqual(['.pdf', '%PDF-']);
  });

  it('says how far it is, is its owner’s alone, and is kept for nobody to read on the disk', async () => {
    const id = await startExport(manager, 'everything', 'json');
    const url = `/api/exports/${id}`;
    expect(expectStatus(200, await manager.get(url))).toMatchObject({ state: 'waiting', done: 0 });
    expect((await manager.get(`${url}/archive`)).status).toBe(409);
    expect((await manager.post('/api/exports', { what: 'about-me', format: 'md' })).status).toBe(409);
    await workExport(test, id);
    expect(expectStatus(200, await manager.get(url))).toMatchObject({ state: 'ready', done: 2, total: 2 });
    const { raw } = await manager.get(`${url}/archive`);
    expect(raw.headers).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; /),
    });
    expect(await kept(id)).toEqual([id]);
    for (const method of ['get', 'delete'] as const)
      expect((await employee[method](url)).body).toEqual(
        (await employee[method](`/api/exports/${draft.id}`)).body,
      );
    expect((await employee.get(`${url}/archive`)).status).toBe(404);
    expect((await manager.delete(url)).status).toBe(204);
    expect(await kept(id)).toEqual([]);
    expect((await manager.get(`${url}/archive`)).status).toBe(404);
  });

  it('is told to the pair like every export', async () => {
    const before = expectStatus(200, await other.manager.get(`/api/one-on-ones/${foreign.id}/receipts`));
    expect(JSON.stringify(before)).not.toContain('exported');
    await exportAll(test, other.employee, 'everything', 'md');
    const { items } = expectStatus(200, await other.manager.get(`/api/one-on-ones/${foreign.id}/receipts`));
    expect(items).toContainEqual(
      expect.objectContaining({
        act: 'exported',
        person: expect.objectContaining({ id: other.employee.id }),
      }),
    );
  });

  it('is one of three that are kept of a person: the oldest makes room, and an unfinished one none', async () => {
    const reader = await test.addPerson('Ruben Vos');
    const ids: string[] = [];
    for (let made = 0; made < 4; made += 1) {
      const id = await startExport(reader, 'about-me', 'json');
      ids.unshift(id);
      const [first] = ids.slice(-1);
      if (made === 3) expect(await kept(first ?? '')).toEqual([first]);
      await workExport(test, id);
    }
    const { items } = expectStatus(200, await reader.get('/api/exports'));
    expect(items.map((one: { id: string }) => one.id)).toEqual(ids.slice(0, 3));
    expect(await Promise.all(ids.map(kept))).toEqual([...ids.slice(0, 3).map((id) => [id]), []]);
  });

  it('that nobody fetched is gone after a day, from the disk too', async () => {
    const id = await startExport(petra, 'everything', 'json');
    await workExport(test, id);
    await asOwner(owner, async (db) =>
      db.run(sql`update export_job set expires_at = now() - interval '1 second' where id = ${id}`),
    );
    expect((await petra.get(`/api/exports/${id}/archive`)).status).toBe(404);
    await sweepArchives(test.pools.worker, test.platform.archives);
    expect([await kept(id), await stateOf(id)]).toEqual([[], undefined]);
  });
});

describe('what is lost while an archive waits', () => {
  it('is not in it', async () => {
    const reader = await test.addPerson('Rita Vos');
    await addParticipant(manager, active.id, reader);
    const id = await startExport(reader, 'everything', 'json');
    await removeParticipant(manager, active.id, reader);
    await workExport(test, id);
    expect(expectStatus(200, await reader.get(`/api/exports/${id}`))).toMatchObject({
      state: 'ready',
      total: 0,
    });
  });

  it('when it is cancelled, is all of it: no file, no grant', async () => {
    const id = await startExport(petra, 'everything', 'json');
    expectStatus(204, await petra.delete(`/api/exports/${id}`));
    await workExport(test, id);
    expect(await kept(id)).toEqual([]);
    expect((await petra.get('/api/exports')).body.items.map((one: { id: string }) => one.id)).not.toContain(
      id,
    );
  });
});

describe('the grant of an export', () => {
  const cookieOf = (id: string) => ({ cookie: `duologue=${grantToken(test.database.secretKey, id)}` });
  const onlyGrants = sql`expires_at is not null`;

  it('is no cookie, and no device', async () => {
    const id = await startExport(petra, 'everything', 'json');
    expect((await test.call('GET', '/api/me', undefined, cookieOf(id))).status).toBe(401);
    expect((await test.call('GET', `/api/exports/${id}`, undefined, cookieOf(id))).status).toBe(401);
    expect((await test.call('GET', '/api/sessions', undefined, cookieOf(id))).status).toBe(401);
    const { items } = expectStatus(200, await petra.get('/api/sessions'));
    expect(items).toHaveLength(1);
    await workExport(test, id);
    expect(await stateOf(id)).toBe('ready');
    const grants = await asOwner(owner, async (db) =>
      db.all(sql<{ id: string }>`select id from session where id = ${id} and ${onlyGrants}`),
    );
    expect(grants).toEqual([]);
  });

  it.each<[string, (person: TestPerson, id: string) => Promise<unknown>]>([
    ['sign-out', async (person) => person.delete('/api/session')],
    [
      'deactivation',
      async ({ id }) =>
        asOwner(owner, async (db) => db.run(sql`update person set active = false where id = ${id}`)),
    ],
    [
      'the loss of login access',
      async ({ id }) =>
        asOwner(owner, async (db) => db.run(sql`update person set has_login = false where id = ${id}`)),
    ],
    [
      'its hour',
      async (_, id) =>
        asOwner(owner, async (db) =>
          db.run(sql`update session set expires_at = now() - interval '1 second' where id = ${id}`),
        ),
    ],
    [
      'a session that was idle for a week',
      async (person) =>
        asOwner(owner, async (db) =>
          db.run(sql`update session set last_seen_at = now() - interval '8 days'
                      where person_id = ${person.id} and expires_at is null`),
        ),
    ],
  ])('is dead after %s: the export fails and leaves nothing', async (_, end) => {
    const person = await test.addPerson('Somebody Else');
    await addParticipant(manager, active.id, person);
    const id = await startExport(person, 'everything', 'json');
    await end(person, id);
    await workExport(test, id);
    expect([await stateOf(id), await kept(id)]).toEqual(['failed', []]);
  });

  it('cannot be ended as if it were a device', async () => {
    const id = await startExport(petra, 'about-me', 'json');
    expect((await petra.delete(`/api/sessions/${id}`)).status).toBe(404);
    await workExport(test, id);
    expect(await stateOf(id)).toBe('ready');
  });
});
