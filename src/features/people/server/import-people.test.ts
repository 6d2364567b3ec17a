import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { testApp } from '../../../../test/support/test-app.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });

async function preview(csv: string) {
  return admin.post('/api/people-import', { csv });
}
async function doImport(csv: string) {
  return admin.post('/api/people-import', { csv, apply: true });
}
const everybody = async () => expectStatus(200, await admin.get('/api/people?limit=200')).items;

describe('an import of people from CSV', () => {
  const csv = [
    'Name;E-Mail;Team;Manages',
    'Zoë Brandt;zoe@example.org;Sales|Berlin;',
    '"Okafor; Tom";tom@example.org;;Sales',
    'Without Address;;Sales;',
  ].join('\r\n');

  it('shows what will happen and does nothing, then does it, then has nothing to do', async () => {
    const before = await everybody();
    const shown = expectStatus(200, await preview(`\uFEFF${csv}`));
    expect(shown.lines.map((line: { action: string }) => line.action)).toEqual(['add', 'add', 'add']);
    expect(shown.newTeams.toSorted()).toEqual(['Berlin', 'Sales']);
    expect(await everybody()).toEqual(before);

    expectStatus(200, await doImport(csv));
    const zoe = (await everybody()).find((person: { email: string }) => person.email === 'zoe@example.org');
    expect(zoe).toMatchObject({ name: 'Zoë Brandt', hasLogin: true });
    expect(zoe.memberOf.map(({ name }: { name: string }) => name)).toEqual(['Berlin', 'Sales']);
    const teams = expectStatus(200, await admin.get('/api/teams')).items;
    const sales = teams.find(({ name }: { name: string }) => name === 'Sales');
    expect(sales.managers.map(({ name }: { name: string }) => name)).toEqual(['Okafor; Tom']);

    const after = await everybody();
    const again = expectStatus(200, await doImport(csv));
    expect(again.lines.every((line: { action: string }) => line.action === 'nothing')).toBe(true);
    expect(await everybody()).toEqual(after);
  });

  it('imports nothing where one line is wrong, and names the line', async () => {
    const before = await everybody();
    const wrong = await doImport('name,email\nRight Person,right@example.org\nWrong Person,not an address');
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'csv.3']);
    expect(await everybody()).toEqual(before);
  });

  it.each([
    ['no head', 'Ada,ada@example.org'],
    ['nothing', ''],
    ['open quotes', 'name,email\n"Ada,ada@example.org'],
  ])('refuses a file with %s, and says so', async (_, text) => {
    const answer = await preview(text);
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'csv']);
  });

  it('takes 5,000 people at once, in teams, within the time of a request', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `Person ${at},person.${at}@example.org,Team ${at % 100},`,
    );
    const text = ['name,email,team,manages', ...lines].join('\n');
    expectStatus(200, await doImport(text));
    const { items } = expectStatus(200, await admin.get('/api/people?q=person.4999'));
    expect(items[0].memberOf[0].name).toBe('Team 99');
  }, 30_000);
});
