import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mailSettings } from '../../src/features/mail/server/mail-settings.ts';
import { sendLeftovers } from '../../src/features/mail/server/send-notice.ts';
import { invitation } from '../../src/features/calendar/server/invitation.ts';
import { dueCounts } from '../../src/features/reminders/server/due-counts.ts';
import { meetingsAhead } from '../../src/features/reminders/server/meetings-ahead.ts';
import { createApplication } from '../../src/application.ts';
import { logOptions } from '../../src/server/log/log-options.ts';
import { mistakeEverybodyFor } from '../support/mistaken-viewer.ts';
import { openPolicies } from '../support/open-policies.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, words } from '../support/pair.ts';
import { addParticipant } from '../support/participants.ts';
import { pdfText } from '../support/pdf-text.ts';
import { registeredRoutes } from '../support/registered-routes.ts';
import { fileForm, sendFile } from '../support/send-file.ts';
import { testApp } from '../support/test-app.ts';
import type { TestApp, TestPerson } from '../support/test-app.ts';

/** Every field that people fill in holds a word of its own, so that it is known wherever it turns up. */
const planted = {
  title: 'Zanthoxyl',
  section: 'Quibbleton',
  guidance: 'Murmelfax',
  prompt: 'Oryctelane',
  label: 'Vexillum',
  answer: 'Tamarillox',
  link: 'pelagornis',
  search: 'Dramastone',
  message: 'Kurzweilen',
  remark: 'Ombrosalt',
  template: 'Fennelgate',
  templateSection: 'Lichgate',
  templateItem: 'Brindlemoss',
  actionItem: 'Wickelplum',
  fileName: 'Flaschenzug',
  file: 'Nebelhorn',
  droppedReason: 'Sorrelgap',
  comment: 'Hummelquast',
  managersNote: 'Pfefferkorn',
  employeesNote: 'Lindwurmel',
  addendum: 'Trollblume',
} as const;
type Field = keyof typeof planted;

/** Holds all planted words in both directions and lets every route be asked by everybody. */
async function plant(test: TestApp) {
  const pair = await addPair(test, 'Maya Adler', 'Eli Larsen');
  const outsiders = [
    await test.addPerson('Ada Lind', { admin: true }),
    (await addPair(test, 'Omar Haddad', 'Tom Okafor')).manager,
    await test.addPerson('Paul Weber'),
  ];
  await test.addTeam('Above', [outsiders[1] as TestPerson], [pair.manager]);
  const { manager, employee } = pair;
  const template = expectStatus(
    201,
    await manager.post('/api/templates', {
      title: planted.template,
      description: planted.template,
      sections: [
        {
          title: planted.templateSection,
          guidance: planted.guidance,
          items: [
            { kind: 'rating', prompt: planted.templateItem, options: { steps: 3, labels: [planted.label] } },
          ],
        },
      ],
    }),
  );
  const body = { employeeId: employee.id, templateId: template.id, title: planted.title };
  const draft = expectStatus(201, await manager.post('/api/one-on-ones', body));
  const secret = await fill(test, manager, draft.id);
  const second = expectStatus(201, await manager.post('/api/one-on-ones', body));
  await fill(test, manager, second.id);
  const at = `/api/one-on-ones/${second.id}`;
  await dropActionItem(manager, second.id);
  const participant = await test.addPerson('Petra Vos');
  await addParticipant(manager, second.id, participant);
  expectStatus(200, await manager.post(`${at}/approval-request`));
  expectStatus(200, await employee.post(`${at}/revision-request`, { message: planted.message }));
  const commented = expectStatus(200, await manager.get(at));
  const itemId = commented.sections.at(-1).items[0].id;
  const comment = { itemId, ...words(planted.comment) };
  const { id: commentId } = expectStatus(201, await manager.post(`${at}/comments`, comment));
  const note = (word: string) => ({ ...words(word), version: 0 });
  expectStatus(200, await manager.put(`${at}/private-note`, note(planted.managersNote)));
  expectStatus(200, await employee.put(`${at}/private-note`, note(planted.employeesNote)));
  const sent = expectStatus(200, await manager.post(`${at}/approval-request`));
  expectStatus(200, await employee.post(`${at}/approval`, { version: sent.version, remark: planted.remark }));
  expectStatus(201, await manager.post(`${at}/addenda`, words(planted.addendum)));
  commentIds.set(second.id, commentId);
  const third = expectStatus(201, await manager.post('/api/one-on-ones', { ...body, share: true }));
  await fill(test, manager, third.id);
  expectStatus(204, await manager.delete(`/api/one-on-ones/${third.id}`));
  return {
    pair,
    participant,
    outsiders,
    template,
    draft: secret,
    approved: expectStatus(200, await manager.get(at)),
  };
}

/** By one-on-one. */
const fileIds = new Map<string, string>();
const commentIds = new Map<string, string>();

async function fill(test: TestApp, manager: TestPerson, id: string) {
  const at = `/api/one-on-ones/${id}`;
  const added = expectStatus(
    201,
    await manager.post(`${at}/sections`, { title: planted.section, guidance: planted.guidance }),
  );
  const sectionId = added.sections.at(-1).id;
  const { sections } = expectStatus(
    201,
    await manager.post(`${at}/items`, { sectionId, kind: 'question', prompt: planted.prompt }),
  );
  const item = sections.at(-1).items[0];
  const marks = [{ type: 'link', attrs: { href: `https://${planted.link}.example` } }];
  const text = { type: 'text', text: `${planted.answer} ${planted.search}`, marks };
  const answer = { text: { type: 'doc', content: [{ type: 'paragraph', content: [text] }] } };
  expectStatus(201, await manager.post(`${at}/action-items`, { text: planted.actionItem }));
  const file = { name: `${planted.fileName}.txt`, content: planted.file };
  fileIds.set(id, expectStatus(201, await sendFile(test, manager, `${at}/files`, file)).id);
  expectStatus(200, await manager.put(`${at}/items/${item.id}/answer`, { answer, version: 0 }));
  return expectStatus(200, await manager.get(at));
}

async function dropActionItem(manager: TestPerson, id: string) {
  expectStatus(200, await manager.post(`/api/one-on-ones/${id}/sharing`));
  const { items } = expectStatus(200, await manager.get(`/api/one-on-ones/${id}/action-items`));
  const body = { reason: planted.droppedReason };
  expectStatus(200, await manager.put(`/api/action-items/${items[0].id}/drop`, body));
}

/** Everything that came back, as one text: status line, headers and body. */
async function everythingSeenBy(
  test: TestApp,
  person: TestPerson,
  ids: Record<string, string>,
): Promise<string> {
  const seen: string[] = [];
  const searches = Object.values(planted).map((word) => `/api/one-on-ones?q=${word}`);
  const gets = registeredRoutes(test.app).filter((route) => route.startsWith('GET '));
  const urls = gets.map((route) =>
    route.slice(4).replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x'),
  );
  const exports = ['md', 'pdf'].map(
    (format) => `/api/one-on-ones/${ids['oneOnOneId']}/export?format=${format}`,
  );
  for (const url of [...urls, ...searches, ...exports, '/api/people?q=a', '/api/openapi.json']) {
    const { raw } = await person.get(url);
    const isPdf = raw.headers['content-type'] === 'application/pdf';
    seen.push(`${url} ${JSON.stringify(raw.headers)} ${raw.payload} ${isPdf ? pdfText(raw.rawPayload) : ''}`);
  }
  const writes = registeredRoutes(test.app).filter((route) =>
    /^(PUT|PATCH|POST|DELETE) \/api\/(one-on-ones|templates|action-items)/.test(route),
  );
  for (const route of writes) {
    const [method = '', pattern = ''] = route.split(' ');
    const url = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x');
    const { raw } = await test.call(method as 'PUT', url, method === 'DELETE' ? undefined : {}, {
      cookie: person.cookie,
    });
    seen.push(`${route} ${JSON.stringify(raw.headers)} ${raw.payload}`);
  }
  // What was asked for is not what was found.
  return seen.join('\n').replaceAll(/\/api\/one-on-ones\?q=\w+/g, '');
}

const found = (text: string): Field[] =>
  (Object.keys(planted) as Field[]).filter((field) =>
    text.toLowerCase().includes(planted[field].toLowerCase()),
  );

function idsOf(
  record: { id: string; sections: { id: string; items: { id: string }[] }[] },
  templateId: string,
) {
  const last = record.sections.at(-1);
  return {
    oneOnOneId: record.id,
    sectionId: last?.id ?? '',
    itemId: last?.items[0]?.id ?? '',
    templateId,
    fileId: fileIds.get(record.id) ?? '',
    commentId: commentIds.get(record.id) ?? '',
  };
}

describe('no word that people wrote', async () => {
  const test = await testApp();
  const lines: string[] = [];
  const world = await plant(test);
  const { pair, participant, outsiders, template, draft, approved } = world;

  it('reaches anybody outside the pair, by any route', async () => {
    for (const person of outsiders) {
      for (const record of [draft, approved]) {
        expect(found(await everythingSeenBy(test, person, idsOf(record, template.id))), person.name).toEqual(
          [],
        );
      }
    }
  });

  it('of a draft, of guidance or of a template reaches the employee', async () => {
    const ofDraft = await everythingSeenBy(test, pair.employee, idsOf(draft, template.id));
    // The approved record has the same words but for guidance and template; the employee finds it by search.
    expect(found(ofDraft)).not.toContain('guidance');
    expect(found(ofDraft)).not.toContain('template');
    const { status, body } = await pair.employee.get(`/api/one-on-ones/${draft.id}`);
    expect([status, found(JSON.stringify(body))]).toEqual([404, []]);
    const all = expectStatus(200, await pair.employee.get('/api/one-on-ones?limit=200'));
    expect(all.items.map((item: { id: string }) => item.id)).toEqual([approved.id]);
  });

  it('but those, is kept from the pair: the test sees what it looks for', async () => {
    const seen = await everythingSeenBy(test, pair.employee, idsOf(approved, template.id));
    expect(found(seen).toSorted()).toEqual(
      [
        'actionItem',
        'addendum',
        'answer',
        'comment',
        'droppedReason',
        'employeesNote',
        'file',
        'fileName',
        'label',
        'link',
        'message',
        'prompt',
        'remark',
        'search',
        'section',
        'templateItem',
        'templateSection',
        'title',
      ].toSorted(),
    );
  });

  it('hides in a PDF: the test reads what is drawn in it', async () => {
    const asPdf = async (person: TestPerson) => {
      const { raw } = await person.get(`/api/one-on-ones/${approved.id}/export?format=pdf`);
      return { packed: found(raw.payload), read: found(pdfText(raw.rawPayload)).toSorted() };
    };
    const shared = ['actionItem', 'addendum', 'answer', 'droppedReason', 'fileName', 'link', 'prompt'];
    const all = [...shared, 'remark', 'search', 'section', 'templateItem', 'templateSection', 'title'];
    const byEmployee = await asPdf(pair.employee);
    expect(byEmployee.packed).not.toContain('answer');
    expect(byEmployee.read).toEqual([...all, 'employeesNote'].toSorted());
    expect((await asPdf(pair.manager)).read).toEqual([...all, 'managersNote'].toSorted());
    expect((await asPdf(participant)).read).toEqual(all.toSorted());
  });

  it('between the two reaches a participant, nor another reader’s private note', async () => {
    const seen = found(await everythingSeenBy(test, participant, idsOf(approved, template.id)));
    for (const field of ['comment', 'message', 'guidance', 'managersNote', 'employeesNote', 'template']) {
      expect(seen).not.toContain(field);
    }
    expect(seen).toEqual(expect.arrayContaining(['answer', 'remark', 'addendum']));
    const byManager = found(await everythingSeenBy(test, pair.manager, idsOf(approved, template.id)));
    expect(byManager).toContain('managersNote');
    expect(byManager).not.toContain('employeesNote');
  });

  it('stands in a mail, in its name or in its headers', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'duologue-mail-'));
    const settings = mailSettings(
      { dataDir, mail: { smtpUrl: null, from: { name: 'Duologue', address: 'duologue@example.org' } } },
      {
        worker: test.pools.worker,
        baseUrl: test.platform.baseUrl,
        linkTo: (_, id) => id,
        dueCounts: dueCounts(test.platform.clock, test.platform.timeZone),
        meetingsAhead: meetingsAhead(test.platform),
        invitation: invitation({ ...test.platform, from: { address: 'duologue@example.org' } }),
      },
    );
    const fail = (error: unknown) => {
      throw error;
    };
    expect(await sendLeftovers(settings, fail)).toBeGreaterThan(4);
    const folder = path.join(dataDir, 'mail');
    for (const name of await readdir(folder)) {
      expect(found(name + (await readFile(path.join(folder, name), 'utf8')))).toEqual([]);
    }
  });

  it('stands in the log, also when something fails in the middle', async () => {
    const stream = { write: (line: string) => void lines.push(line) };
    const logged = await createApplication(test.platform, {
      ...logOptions({ level: 'trace', stream }),
      pagesFolder: null,
      mailLeaves: false,
    });
    const failing: TestPerson = pair.manager;
    const inject = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
      logged.http.inject({ method, url, headers: { cookie: failing.cookie }, ...(payload && { payload }) });
    await inject('GET', `/api/one-on-ones?q=${planted.search}`);
    await inject('GET', `/api/one-on-ones/${approved.id}`);
    for (const part of ['comments', 'addenda']) {
      await inject('POST', `/api/one-on-ones/${approved.id}/${part}`, words(planted.comment));
    }
    await inject('PUT', `/api/one-on-ones/${approved.id}/private-note`, words(planted.managersNote));
    await inject('POST', '/api/one-on-ones', { title: planted.title, nonsense: planted.answer });
    await inject('PUT', `/api/templates/${template.id}`, { title: planted.template, version: 1 });
    const { payload, contentType } = await fileForm({ name: planted.fileName, content: planted.file });
    await logged.http.inject({
      method: 'POST',
      url: `/api/one-on-ones/${draft.id}/files`,
      headers: { cookie: failing.cookie, 'content-type': contentType },
      payload,
    });
    await inject('GET', `/${planted.title}`);
    // A constraint of the database that names the values it refused.
    logged.http.log.error({
      err: Object.assign(new Error(planted.answer), { detail: `Key (title)=(${planted.title})` }),
    });
    await logged.http.close();
    expect(lines.length).toBeGreaterThan(3);
    expect(found(lines.join('\n'))).toEqual([]);
    expect(lines.join('\n')).not.toContain(pair.manager.token);
  });
});

describe('a planted fault', async () => {
  const test = await testApp();
  const { pair, outsiders, template, approved } = await plant(test);
  const paul = outsiders[2] as TestPerson;
  const seenByPaul = () => everythingSeenBy(test, paul, idsOf(approved, template.id));

  it('in one lock lets no word out, and in the look-up of who asks is found', async () => {
    await openPolicies(test.database.owner);
    expect(found(await seenByPaul())).toEqual([]);
    await mistakeEverybodyFor(test.database.owner, pair.manager.id);
    expect(found(await seenByPaul())).toEqual(
      expect.arrayContaining(['title', 'guidance', 'answer', 'message', 'remark', 'template']),
    );
  });
});
