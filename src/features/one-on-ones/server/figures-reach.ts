import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { Bucket } from '../../kpis/domain/aggregate.ts';
import { figuresOfItem } from '../../kpis/domain/figures.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import type { BindingTarget } from '../../kpis/domain/targets.ts';
import { canonicalJson } from '../domain/canonical-form.ts';
import type { ItemFigures } from '../domain/content.ts';
import { isFrozen } from '../domain/states.ts';
import type { ReachedOneOnOne } from './one-on-one-reach.ts';

export interface RecordFigures {
  items: ItemFigures[];
  /** Stands for what these figures say: an approval names it. Null where there are none. */
  mark: string | null;
  frozen: boolean;
}

interface MeasuredRow {
  item_id: string;
  measure: Measure;
  kpi: Kpi;
  working_days: number[];
  buckets: Bucket[] | null;
  targets: BindingTarget[] | null;
}

/**
 * What the KPIs and targets of a record show to whoever reads it: live until it is approved, then as they were. A
 * former manager gets none of what came after their time.
 */
export async function loadFigures(
  db: Reader,
  { id, held_on: heldOn, state }: Pick<ReachedOneOnOne, 'id' | 'held_on' | 'state'>,
  today: string,
): Promise<RecordFigures> {
  const frozen = isFrozen(state);
  const items = frozen ? await frozenFigures(db, id) : await liveFigures(db, id, { heldOn, today });
  return { items, mark: markOf(items), frozen };
}

async function frozenFigures(db: Reader, id: string): Promise<ItemFigures[]> {
  return db.all(sql<ItemFigures>`
    select f.item_id as "itemId", f.figures from item_figures f where f.one_on_one_id = ${id} order by f.item_id`);
}

async function liveFigures(
  db: Reader,
  id: string,
  on: { heldOn: string; today: string },
): Promise<ItemFigures[]> {
  const rows = await db.all(sql<MeasuredRow>`
    select m.item_id, m.measure, m.kpi, m.working_days, m.buckets, m.targets
      from app.measured_in(${id}) m order by m.item_id`);
  return rows.map(({ item_id: itemId, measure, kpi, working_days: workingDays, buckets, targets }) => {
    const period = measure.period;
    const binding = (targets ?? []).map((target) => ({ ...target, period }));
    const numbers = { kpi, buckets: buckets ?? [], targets: binding, workingDays };
    return { itemId, figures: figuresOfItem(numbers, measure, on) };
  });
}

function markOf(items: readonly ItemFigures[]): string | null {
  if (items.length === 0) return null;
  return createHash('sha256').update(canonicalJson(items)).digest('base64url').slice(0, 22);
}
