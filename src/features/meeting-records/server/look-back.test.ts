import { beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, words } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { Item, OneOnOne } from '../../one-on-ones/contract.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';
import type { LookBack } from '../contract.ts';

const test = await testApp();
const today = Temporal.Now.plainDateISO('UTC');
const day = (days: number) => today.add({ days }).toString();

describe('looking back before a meeting', () => {
  let pair: Pair;
  let url: string;

  const look = async (as: 'manager' | 'employee' = 'manager'): Promise<LookBack> =>
    expectStatus(200, await pair[as].get(`${url}/look-back`));

  async function record(heldOn: string): Promise<OneOnOne> {
    const body = { employeeId: pair.employee.id, templateId: weekly.id, heldOn };
    return expectStatus(201, await pair.manager.post('/api/one-on-ones', body));
  }
  const share = async ({ id }: OneOnOne) =>
    expectStatus(200, await pair.manager.post(`/api/one-on-ones/${id}/sharing`));
  async function promise({ id }: OneOnOne, text: string, dueOn: string): Promise<string> {
    const body = { text, dueOn };
    return expectStatus(201, await pair.manager.post(`/api/one-on-ones/${id}/action-items`, body)).id;
  }
  const done = async (id: string) =>
    expectStatus(200, await pair.employee.put(`/api/action-items/${id}/completion`));
  async function answer({ id, sections }: OneOnOne, text: string): Promise<Item> {
    const item = sections.flatMap(({ items }) => items).find(({ kind }) => kind === 'question');
    const body = { answer: words(text), version: 0 };
    const at = `/api/one-on-ones/${id}/items/${item?.id ?? ''}/answer`;
    expectStatus(200, await pair.manager.put(at, body));
    return item as Item; // the weekly template asks questions
  }

  beforeEach(async () => {
    pair = await addPair(test);
    url = `/api/series/${(await startSeries(pair, { templateId: weekly.id })).id}`;
  });

  it('finds nothing where the two never met', async () => {
    expect(await look()).toEqual({
      open: [],
      settled: [],
      last: null,
      unanswered: [],
      lastAnswers: [],
      followUp: { doneOnTime: 0, doneLate: 0, open: 0, overdue: 0, byMeeting: [] },
    });
  });

  it('shows both what they promised and what became of it, with a tick for whoever may', async () => {
    const first = await record(day(-14));
    const late = await promise(first, 'Price list', day(-10));
    const old = await promise(first, 'Hand-over', day(-3));
    const second = await record(day(-7));
    const kept = await promise(second, 'Book the room', day(0));
    await share(first);
    await share(second);
    await done(late);
    await done(kept);
    for (const as of ['manager', 'employee'] as const) {
      const { open, settled, followUp } = await look(as);
      expect(open.map(({ id }) => id)).toEqual([old]);
      expect(open[0]?.abilities.mark).toBe(true);
      expect(settled.map(({ id }) => id)).toEqual([kept, late]);
      expect(followUp).toEqual({
        doneOnTime: 1,
        doneLate: 1,
        open: 0,
        overdue: 1,
        byMeeting: [
          { heldOn: day(-14), agreed: 2, done: 1 },
          { heldOn: day(-7), agreed: 1, done: 1 },
        ],
      });
    }
  });

  it('shows the last record: what was answered, and the questions that were not', async () => {
    await share(await record(day(-14)));
    const last = await record(day(-7));
    const asked = await answer(last, 'The new pipeline');
    await share(last);
    const { last: shown, lastAnswers, unanswered } = await look('employee');
    expect(shown).toMatchObject({ id: last.id, heldOn: day(-7), state: 'active' });
    expect(lastAnswers).toMatchObject([
      { itemId: asked.id, prompt: asked.prompt, answer: words('The new pipeline') },
    ]);
    const questions = last.sections.flatMap(({ items }) => items).filter(({ kind }) => kind === 'question');
    expect(unanswered.map(({ itemId }) => itemId)).toEqual(
      questions.map(({ id }) => id).filter((id) => id !== asked.id),
    );
  });

  it('tells nobody of a draft, by no row and no count', async () => {
    const shared = await record(day(-14));
    await promise(shared, 'Price list', day(0));
    await share(shared);
    const before = await look('employee');
    const draft = await record(day(-1));
    await promise(draft, 'Not yet agreed', day(-1));
    await answer(draft, 'Not yet shared');
    expect(await look('employee')).toEqual(before);
    const { last, lastAnswers, open, followUp } = await look('manager');
    // What the manager still writes was not said yet.
    expect(last?.id).toBe(shared.id);
    expect(lastAnswers).toEqual([]);
    // Not agreed yet: nobody is asked what became of it.
    expect(open).toHaveLength(1);
    expect(followUp.byMeeting).toHaveLength(1);
  });

  it('leaves out what was dropped, and a record that is made for a day to come', async () => {
    const first = await record(day(-7));
    const dropped = await promise(first, 'Price list', day(-6));
    await share(first);
    await share(await record(day(3)));
    const reason = { reason: 'Finance did it' };
    expectStatus(200, await pair.manager.put(`/api/action-items/${dropped}/drop`, reason));
    const { last, followUp, settled } = await look();
    expect(last?.id).toBe(first.id);
    expect(followUp).toMatchObject({ overdue: 0, byMeeting: [{ agreed: 0 }] });
    expect(settled).toHaveLength(1);
  });

  it('counts the last twelve', async () => {
    for (let ago = 14; ago > 0; ago -= 1) await share(await record(day(-ago)));
    const { followUp } = await look();
    expect(followUp.byMeeting.map(({ heldOn }) => heldOn)).toEqual(
      Array.from({ length: 12 }, (_, at) => day(at - 12)),
    );
  });

  it('keeps the records of the other direction, and of others with one of the two, apart', async () => {
    const other = await test.addPerson('Nina Berg');
    await test.addTeam('Also hers', [pair.manager], [other]);
    const body = { employeeId: other.id, templateId: weekly.id, heldOn: day(-1) };
    const beside = expectStatus(201, await pair.manager.post('/api/one-on-ones', body));
    await promise(beside, 'Something else', day(1));
    await share(beside);
    expect(await look()).toMatchObject({ open: [], last: null, followUp: { byMeeting: [] } });
  });
});
