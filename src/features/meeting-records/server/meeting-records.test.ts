import { beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, words } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';
import type { Item, OneOnOne } from '../../one-on-ones/contract.ts';

const test = await testApp();
const rich = (text: string) => words(text).text;

const itemsOf = (record: OneOnOne) => record.sections.flatMap(({ items }) => items);
const ofKind = (record: OneOnOne, kind: Item['kind']) => itemsOf(record).filter((item) => item.kind === kind);

describe('starting a meeting', () => {
  let pair: Pair;
  let url: string;
  let asked: { itemId: string; kind: string }[];

  async function raise(person: Pair['manager'], text: string, shared = true) {
    const body = { kind: 'topic', body: rich(text), shared };
    return expectStatus(201, await person.post(`${url}/talking-points`, body));
  }
  async function open(oneOnOneId: string, person = pair.manager): Promise<OneOnOne> {
    return expectStatus(200, await person.get(`/api/one-on-ones/${oneOnOneId}`));
  }
  async function start(body: object = {}): Promise<OneOnOne> {
    const { oneOnOneId } = expectStatus(201, await pair.manager.post(`${url}/start`, body));
    return open(oneOnOneId);
  }
  async function prepare(update: object, answers: object = {}) {
    const found = expectStatus(200, await pair.employee.get(`${url}/preparation`));
    const body = { update, answers, version: found.version };
    return expectStatus(200, await pair.employee.put(`${url}/preparation`, body));
  }
  async function send() {
    const { version } = expectStatus(200, await pair.employee.get(`${url}/preparation`));
    return expectStatus(200, await pair.employee.post(`${url}/preparation/sending`, { version }));
  }

  beforeEach(async () => {
    pair = await addPair(test);
    url = `/api/series/${(await startSeries(pair, { templateId: weekly.id })).id}`;
    asked = expectStatus(200, await pair.employee.get(`${url}/preparation`)).asked;
  });

  it('asks the employee what the template asks them, and the manager sees nothing until it is sent', async () => {
    expect(asked.map(({ kind }) => kind)).toEqual(['mood', 'rating']);
    await prepare({ wentWell: rich('Nordlys is signed') }, { [asked[0]?.itemId ?? '']: { value: 4 } });
    const unseen = expectStatus(200, await pair.manager.get(`${url}/preparation`));
    expect(unseen).toMatchObject({ update: {}, answers: {}, sentAt: null, version: 0 });
    expectStatus(403, await pair.manager.put(`${url}/preparation`, { update: {}, answers: {}, version: 0 }));
    await send();
    const seen = expectStatus(200, await pair.manager.get(`${url}/preparation`));
    expect(seen.update.wentWell).toEqual(rich('Nordlys is signed'));
    expectStatus(200, await pair.employee.delete(`${url}/preparation/sending`));
    expect(expectStatus(200, await pair.manager.get(`${url}/preparation`)).update).toEqual({});
  });

  it('refuses answers to what was not asked, and values that do not fit', async () => {
    const other = crypto.randomUUID();
    const answers = { [other]: { value: 1 }, [asked[0]?.itemId ?? '']: { value: 9 } };
    const body = { update: {}, answers, version: 0 };
    const { errors } = expectStatus(422, await pair.employee.put(`${url}/preparation`, body));
    expect(errors).toContainEqual({
      path: `answers.${other}`,
      message: 'This is not asked before the meeting.',
    });
    expect(errors).toHaveLength(2);
  });

  it('brings the agenda, the update, the answers and what is open into the record', async () => {
    await raise(pair.manager, 'The new price list');
    await raise(pair.employee, 'Two quiet hours');
    await raise(pair.employee, 'Not yet for you', false);
    const mood = asked[0]?.itemId ?? '';
    await prepare({ wentWell: rich('Nordlys is signed') }, { [mood]: { value: 4 } });
    await send();
    const record = await start();
    expect(record).toMatchObject({ state: 'draft', title: weekly.title });
    expect(ofKind(record, 'agenda').map(({ prompt }) => prompt)).toEqual([
      'Two quiet hours',
      'The new price list',
    ]);
    expect(ofKind(record, 'update')).toMatchObject([
      { fromEmployee: true, given: { wentWell: rich('Nordlys is signed') } },
    ]);
    expect(ofKind(record, 'mood')).toMatchObject([{ fromEmployee: true, answer: { value: 4 } }]);
    expect(ofKind(record, 'rating')).toMatchObject([{ fromEmployee: false, answer: null }]);
    const after = expectStatus(200, await pair.employee.get(`${url}/preparation`));
    expect(after).toMatchObject({ update: {}, answers: {}, version: 0, sentAt: null });
  });

  it('says on which day of theirs a point was raised, also in the evening of the far west', async () => {
    const { version } = expectStatus(200, await pair.manager.get(url));
    const startsOn = Temporal.Now.plainDateISO('UTC').add({ days: 2 }).toString();
    const rule = {
      cadence: 'weekly',
      every: 1,
      weekday: 2,
      at: '10:00',
      timeZone: 'Pacific/Honolulu',
      startsOn,
    };
    expectStatus(200, await pair.manager.patch(url, { version, rule }));
    const evening = Temporal.Now.zonedDateTimeISO('Pacific/Honolulu').with({ hour: 20 });
    test.clock.offset = evening.epochMilliseconds - Date.now();
    await raise(pair.employee, 'Two quiet hours');
    const record = await start();
    test.clock.offset = 0;
    expect(ofKind(record, 'agenda')[0]?.given?.point?.raisedOn).toBe(evening.toPlainDate().toString());
  });

  it('does not let the manager change what the employee answered, and lets them note beside the update', async () => {
    await prepare({ wentWell: rich('Signed') }, { [asked[0]?.itemId ?? '']: { value: 4 } });
    await send();
    const record = await start();
    const [mood] = ofKind(record, 'mood');
    const [update] = ofKind(record, 'update');
    const at = `/api/one-on-ones/${record.id}/items`;
    const change = { answer: { value: 1 }, version: mood?.version };
    expect(expectStatus(409, await pair.manager.put(`${at}/${mood?.id}/answer`, change)).detail).toContain(
      'nobody',
    );
    const note = { answer: words('Well done'), version: update?.version };
    expectStatus(200, await pair.manager.put(`${at}/${update?.id}/answer`, note));
    expect(ofKind(await open(record.id), 'update')[0]?.given?.wentWell).toEqual(rich('Signed'));
  });

  it('keeps an answer under the question that was asked, whatever the template says by then', async () => {
    const items = [{ kind: 'question', prompt: 'Shall we keep Tuesdays?', answeredBy: 'employee' }];
    const sections = [{ title: 'One', items }];
    const template = expectStatus(
      201,
      await pair.manager.post('/api/templates', { title: 'Mine', sections }),
    );
    const { version } = expectStatus(200, await pair.manager.get(url));
    expectStatus(200, await pair.manager.patch(url, { version, templateId: template.id }));
    const itemId = template.sections[0].items[0].id;
    await prepare({}, { [itemId]: words('Yes, I agree.') });
    await send();
    const reworded = structuredClone(template);
    reworded.sections[0].items[0].prompt = 'Do you agree to work unpaid?';
    const { title, description, shared } = template;
    const body = { title, description, shared, version: template.version, sections: reworded.sections };
    expectStatus(200, await pair.manager.put(`/api/templates/${template.id}`, body));
    const other = { title: 'Other', sections: [{ title: 'One', items: [reworded.sections[0].items[0]] }] };
    const second = expectStatus(201, await pair.manager.post('/api/templates', other));
    const record = await start({ templateId: second.id });
    const answered = itemsOf(record).filter(({ fromEmployee }) => fromEmployee);
    expect(answered.map(({ prompt }) => prompt)).toEqual(['Shall we keep Tuesdays?']);
  });

  it('ticks on the agenda what is ticked in the record, and leaves the rest for next time', async () => {
    await raise(pair.employee, 'Two quiet hours');
    await raise(pair.employee, 'Bonus model');
    const record = await start();
    const [first] = ofKind(record, 'agenda');
    const at = `/api/one-on-ones/${record.id}/items/${first?.id}`;
    expect(expectStatus(200, await pair.manager.put(`${at}/tick`))).toMatchObject({ done: true, version: 1 });
    const words_ = { answer: words('9 to 11, from Monday'), version: 1 };
    const answered = expectStatus(200, await pair.manager.put(`${at}/answer`, words_));
    expect(answered.answer).toMatchObject({ done: true });
    const agenda = expectStatus(200, await pair.employee.get(`${url}/agenda`));
    expect(agenda.points).toHaveLength(1);
    expectStatus(200, await pair.manager.delete(`${at}/tick`));
    expect(expectStatus(200, await pair.employee.get(`${url}/agenda`)).points).toHaveLength(2);
    const [mood] = ofKind(record, 'mood');
    expectStatus(409, await pair.manager.put(`/api/one-on-ones/${record.id}/items/${mood?.id}/tick`));
  });

  it('brings promises with their day, and marks them where they were made', async () => {
    const earlier = await start();
    const item = expectStatus(
      201,
      await pair.manager.post(`/api/one-on-ones/${earlier.id}/action-items`, { text: 'Ask finance' }),
    );
    expectStatus(200, await pair.manager.post(`/api/one-on-ones/${earlier.id}/sharing`));
    const { slot } = expectStatus(201, await pair.manager.post(`${url}/start`, {}));
    expectStatus(200, await pair.manager.post(`${url}/meetings/${slot}/ending`));
    test.clock.offset = 24 * 3_600_000;
    const record = await start();
    test.clock.offset = 0;
    expect(record.id).not.toBe(earlier.id);
    const [promise] = ofKind(record, 'follow-up');
    expect(promise).toMatchObject({ prompt: 'Ask finance', given: { actionItem: { id: item.id } } });
    expectStatus(200, await pair.manager.put(`/api/one-on-ones/${record.id}/items/${promise?.id}/tick`));
    const { items } = expectStatus(
      200,
      await pair.employee.get(`/api/one-on-ones/${earlier.id}/action-items`),
    );
    expect(items[0].doneAt).not.toBeNull();
  });

  it('is done once, however often it is asked for, and the employee sees no draft behind it', async () => {
    const records = await Promise.all([start(), start()]);
    expect(records[0]?.id).toBe(records[1]?.id);
    const { past } = expectStatus(200, await pair.employee.get(`${url}/meetings`));
    expect(past).toMatchObject([{ status: 'held', oneOnOneId: null }]);
    expectStatus(200, await pair.manager.post(`/api/one-on-ones/${records[0]?.id}/sharing`));
    const shared = expectStatus(200, await pair.employee.get(`${url}/meetings`));
    expect(shared.past[0].oneOnOneId).toBe(records[0]?.id);
  });

  describe('whose draft is deleted', () => {
    const remove = async ({ id }: OneOnOne) => pair.manager.delete(`/api/one-on-ones/${id}`);
    const meetingsSeen = async () => expectStatus(200, await pair.employee.get(`${url}/meetings`));

    it('was not held: what the employee sent comes back to them, and goes into the next one', async () => {
      await prepare({ wentWell: rich('Signed') }, { [asked[0]?.itemId ?? '']: { value: 4 } });
      await send();
      const record = await start();
      expect((await meetingsSeen()).regularity.held).toBe(1);
      expectStatus(204, await remove(record));
      const { past, regularity } = await meetingsSeen();
      expect([past, regularity.held]).toEqual([[], 0]);
      const back = expectStatus(200, await pair.employee.get(`${url}/preparation`));
      expect(back).toMatchObject({ update: { wentWell: rich('Signed') }, abilities: { takeBack: true } });
      const again = await start();
      expect(ofKind(again, 'update')).toMatchObject([{ given: { wentWell: rich('Signed') } }]);
      expect(ofKind(again, 'mood')).toMatchObject([{ answer: { value: 4 } }]);
    });

    it('leaves the employee what they have begun to write since', async () => {
      await prepare({ wentWell: rich('Signed'), anythingElse: rich('Thanks') });
      await send();
      const record = await start();
      await prepare({ wentWell: rich('Paid') });
      expectStatus(204, await remove(record));
      const { update, sentAt } = expectStatus(200, await pair.employee.get(`${url}/preparation`));
      expect({ update, sentAt }).toEqual({
        update: { wentWell: rich('Paid'), anythingElse: rich('Thanks') },
        sentAt: null,
      });
    });

    it('is planned again where the rule had it, and stays held once the record was shared', async () => {
      const { next } = expectStatus(200, await pair.manager.get(url));
      const record = await start({ slot: next.slot });
      expect(expectStatus(200, await pair.manager.get(url)).next.slot).not.toBe(next.slot);
      expectStatus(204, await remove(record));
      expect(expectStatus(200, await pair.employee.get(url)).next).toMatchObject({
        slot: next.slot,
        heldAt: null,
      });
      const second = await start({ slot: next.slot });
      expectStatus(200, await pair.manager.post(`/api/one-on-ones/${second.id}/sharing`));
      expectStatus(204, await remove(second));
      expect((await meetingsSeen()).past).toMatchObject([{ slot: next.slot, status: 'held' }]);
    });
  });

  it('needs a template, and the manager', async () => {
    const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
    const bare = `/api/series/${(await startSeries(other)).id}`;
    const { errors } = expectStatus(422, await other.manager.post(`${bare}/start`, {}));
    expect(errors).toMatchObject([{ path: 'templateId' }]);
    expectStatus(403, await other.employee.post(`${bare}/start`, { templateId: weekly.id }));
    expectStatus(201, await other.manager.post(`${bare}/start`, { templateId: weekly.id }));
  });

  it('puts what the template has no place for in sections of its own', async () => {
    const body = { title: 'Bare', sections: [] };
    const { id: templateId } = expectStatus(201, await pair.manager.post('/api/templates', body));
    await raise(pair.employee, 'Two quiet hours');
    await prepare({ anythingElse: rich('Thank you') }, { [asked[0]?.itemId ?? '']: { value: 4 } });
    await send();
    const record = await start({ templateId });
    const titles = ['Update', 'Agenda', 'Answered before the meeting'];
    expect(record.sections.map(({ title }) => title)).toEqual(titles);
    expect(ofKind(record, 'mood')).toMatchObject([{ fromEmployee: true, answer: { value: 4 } }]);
  });

  it('ends in an approval whose digest covers what was brought', async () => {
    await raise(pair.employee, 'Two quiet hours');
    await prepare({ wentWell: rich('Signed') });
    await send();
    const record = await start();
    const at = `/api/one-on-ones/${record.id}`;
    const pending = expectStatus(200, await pair.manager.post(`${at}/approval-request`));
    const approved = expectStatus(
      200,
      await pair.employee.post(`${at}/approval`, { version: pending.version }),
    );
    expect(approved.approval.digest).toMatch(/^v3:/);
  });
});
