import { describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import { newId } from '../../src/server/ids.ts';
import type { Method } from '../../src/shared/routes.ts';
import { expectStatus } from '../support/expect-status.ts';
import { testApp } from '../support/test-app.ts';
import type { TestPerson } from '../support/test-app.ts';
import { otherRows, persons } from './expected.ts';
import type { Person } from './expected.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });

interface World {
  manager: TestPerson;
  managed: TestPerson;
  people: Record<Person, string>;
  ids: Record<string, string>;
}

let count = 0;

const kpiBody = { unit: 'number', direction: 'higher', aggregation: 'sum' };
const targetRow = {
  team_id: null,
  period: 'month',
  value: 10,
  valid_from: '2026-11-01',
  valid_to: null,
  set_at: new Date(),
};
const readingRow = { day: '2026-11-02', value: '7', source: 'form', recorded_at: new Date() };

/** Fresh people, a team, and a private template, since some tries remove them. */
async function world(): Promise<World> {
  count += 1;
  const [manager, managed, plain, gone, ownAdmin] = await Promise.all([
    test.addPerson(`Manager ${count}`),
    test.addPerson(`Managed ${count}`),
    test.addPerson(`Plain ${count}`),
    test.addPerson(`Gone ${count}`),
    test.addPerson(`Admin ${count}`, { admin: true }),
  ]);
  const teamId = await test.addTeam(`Team ${count}`, [manager], [managed]);
  const body = { title: 'Mine', sections: [] };
  const template = expectStatus(201, await manager.post('/api/templates', body));
  const [session] = expectStatus(200, await manager.get('/api/sessions')).items;
  expectStatus(201, await admin.post(`/api/people/${managed.id}/invitation`));
  const exporting = { what: 'everything', format: 'json' };
  const archive = expectStatus(201, await manager.post('/api/exports', exporting));
  const kpi = { ...kpiBody, name: `Calls ${count}` };
  const { id: kpiId } = expectStatus(201, await admin.post('/api/kpis', kpi));
  const targetId = newId();
  const account = expectStatus(201, await admin.post('/api/service-accounts', { name: `CRM ${count}` }));
  const token = { name: 'Nightly', serviceAccountId: account.id };
  const { accessToken } = expectStatus(201, await admin.post('/api/access-tokens', token));
  const noticeId = newId();
  await asOwner(test.database.owner, async (db) => {
    const notice = { id: noticeId, kind: 'one-on-one.shared', recipient_id: manager.id, at: new Date() };
    await db.run(build.insertInto('notice').values(notice));
    const target = { ...targetRow, id: targetId, kpi_id: kpiId, person_id: managed.id, set_by: manager.id };
    await db.run(build.insertInto('target').values(target));
    await db.run(build.insertInto('reading').values({ ...readingRow, kpi_id: kpiId, person_id: managed.id }));
    await db.run(build.updateTable('person').set({ active: false }).where('id', '=', gone.id));
  });
  return {
    manager,
    managed,
    people: {
      admin: ownAdmin.cookie,
      'team manager': manager.cookie,
      employee: plain.cookie,
      anonymous: '',
      deactivated: gone.cookie,
    },
    ids: {
      personId: managed.id,
      teamId,
      templateId: template.id,
      sessionId: session.id,
      noticeId,
      kpiId,
      on: readingRow.day,
      targetId,
      accessTokenId: accessToken.id,
      serviceAccountId: account.id,
      exportId: archive.id,
      recoveryId: crypto.randomUUID(),
      token: 'x'.repeat(43),
    },
  };
}

let untouched: World | undefined;

/** The same world again, as long as nothing in it was written with success: a refusal that wrote would show in the next. */
async function untouchedWorld(): Promise<World> {
  untouched ??= await world();
  return untouched;
}

const ics = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART:20270105T090000Z',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

function tomorrow(): string {
  return Temporal.Now.plainDateISO('UTC').add({ days: 1 }).toString();
}

function bodyFor(route: string, { managed, ids }: World): unknown {
  switch (route) {
    case 'PUT /api/notices/reading':
      return {};
    case 'PUT /api/mail-choices':
      return { items: [{ topic: 'comments', byMail: false }] };
    case 'POST /api/exports':
      return { what: 'about-me', format: 'md' };
    case 'POST /api/kpis':
      return { ...kpiBody, name: `More calls ${count}` };
    case 'POST /api/kpi-readings':
      return { readings: [{ kpiId: ids['kpiId'], personId: managed.id, on: '2026-11-03', value: 1 }] };
    case 'POST /api/targets':
      return { kpiId: ids['kpiId'], personId: managed.id, period: 'month', value: 5, from: '2026-12-01' };
    case 'PATCH /api/targets/{targetId}':
      return { value: 12, version: 1 };
    case 'POST /api/access-tokens':
      return { name: 'Mine' };
    case 'POST /api/service-accounts':
      return { name: `Another ${newId()}` };
    case 'PATCH /api/kpis/{kpiId}':
      return { ...kpiBody, name: `Calls ${count}`, decimals: 0, archived: true, version: 1 };
    case 'POST /api/people':
      return { name: 'Somebody' };
    case 'PATCH /api/people/{personId}':
      return { name: 'Somebody else' };
    case 'POST /api/teams':
    case 'PATCH /api/teams/{teamId}':
      return { name: 'A team' };
    case 'POST /api/one-on-ones':
      return { employeeId: managed.id, templateId: weekly.id };
    case 'POST /api/series':
      return {
        employeeIds: [managed.id],
        rule: { cadence: 'on_demand', timeZone: 'UTC', startsOn: tomorrow() },
      };
    case 'POST /api/templates':
      return { title: 'A template', sections: [] };
    case 'PUT /api/templates/{templateId}':
      return { title: 'A template', description: '', shared: false, version: 1, sections: [] };
    case 'PUT /api/password':
      return { currentPassword: 'not this one', newPassword: 'a password long enough' };
    case 'POST /api/session':
      return { email: 'nobody@example.org', password: 'not this one' };
    case 'PATCH /api/me/reminders':
      return { choices: [{ kind: 'review-agenda', days: 2 }] };
    case 'PATCH /api/me/calendar':
      return { names: false };
    case 'POST /api/series-import':
      return { ics };
    case 'PATCH /api/me/profile':
      return { timeZone: 'Europe/Berlin' };
    case 'PUT /api/me/picture':
      return { image: 'bm8gcGljdHVyZQ==' };
    case 'POST /api/people-import':
      return { csv: 'name,email\nSomebody,' };
    case 'POST /api/invitations':
      return { personIds: [managed.id] };
    case 'POST /api/people/{personId}/recovery':
      return { email: 'other@example.org' };
    case 'POST /api/address-change':
      return { email: 'other@example.org', password: 'not this one' };
    case 'POST /api/password-reset':
      return { email: 'nobody@example.org' };
    case 'POST /api/password-reset/{token}':
    case 'POST /api/invitations/{token}':
      return { password: 'a password long enough' };
    default:
      return undefined;
  }
}

describe('routes that belong to no one-on-one', () => {
  describe.each(Object.entries(otherRows))('%s', (route, row) => {
    it.each([...persons])('for %s', async (person) => {
      const here = await untouchedWorld();
      const [method = '', path = ''] = route.split(' ');
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => here.ids[name] ?? '');
      const query = route === 'GET /api/targets' ? `?personId=${here.ids['personId']}` : '';
      const cookie = here.people[person];
      // Of one person only one is under way.
      if (route === 'POST /api/exports') await here.manager.delete(`/api/exports/${here.ids['exportId']}`);
      if (method !== 'GET') untouched = undefined;
      const answer = await test.call(
        method as Method,
        `${url}${query}`,
        bodyFor(route, here),
        cookie ? { cookie } : {},
      );
      expect(`${answer.status}`, JSON.stringify(answer.body)).toBe(row[person]);
      if (answer.status >= 400 && route !== 'POST /api/exports') untouched = here;
    });
  });

  it('tells a signed-out caller nothing about what a route takes', async () => {
    for (const headers of [{}, { cookie: 'duologue=forged' }] as Record<string, string>[]) {
      const answers = [
        await test.call('POST', '/api/one-on-ones', { wrong: true }, headers),
        await test.call('POST', '/api/one-on-ones', '{ no json', headers),
        await test.call('GET', '/api/people?limit=many', undefined, headers),
        await test.call('GET', '/api/nothing-here', undefined, {}),
      ];
      expect(answers.map((answer) => answer.body.code)).toEqual(Array(4).fill('signed_out'));
    }
  });

  it('gives nobody but an admin an address', async () => {
    const { manager } = await world();
    const { items } = expectStatus(200, await manager.get('/api/people?limit=200'));
    expect(items.every((person: object) => !('email' in person) && !('hasLogin' in person))).toBe(true);
    const seenByAdmin = expectStatus(200, await admin.get('/api/people?limit=200'));
    expect(seenByAdmin.items.some((person: { email: string | null }) => person.email !== null)).toBe(true);
  });
});
