import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { aggregations, directions } from '../../kpis/domain/kpi.ts';
import { comparisons } from '../../kpis/domain/measure.ts';
import { periods } from '../../kpis/domain/periods.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });

/** From 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

async function newKpi(definition: object): Promise<string> {
  const body = { name: crypto.randomUUID(), unit: 'number', decimals: 2, ...definition };
  return expectStatus(201, await admin.post('/api/kpis', body)).id;
}

/** Six years of readings with gaps, some of them far too large, and targets of the person and the team over them. */
async function giveNumbers({ employee, manager, teamId }: Pair, kpiId: string, random: () => number) {
  const value = () => Number((random() * 2000 - 500).toFixed(3)) * (random() < 0.02 ? 1e8 : 1);
  const day = () =>
    Temporal.PlainDate.from('2021-01-01')
      .add({ days: Math.floor(random() * 2150) })
      .toString();
  const days = [...new Set(Array.from({ length: 500 }, day))];
  await asOwner(test.database.owner, async (db) => {
    await db.run(sql`
      select app.record_readings(${days.map(() => kpiId)}, ${days.map(() => employee.id)}, ${days},
                                 ${days.map(value)}, 'import', now())`);
    for (const period of periods) {
      for (const own of [true, true, false]) {
        const from = day();
        const to = random() < 0.5 ? null : Temporal.PlainDate.from(from).add({ days: 400 }).toString();
        await db.run(sql`
          insert into target (id, kpi_id, person_id, team_id, period, value, valid_from, valid_to, set_by, set_at)
          values (gen_random_uuid(), ${kpiId}, ${own ? employee.id : null}, ${own ? null : teamId}, ${period}, ${value()},
                  ${from}, ${to}, ${manager.id}, now())`);
      }
    }
  });
}

const measures = periods.flatMap((period) =>
  (['current', 'last'] as const).flatMap((which) =>
    comparisons.map((compareWith) => ({ period, which, compareWith })),
  ),
);

describe('figures that are frozen', () => {
  it.each(
    aggregations.flatMap((aggregation) =>
      ['2024-02-29', '2026-01-01', '2026-11-16'].map((heldOn) => [aggregation, heldOn] as const),
    ),
  )('are found to be what was read, whatever is measured: %s, held on %s', async (aggregation, heldOn) => {
    const seed = Number(heldOn.replaceAll('-', '')) + aggregation.length;
    const random = randomFrom(seed);
    const pair = await addPair(test);
    const kpis = await Promise.all(directions.map(async (direction) => newKpi({ direction, aggregation })));
    for (const kpiId of kpis) await giveNumbers(pair, kpiId, random);
    const template = expectStatus(
      201,
      await pair.manager.post('/api/templates', {
        title: 'Numbers',
        sections: kpis.map((kpiId) => ({
          title: 'Numbers',
          items: measures.map((measure) => ({ kind: 'kpi', prompt: 'One', measure: { kpiId, ...measure } })),
        })),
      }),
    );
    const body = { employeeId: pair.employee.id, templateId: template.id, heldOn };
    const { id } = expectStatus(201, await pair.manager.post('/api/one-on-ones', body));
    const at = `/api/one-on-ones/${id}`;
    const { version } = expectStatus(200, await pair.manager.post(`${at}/approval-request`));
    const { items, mark } = expectStatus(200, await pair.employee.get(`${at}/figures`));
    expect(items).toHaveLength(60);
    const answer = await pair.employee.post(`${at}/approval`, { version, figures: mark });
    expect(answer.status, `seed ${seed}: ${JSON.stringify(answer.body)}`).toBe(200);
  });
});
