import { kpiRoutes } from '../features/kpis/contract.ts';
import type { Measure } from '../features/kpis/domain/measure.ts';
import { numberRoutes } from '../features/numbers/contract.ts';
import { oneOnOneRoutes } from '../features/one-on-ones/contract.ts';
import type { Item } from '../features/one-on-ones/contract.ts';
import { readingRoutes } from '../features/readings/contract.ts';
import { targetRoutes } from '../features/targets/contract.ts';
import { salesReview } from '../features/templates/domain/library/sales-review.ts';
import { isMeasured } from '../features/templates/domain/items.ts';
import type { DemoPerson } from './company.ts';
import { demoKpis, demoTargets, readingsUntil } from './numbers.ts';
import type { DemoKpiName, DemoReading } from './numbers.ts';
import { richTextFrom } from './rich-text-from.ts';
import type { Visitor } from './visitor.ts';

interface Company {
  ids: Record<DemoPerson, string>;
  as: (person: DemoPerson) => Visitor;
  /** Puts the clock to ten in the morning so many days ago, or of the Friday before; answers that day. */
  at: (daysAgo: number) => string;
}

/** The sales review of Eli was so long ago. */
const reviewedBefore = 24;

/** A year of readings, targets, and one review with its numbers frozen. */
export async function fillNumbers(company: Company): Promise<void> {
  const { as, at, ids } = company;
  const today = at(0);
  const kpiIds = await defineKpis(as('admin'));
  const readings = readingsUntil(today);
  await setTargets(company, kpiIds, today);
  const reviewedOn = at(reviewedBefore);
  const load = async (some: readonly DemoReading[]) =>
    as('admin').call(readingRoutes.addReadings, {
      body: {
        readings: some.map(({ person, kpi, on, value }) => ({
          kpiId: kpiIds[kpi],
          personId: ids[person],
          on,
          value,
        })),
      },
    });
  await load(readings.filter(({ on }) => on < reviewedOn));
  await review(company, kpiIds, reviewedOn);
  at(0);
  await load(readings.filter(({ on }) => on >= reviewedOn));
}

async function defineKpis(admin: Visitor): Promise<Record<DemoKpiName, string>> {
  const ids: Partial<Record<DemoKpiName, string>> = {};
  for (const [name, body] of Object.entries(demoKpis)) {
    const { id } = await admin.call(kpiRoutes.addKpi, { body });
    ids[name as DemoKpiName] = id; // a key of the table it comes from
  }
  return ids as Record<DemoKpiName, string>; // each key has been filled
}

async function setTargets(
  { as, ids }: Company,
  kpiIds: Record<DemoKpiName, string>,
  today: string,
): Promise<void> {
  for (const { of, by, kpi, period, value, since } of demoTargets) {
    const from = Temporal.PlainDate.from(today).subtract({ days: since }).toString();
    const whose = of === 'team' ? { teamId: await teamOf(as(by)) } : { personId: ids[of] };
    await as(by).call(targetRoutes.setTarget, {
      body: { ...whose, kpiId: kpiIds[kpi], period, value, from },
    });
  }
}

async function teamOf(manager: Visitor): Promise<string> {
  const { teams } = await manager.call(numberRoutes.teamNumbers, { query: {} });
  return teams[0]?.id ?? '';
}

/** What else was said, by how its question begins. */
const answers: readonly [begins: string, answer: string | number][] = [
  ['How did selling feel', 4],
  [
    'Where do you stand',
    'Revenue is ahead of the month. Calls end a little under the target if this week is like the last.',
  ],
  ['Which number lags', 'Calls, since August. The offers of November are the calls of October.'],
  ['How sure are you', 4],
  ['Which deal did you win', 'Nordlys, after the third talk. What decided it was the visit, not the price.'],
  ['Which deal would you stop', 'Hansen: no date, no budget, the third time.'],
  ['Which moment of a conversation', 'Asking for the next step before saying goodbye.'],
  [
    'Issues, solutions',
    'Calls lag because mornings go to mails. 9 to 11 is for calls, with the chat closed, until the quarter ends.',
  ],
];

const notes: Partial<Record<Item['kind'], string>> = {
  kpi: 'The quiet mornings are three weeks old. Calls are not back where they were, and they rise.',
  target: 'We stay with the target until the quarter ends, and look at the week instead of the day.',
};

/** From the library's template, each number chosen, and approved as Eli saw it. */
async function review(
  { as, ids }: Company,
  kpiIds: Record<DemoKpiName, string>,
  heldOn: string,
): Promise<void> {
  const maya = as('maya');
  const body = { employeeId: ids.eli, templateId: salesReview.id, heldOn };
  const made = await maya.call(oneOnOneRoutes.create, { body });
  const params = { oneOnOneId: made.id };
  const measured = made.sections.flatMap(({ items }) => items).filter(({ kind }) => isMeasured(kind));
  const chosen: DemoKpiName[] = ['calls', 'revenue', 'calls'];
  for (const [at, { id, kind, measure }] of measured.entries()) {
    const kpiId = kpiIds[chosen[at] ?? 'calls'];
    const shown: Measure = { period: 'month', which: 'current', compareWith: 'previous', ...measure, kpiId };
    await maya.call(oneOnOneRoutes.changeItem, {
      params: { ...params, itemId: id },
      body: { measure: shown },
    });
    const words = at === 1 ? undefined : notes[kind];
    if (words === undefined) continue;
    await maya.call(oneOnOneRoutes.answer, {
      params: { ...params, itemId: id },
      body: { answer: { text: richTextFrom(words) }, version: 0 },
    });
  }
  const asked = made.sections.flatMap(({ items }) => items);
  for (const [begins, said] of answers) {
    const item = asked.find(({ prompt }) => prompt.startsWith(begins));
    if (item === undefined) continue;
    const answer = typeof said === 'number' ? { value: said } : { text: richTextFrom(said) };
    await maya.call(oneOnOneRoutes.answer, {
      params: { ...params, itemId: item.id },
      body: { answer, version: 0 },
    });
  }
  await maya.call(oneOnOneRoutes.share, { params });
  const sent = await maya.call(oneOnOneRoutes.requestApproval, { params });
  const eli = as('eli');
  const { mark } = await eli.call(oneOnOneRoutes.figures, { params });
  await eli.call(oneOnOneRoutes.approve, {
    params,
    body: { version: sent.version, ...(mark !== null && { figures: mark }) },
  });
}
