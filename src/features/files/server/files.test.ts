import { createHash } from 'node:crypto';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import { sendFile, tinyPng } from '../../../../test/support/send-file.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { dbOn } from '../../../server/database/query.ts';
import { largestFile, mostFiles } from '../domain/limits.ts';
import { sweepFiles } from './sweep-files.ts';

const test = await testApp();
const pair = await addPair(test);
const filesAt = (id: string) => `/api/one-on-ones/${id}/files`;
const kept = async () => (await readdir(test.filesFolder)).toSorted();

async function active() {
  const record = await oneOnOneIn(pair, 'active');
  return { ...record, at: filesAt(record.id) };
}

describe('a file', () => {
  it('is counted, hashed and recognised by what is in it, and comes back as it went', async () => {
    const { id, at, version } = await active();
    const content = 'Numbers of the third quarter\n'.repeat(5000);
    const sent = await sendFile(test, pair.manager, at, {
      name: 'Q3 Übersicht.png',
      content,
      type: 'image/png',
    });
    const { oneOnOne, ...file } = expectStatus(201, sent);
    expect(oneOnOne).toMatchObject({ id, state: 'active', version: version + 1 });
    expect(file).toEqual({
      id: expect.any(String),
      name: 'Q3 Übersicht.png',
      size: content.length,
      type: 'application/octet-stream',
      sha256: createHash('sha256').update(content).digest('hex'),
      addedAt: expect.any(String),
      addedBy: { id: pair.manager.id, name: 'Maya Adler' },
      isImage: false,
      abilities: { delete: true },
    });
    const seen = expectStatus(200, await pair.employee.get(at));
    expect(seen).toEqual({
      items: [{ ...file, abilities: { delete: false } }],
      abilities: { changeFiles: false },
    });
    const { raw } = await pair.employee.get(`${at}/${file.id}`);
    expect(raw.payload).toBe(content);
    expect(raw.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="Q3 _bersicht.png"; filename*=UTF-8''Q3%20%C3%9Cbersicht.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    const { version: counted } = expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}`));
    expect(counted).toBe(version + 1);
  });

  it('is shown where it is a picture, and where it only says so is not there', async () => {
    const { at } = await active();
    const picture = expectStatus(
      201,
      await sendFile(test, pair.manager, at, { name: 'a.txt', content: tinyPng }),
    );
    expect(picture).toMatchObject({ type: 'image/png', isImage: true });
    const { raw } = await pair.employee.get(`${at}/${picture.id}/preview`);
    expect([raw.statusCode, raw.headers['content-type'], raw.headers['content-disposition']]).toEqual([
      200,
      'image/png',
      'inline',
    ]);
    expect(raw.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    const svg = { name: 'b.png', content: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/png' };
    const fake = expectStatus(201, await sendFile(test, pair.manager, at, svg));
    expect((await pair.employee.get(`${at}/${fake.id}/preview`)).status).toBe(404);
  });

  it('goes with its bytes, and is noted as a change', async () => {
    const { id, at } = await active();
    const file = expectStatus(201, await sendFile(test, pair.manager, at, { name: 'a.txt', content: 'a' }));
    expect(await kept()).toContain(file.id);
    expectStatus(200, await pair.manager.delete(`${at}/${file.id}`));
    expect(await kept()).not.toContain(file.id);
    expect((await pair.manager.get(`${at}/${file.id}`)).status).toBe(404);
    expect((await pair.manager.delete(`${at}/${file.id}`)).status).toBe(404);
    const { items } = expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}/events`));
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('edited');
  });

  it('is reached through its own one-on-one alone', async () => {
    const one = await active();
    const other = await active();
    const file = expectStatus(201, await sendFile(test, pair.manager, one.at, { name: 'a', content: 'a' }));
    for (const url of [`${other.at}/${file.id}`, `${other.at}/${file.id}/preview`]) {
      expect((await pair.manager.get(url)).status).toBe(404);
    }
    expect((await pair.manager.delete(`${other.at}/${file.id}`)).status).toBe(404);
  });

  it('that was downloaded is among the receipts, for whom it was', async () => {
    const { id, at } = await active();
    const file = expectStatus(201, await sendFile(test, pair.manager, at, { name: 'a', content: 'a' }));
    await pair.employee.get(`${at}/${file.id}`);
    const { items } = expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}/receipts`));
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ person: { id: pair.employee.id, name: 'Eli Larsen' } }),
      ]),
    );
    expect(JSON.stringify(items)).toContain('downloaded');
  });

  it('whose bytes are lost is not there, and was not downloaded', async () => {
    const { id, at } = await active();
    const picture = { name: 'a.png', content: tinyPng };
    const file = expectStatus(201, await sendFile(test, pair.manager, at, picture));
    await test.platform.files.delete(file.id);
    for (const url of [`${at}/${file.id}`, `${at}/${file.id}/preview`]) {
      const { status, body } = await pair.employee.get(url);
      expect([status, body.code]).toEqual([404, 'not_found']);
    }
    const { items } = expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}/receipts`));
    expect(JSON.stringify(items)).not.toContain('downloaded');
  });

  it('is read by a participant, who changes nothing', async () => {
    const petra = await test.addPerson('Petra Vos');
    const { id, at } = await active();
    await addParticipant(pair.manager, id, petra);
    const file = expectStatus(201, await sendFile(test, pair.manager, at, { name: 'a', content: 'abc' }));
    expect((await petra.get(`${at}/${file.id}`)).raw.payload).toBe('abc');
    expect((await petra.delete(`${at}/${file.id}`)).status).toBe(403);
    expect((await sendFile(test, petra, at, { name: 'b', content: 'b' })).status).toBe(403);
  });
});

describe('an upload', () => {
  it('may have 10 MiB to the byte, and not one more, which leaves no trace', async () => {
    const { id, at } = await active();
    const content = new Uint8Array(largestFile);
    const file = expectStatus(201, await sendFile(test, pair.manager, at, { name: 'full', content }));
    expect(file.size).toBe(10_485_760);
    const before = [await kept(), expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}`))];
    const more = await sendFile(test, pair.manager, at, {
      name: 'more',
      content: new Uint8Array(largestFile + 1),
    });
    expect([more.status, more.body.code]).toEqual([413, 'too_large']);
    expect([await kept(), expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}`))]).toEqual(
      before,
    );
  });

  it('of nothing is a file of nothing', async () => {
    const { at } = await active();
    const file = expectStatus(201, await sendFile(test, pair.manager, at, { name: 'empty', content: '' }));
    expect(file.size).toBe(0);
    expect((await pair.manager.get(`${at}/${file.id}`)).raw.payload).toBe('');
  });

  it('that is no form, none with a file, or one with more than a file is refused, and leaves nothing', async () => {
    const { at } = await active();
    const before = await kept();
    const headers = { cookie: pair.manager.cookie };
    const boundary = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
    const part = (name: string, more = '') =>
      `--x\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\nwords\r\n`;
    const file = part('file', '; filename="a.txt"');
    const cases: [string | undefined, Record<string, string>, number][] = [
      ['{}', { ...headers, 'content-type': 'application/json' }, 415],
      ['words', { ...headers, 'content-type': 'text/plain' }, 415],
      [undefined, headers, 415],
      ['', boundary, 422],
      ['--x--', boundary, 422],
      [`${part('note')}--x--`, boundary, 422],
      [`${part('note')}${file}--x--`, boundary, 422],
      [file, boundary, 422],
      [file, { ...headers, 'content-type': 'multipart/form-data' }, 422],
    ];
    for (const [payload, given, status] of cases) {
      const raw = await test.app.http.inject({
        method: 'POST',
        url: at,
        headers: given,
        ...(payload !== undefined && { payload }),
      });
      expect(raw.statusCode, `${payload} ${raw.payload}`).toBe(status);
    }
    expect(await kept()).toEqual(before);
    expect(expectStatus(200, await pair.manager.get(at)).items).toEqual([]);
  });

  it('is taken by no route that takes JSON', async () => {
    const { id } = await active();
    const answer = await sendFile(test, pair.manager, `/api/one-on-ones/${id}/sharing`, {
      name: 'a',
      content: 'a',
    });
    expect(answer.status).toBe(415);
  });

  it('keeps the name a person would know it by, whatever was sent', async () => {
    const { at } = await active();
    const names = [
      '../../etc/passwd',
      'a"b\r\nX: y.txt',
      `${'n'.repeat(300)}.pdf`,
      'photo\u202egpj.exe',
      '日本語.txt',
    ];
    for (const name of names) {
      const file = expectStatus(201, await sendFile(test, pair.manager, at, { name, content: 'a' }));
      const { raw } = await pair.manager.get(`${at}/${file.id}`);
      const header = String(raw.headers['content-disposition']);
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.!~-]+$/);
      expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(file.name);
    }
    const { items } = expectStatus(200, await pair.manager.get(at));
    expect(items.map((file: { name: string }) => file.name)).toEqual([
      'passwd',
      'a"b X: y.txt',
      `${'n'.repeat(251)}.pdf`,
      'photogpj.exe',
      '日本語.txt',
    ]);
    expect((await kept()).every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
  });

  it('finds the record as it is when the bytes are safe: sent for approval meanwhile, nothing is added', async () => {
    const { id, at } = await active();
    const before = await kept();
    const storage = test.platform.files;
    const { put } = storage;
    storage.put = async (fileId, bytes) => {
      await put(fileId, bytes);
      expectStatus(200, await pair.manager.post(`/api/one-on-ones/${id}/approval-request`));
    };
    const answer = await sendFile(test, pair.manager, at, { name: 'late.txt', content: 'late' });
    storage.put = put;
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong_state']);
    expect(await kept()).toEqual(before);
    expect(expectStatus(200, await pair.manager.get(at)).items).toEqual([]);
  });

  it('that may have been recorded keeps its bytes, whatever became of the answer', async () => {
    const { at } = await active();
    const { web } = test.platform;
    const { put } = test.platform.files;
    const connect = web.connect.bind(web);
    test.platform.files.put = async (fileId, bytes) => {
      await put(fileId, bytes);
      // From here on the answer to COMMIT is lost on its way.
      web.connect = (async () => {
        const client = await connect();
        const query = client.query.bind(client);
        client.query = (async (...given: [string]) => {
          const answer = await query(...given);
          if (given[0] !== 'commit') return answer;
          client.query = query;
          throw new Error('Connection terminated unexpectedly');
        }) as typeof client.query;
        return client;
      }) as typeof web.connect;
    };
    const sent = await sendFile(test, pair.manager, at, { name: 'a.txt', content: 'kept' });
    web.connect = connect;
    test.platform.files.put = put;
    expect(sent.status).toBe(503);
    const { items } = expectStatus(200, await pair.manager.get(at));
    expect((await pair.manager.get(`${at}/${items[0].id}`)).raw.payload).toBe('kept');
  });

  it(`is refused where there are ${mostFiles} already`, async () => {
    const { at } = await active();
    for (let count = 0; count < mostFiles; count += 1) {
      expectStatus(201, await sendFile(test, pair.manager, at, { name: 'a', content: 'a' }));
    }
    const answer = await sendFile(test, pair.manager, at, { name: 'a', content: 'a' });
    expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
  });
});

describe('the sweep', () => {
  it('takes what is left over after a day, and nothing that belongs to a record', async () => {
    const kept_ = await active();
    const gone = await active();
    const stays = expectStatus(
      201,
      await sendFile(test, pair.manager, kept_.at, { name: 'a', content: 'a' }),
    );
    const goes = expectStatus(201, await sendFile(test, pair.manager, gone.at, { name: 'a', content: 'a' }));
    const young = expectStatus(201, await sendFile(test, pair.manager, gone.at, { name: 'a', content: 'a' }));
    const cutOff = `${crypto.randomUUID()}.part`;
    await writeFile(path.join(test.filesFolder, cutOff), 'half');
    const old = new Date(Date.now() - 25 * 3600_000);
    for (const name of [stays.id, goes.id, cutOff]) await utimes(path.join(test.filesFolder, name), old, old);
    expectStatus(204, await pair.manager.delete(`/api/one-on-ones/${gone.id}`));

    expect(await sweepFiles(dbOn(test.pools.worker), test.platform.files, new Date())).toBe(2);
    const left = await kept();
    expect(left).toEqual(expect.arrayContaining([stays.id, young.id]));
    expect(left).not.toContain(goes.id);
    expect(left).not.toContain(cutOff);
    expect((await stat(path.join(test.filesFolder, stays.id))).size).toBe(1);
  });
});
