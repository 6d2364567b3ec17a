import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { verifyApprovals } from './verify-approvals.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const kpi = expectStatus(
  201,
  await admin.post('/api/kpis', {
    name: 'Calls booked',
    unit: 'number',
    direction: 'higher',
    aggregation: 'sum',
  }),
);
const measure = { kpiId: kpi.id, period: 'month', which: 'current', compareWith: 'previous' };
const heldOn = '2026-11-16';

async function record(personId: string, day: string, value: number) {
  await asOwner(test.database.owner, async (db) =>
    db.run(sql`
      select app.record_readings(array[${kpi.id}]::uuid[], array[${personId}]::uuid[], array[${day}]::date[],
                                 array[${value}]::numeric[], 'form', now())`),
  );
}

/** A one-on-one with a KPI and a target in it, as a draft. */
async function measuredRecord(pair: Pair) {
  const template = expectStatus(
    201,
    await pair.manager.post('/api/templates', {
      title: 'Numbers',
      sections: [
        {
          title: 'Numbers',
          items: [
            { kind: 'kpi', prompt: 'Calls', measure },
            { kind: 'target', prompt: 'Aim', measure },
            { kind: 'kpi', prompt: 'Not chosen', measure: { ...measure, kpiId: null } },
          ],
        },
      ],
    }),
  );
  const draft = expectStatus(
    201,
    await pair.manager.post('/api/one-on-ones', {
      employeeId: pair.employee.id,
      templateId: template.id,
      heldOn,
    }),
  );
  const [calls, aim, open] = draft.sections[0].items;
  return { at: `/api/one-on-ones/${draft.id}`, id: draft.id, calls, aim, open };
}

async function sent(pair: Pair) {
  const made = await measuredRecord(pair);
  const answer = { target: { value: 62.5, from: '2026-12-01' } };
  expectStatus(200, await pair.manager.put(`${made.at}/items/${made.aim.id}/answer`, { answer, version: 0 }));
  const pending = expectStatus(200, await pair.manager.post(`${made.at}/approval-request`));
  return { ...made, version: pending.version };
}

async function targetsOf(personId: string) {
  return asOwner(test.database.owner, async (db) =>
    db.all(
      sql<{ value: string; valid_from: string; set_by: string }>`
        select value, valid_from::text, set_by from target where person_id = ${personId}`,
    ),
  );
}

describe('KPIs and targets in a one-on-one', () => {
  it('are live for both and for a participant, and for nobody else', async () => {
    const pair = await addPair(test);
    const other = await test.addPerson('Paul Reader');
    const { at, calls, aim, open } = await measuredRecord(pair);
    await record(pair.employee.id, '2026-11-03', 12);
    const { items, mark, frozen } = expectStatus(200, await pair.manager.get(`${at}/figures`));
    const shown = items.map(({ itemId }: { itemId: string }) => itemId);
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(expect.arrayContaining([calls.id, aim.id]));
    expect(shown).not.toContain(open.id);
    expect(items[0].figures).toMatchObject({
      value: 12,
      startsOn: '2026-11-01',
      kpi: { name: 'Calls booked' },
    });
    expect(frozen).toBe(false);

    expectStatus(404, await pair.employee.get(`${at}/figures`));
    expectStatus(200, await pair.manager.put(`${at}/participants/${other.id}`));
    expectStatus(404, await other.get(`${at}/figures`));
    expectStatus(200, await pair.manager.post(`${at}/sharing`));
    for (const reader of [pair.employee, other]) {
      expect(expectStatus(200, await reader.get(`${at}/figures`))).toEqual({ items, mark, frozen });
    }
    expectStatus(404, await admin.get(`${at}/figures`));
    // A participant sees what stands there, and no other number of the person.
    expectStatus(404, await other.get(`/api/people/${pair.employee.id}/numbers`));
  });

  it('show a former manager nothing that came after their time', async () => {
    const pair = await addPair(test);
    const { at } = await measuredRecord(pair);
    await record(pair.employee.id, '2026-11-03', 12);
    expectStatus(200, await admin.delete(`/api/teams/${pair.teamId}/members/${pair.employee.id}`));
    expect(expectStatus(200, await pair.manager.get(`${at}/figures`)).items).toEqual([]);
  });

  it('are approved as they were seen, and never move afterwards', async () => {
    const pair = await addPair(test);
    await record(pair.employee.id, '2026-11-03', 12);
    const { at, id, version } = await sent(pair);
    const seen = expectStatus(200, await pair.employee.get(`${at}/figures`));
    await record(pair.employee.id, '2026-11-04', 5);
    for (const figures of [undefined, seen.mark]) {
      const refused = expectStatus(409, await pair.employee.post(`${at}/approval`, { version, figures }));
      expect(refused.detail).toContain('changed since you looked');
    }
    const now = expectStatus(200, await pair.employee.get(`${at}/figures`));
    expect(now.items[0].figures.value).toBe(17);
    expectStatus(200, await pair.employee.post(`${at}/approval`, { version, figures: now.mark }));

    await record(pair.employee.id, '2026-11-04', 500);
    const after = expectStatus(200, await pair.manager.get(`${at}/figures`));
    expect(after).toEqual({ ...now, frozen: true });
    const verdicts = await asOwner(test.database.owner, async (db) => Array.fromAsync(verifyApprovals(db)));
    expect(verdicts).toContainEqual({ id, verdict: 'intact' });
  });

  it('are part of the digest', async () => {
    const pair = await addPair(test);
    await record(pair.employee.id, '2026-11-03', 12);
    const { at, id, version } = await sent(pair);
    const { mark } = expectStatus(200, await pair.employee.get(`${at}/figures`));
    expectStatus(200, await pair.employee.post(`${at}/approval`, { version, figures: mark }));
    const verdicts = await asOwner(test.database.owner, async (db) => {
      await db.run(sql`alter table item_figures disable trigger item_figures_frozen`);
      await db.run(
        sql`update item_figures set figures = jsonb_set(figures, '{value}', '13') where one_on_one_id = ${id}`,
      );
      return Array.fromAsync(verifyApprovals(db));
    });
    expect(verdicts).toContainEqual({ id, verdict: 'changed' });
  });

  it('let a target that was agreed on take effect when the employee approves, in the name of the manager', async () => {
    const pair = await addPair(test);
    await record(pair.employee.id, '2026-11-03', 12);
    const { at, version } = await sent(pair);
    expect(await targetsOf(pair.employee.id)).toEqual([]);
    const { mark } = expectStatus(200, await pair.employee.get(`${at}/figures`));
    expectStatus(200, await pair.employee.post(`${at}/approval`, { version, figures: mark }));
    expect(await targetsOf(pair.employee.id)).toEqual([
      { value: '62.500', valid_from: '2026-12-01', set_by: pair.manager.id },
    ]);
  });

  it('leave no trace of the approval in the history of targets that an admin reads', async () => {
    const pair = await addPair(test);
    const before = { personId: pair.employee.id, kpiId: kpi.id, period: 'month', value: 3 };
    expectStatus(201, await admin.post('/api/targets', { ...before, from: '2026-01-01' }));
    expectStatus(201, await admin.post('/api/targets', { ...before, from: '2027-01-01' }));
    const { at, version } = await sent(pair);
    const { mark } = expectStatus(200, await pair.employee.get(`${at}/figures`));
    expectStatus(200, await pair.employee.post(`${at}/approval`, { version, figures: mark }));
    const { history } = expectStatus(200, await admin.get(`/api/targets?personId=${pair.employee.id}`));
    const told = history.map(({ what, by }: { what: string; by: { id: string } }) => [what, by.id]);
    expect(told.slice(0, 3)).toEqual([
      ['set', pair.manager.id],
      ['changed', pair.manager.id],
      ['removed', pair.manager.id],
    ]);
    expect(JSON.stringify(told)).not.toContain(pair.employee.id);
    // Nor in its id: of the kind that all others have.
    const likeAnyOther = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const { targetId } of history) expect(targetId).toMatch(likeAnyOther);
    expect(history[0].targetId.slice(0, 5)).toBe(pair.employee.id.slice(0, 5));
  });

  it('set no target in the name of somebody who no longer manages the person', async () => {
    const pair = await addPair(test);
    const { at, version } = await sent(pair);
    expectStatus(200, await admin.delete(`/api/teams/${pair.teamId}/members/${pair.employee.id}`));
    const { mark } = expectStatus(200, await pair.employee.get(`${at}/figures`));
    expectStatus(200, await pair.employee.post(`${at}/approval`, { version, figures: mark }));
    expect(await targetsOf(pair.employee.id)).toEqual([]);
  });

  it('are chosen in the record, where a proposed target of another KPI falls', async () => {
    const pair = await addPair(test);
    const { at, aim, open } = await measuredRecord(pair);
    const target = { value: 10, from: '2026-12-01' };
    const put = async (item: { id: string }, version = 0) =>
      pair.manager.put(`${at}/items/${item.id}/answer`, { answer: { target }, version });
    expect(expectStatus(422, await put(open)).errors[0].path).toBe('answer.target');
    expectStatus(200, await put(aim));
    const changed = expectStatus(
      200,
      await pair.manager.patch(`${at}/items/${aim.id}`, { measure: { ...measure, period: 'week' } }),
    );
    expect(changed.sections[0].items[1]).toMatchObject({
      answer: null,
      measure: { period: 'week' },
      version: 2,
    });
    const wrong = { kind: 'kpi', prompt: 'No measure', sectionId: changed.sections[0].id };
    expect(expectStatus(422, await pair.manager.post(`${at}/items`, wrong)).errors[0].path).toBe('measure');
  });

  it('take no new target once their KPI is archived, and keep what was said', async () => {
    const pair = await addPair(test);
    const definition = { unit: 'number', direction: 'higher', aggregation: 'sum', decimals: 0 };
    const other = expectStatus(201, await admin.post('/api/kpis', { name: 'Deals', ...definition }));
    const { at, aim } = await measuredRecord(pair);
    const shown = { ...measure, kpiId: other.id };
    expectStatus(200, await pair.manager.patch(`${at}/items/${aim.id}`, { measure: shown }));
    const put = async (answer: object, version: number) =>
      pair.manager.put(`${at}/items/${aim.id}/answer`, { answer, version });
    const target = { value: 10, from: '2026-12-01' };
    expectStatus(200, await put({ target }, 0));
    const archived = { name: 'Deals', ...definition, archived: true, version: 1 };
    expectStatus(200, await admin.patch(`/api/kpis/${other.id}`, archived));
    const [fault] = expectStatus(422, await put({ target: { ...target, value: 11 } }, 1)).errors;
    expect(fault.path).toBe('answer.target');
    const text = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'As we said' }] }],
    };
    expectStatus(200, await put({ target, text }, 1));
  });

  it('are sixty at most', async () => {
    const pair = await addPair(test);
    const { at, id, calls } = await measuredRecord(pair);
    await asOwner(test.database.owner, async (db) =>
      db.run(sql`
        insert into item (id, one_on_one_id, section_id, position, kind, prompt, measure)
        select gen_random_uuid(), ${id}, section_id, 2 + n, 'kpi', 'Calls', measure
          from item, generate_series(1, 57) n where item.id = ${calls.id}`),
    );
    const { sections } = expectStatus(201, await pair.manager.post(`${at}/sections`, { title: 'More' }));
    const add = async (body: object) =>
      pair.manager.post(`${at}/items`, { prompt: 'More', sectionId: sections[1].id, ...body });
    expect(expectStatus(409, await add({ kind: 'kpi', measure })).detail).toContain('60 KPIs and targets');
    expectStatus(201, await add({ kind: 'note' }));
  });
});
