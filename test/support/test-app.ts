import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { createApplication } from '../../src/application.ts';
import { writeNotice } from '../../src/features/mail/server/write-notice.ts';
import { linkToken } from '../../src/features/sign-in/server/tokens.ts';
import { fillLibrary } from '../../src/features/templates/server/fill-library.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { openPools, roleConnection } from '../../src/server/database/open.ts';
import type { Pools } from '../../src/server/database/open.ts';
import { build } from '../../src/server/database/query.ts';
import { listenLive } from '../../src/server/events/live.ts';
import type { App, Platform } from '../../src/server/http/context.ts';
import { folderStorage } from '../../src/server/storage/folder-storage.ts';
import { newId } from '../../src/server/ids.ts';
import { newSessionToken, tokenHash } from '../../src/server/tokens.ts';
import type { Method } from '../../src/shared/routes.ts';
import { testDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

/** What a test reads of an answer. */
export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever came, and fails where it is not there
  body: any;
  raw: LightMyRequestResponse;
}

export interface TestPerson {
  id: string;
  name: string;
  cookie: string;
  token: string;
  get: (url: string) => Promise<Answer>;
  post: (url: string, body?: unknown) => Promise<Answer>;
  put: (url: string, body?: unknown) => Promise<Answer>;
  patch: (url: string, body?: unknown) => Promise<Answer>;
  delete: (url: string) => Promise<Answer>;
}

export interface TestApp {
  app: App;
  platform: Platform;
  pools: Pools;
  database: TestDatabase;
  /** Put this forward or back to move the application's time. */
  clock: { offset: number };
  /** Where the bytes of files lie. */
  filesFolder: string;
  addPerson: (name: string, options?: PersonOptions) => Promise<TestPerson>;
  addTeam: (name: string, managers: TestPerson[], members: { id: string }[]) => Promise<string>;
  call: (method: Method, url: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  /** What stands in the mail of the invitation that waits for somebody. */
  invitationTokenOf: (personId: string) => Promise<string>;
}

interface PersonOptions {
  admin?: boolean;
  login?: boolean;
  active?: boolean;
  email?: string;
}

function isLive(url: string): boolean {
  return /\/live(\?|$)/.test(url);
}

/** A stream of events ends only with its listener: what came at once is all that a test reads. */
async function beginningOf(answer: LightMyRequestResponse): Promise<LightMyRequestResponse> {
  const parts: string[] = [];
  for await (const part of answer.stream()) {
    parts.push(String(part));
    if (String(answer.headers['content-type']).startsWith('text/event-stream')) break;
  }
  const { statusCode, headers } = answer;
  return Object.assign(
    Object.create(null),
    { statusCode, headers, payload: parts.join('') },
    { json: () => JSON.parse(parts.join('')) as unknown },
  ) as LightMyRequestResponse; // as much of it as tests read
}

/** The whole application on a database of its own, with everybody signed in who is added. */
export async function testApp(): Promise<TestApp> {
  const database = await testDatabase();
  const { owner, secretKey } = database;
  await asOwner(owner, fillLibrary);
  const pools = await openPools(owner, { secretKey, onError: () => {} });
  const clock = { offset: 0 };
  const filesFolder = await mkdtemp(path.join(tmpdir(), 'duologue-files-'));
  const platform: Platform = {
    web: pools.web,
    signIn: pools.signIn,
    secretKey,
    baseUrl: new URL('http://localhost:3000'),
    clock: () => new Date(Date.now() + clock.offset),
    timeZone: 'Europe/Berlin',
    mailLeaves: false,
    announce: writeNotice,
    live: listenLive(roleConnection(owner, secretKey, 'worker'), () => {}),
    files: folderStorage(filesFolder),
    archives: folderStorage(path.join(filesFolder, 'exports')),
    log: undefined,
  };
  const app = await createApplication(platform, { pagesFolder: null, mailLeaves: false });
  afterAll(async () => {
    await app.http.close();
    await platform.live.stop();
    await pools.end();
    await rm(filesFolder, { recursive: true, force: true });
  });

  const call = async (method: Method, url: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await app.http.inject({
      method,
      url,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      payloadAsStream: isLive(url),
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const raw = isLive(url) ? await beginningOf(answer) : answer;
    const isJson = (raw.headers['content-type'] ?? '').includes('json');
    return { status: raw.statusCode, body: isJson && raw.payload !== '' ? raw.json() : raw.payload, raw };
  };

  return {
    app,
    platform,
    pools,
    database,
    clock,
    filesFolder,
    call,
    addPerson: async (name, options = {}) => {
      const { id, token } = await insertPerson(database, name, options);
      const cookie = `duologue=${token}`;
      const as = (method: Method) => (url: string, body?: unknown) => call(method, url, body, { cookie });
      return {
        id,
        name,
        cookie,
        token,
        get: as('GET'),
        post: as('POST'),
        put: as('PUT'),
        patch: as('PATCH'),
        delete: as('DELETE'),
      };
    },
    invitationTokenOf: async (personId) => {
      const row = await asOwner(owner, (db) =>
        db.first(
          build
            .selectFrom('invitation')
            .select('id')
            .where('person_id', '=', personId)
            .where('used_at', 'is', null),
        ),
      );
      return linkToken(secretKey, 'invitation', row?.id ?? '');
    },
    addTeam: async (name, managers, members) =>
      asOwner(owner, async (db) => {
        const id = newId();
        await db.run(build.insertInto('team').values({ id, name }));
        const rows = (people: { id: string }[]) =>
          people.map((person) => ({ team_id: id, person_id: person.id }));
        if (managers.length > 0) await db.run(build.insertInto('team_manager').values(rows(managers)));
        if (members.length > 0) await db.run(build.insertInto('team_member').values(rows(members)));
        return id;
      }),
  };
}

async function insertPerson({ owner }: TestDatabase, name: string, options: PersonOptions) {
  const { admin = false, login = true, active = true } = options;
  const id = newId();
  const token = newSessionToken();
  await asOwner(owner, async (db) => {
    await db.run(build.insertInto('person').values({ id, name, has_login: login, is_admin: admin, active }));
    const email =
      options.email ?? `${name.toLowerCase().replaceAll(/\W+/g, '.')}.${id.slice(-6)}@example.org`;
    if (login) await db.run(build.insertInto('person_address').values({ person_id: id, email }));
    if (!login || !active) return;
    await db.run(
      build.insertInto('session').values({ id: newId(), person_id: id, token_hash: tokenHash(token) }),
    );
  });
  return { id, token };
}
