import type { Kpi } from '../features/kpis/domain/kpi.ts';
import type { Period } from '../features/kpis/domain/periods.ts';
import type { DemoPerson } from './company.ts';

type DemoKpi = Pick<Kpi, 'name' | 'unit' | 'currency' | 'direction' | 'aggregation' | 'decimals'>;

export const demoKpis = {
  calls: {
    name: 'Calls booked',
    unit: 'number',
    currency: null,
    direction: 'higher',
    aggregation: 'sum',
    decimals: 0,
  },
  revenue: {
    name: 'Revenue',
    unit: 'currency',
    currency: 'EUR',
    direction: 'higher',
    aggregation: 'sum',
    decimals: 0,
  },
  conversion: {
    name: 'Conversion',
    unit: 'percent',
    currency: null,
    direction: 'higher',
    aggregation: 'average',
    decimals: 1,
  },
  response: {
    name: 'Response time',
    unit: 'duration',
    currency: null,
    direction: 'lower',
    aggregation: 'average',
    decimals: 0,
  },
  satisfaction: {
    name: 'Satisfaction',
    unit: 'number',
    currency: null,
    direction: 'higher',
    aggregation: 'average',
    decimals: 1,
  },
} as const satisfies Record<string, DemoKpi>;
export type DemoKpiName = keyof typeof demoKpis;

interface Course {
  /** Of a usual day, and how far single days lie from it. */
  usual: number;
  spread: number;
  /** What a year adds or takes, as a part of the usual. */
  drift?: number;
  /** From so many days before today to so many, days are this part of the usual; nought: there are none. */
  spells?: readonly { from: number; to: number; part: number }[];
}

/** What each has done over the last year, day by day. Calls rise on Tuesdays and fall on Fridays; August is quiet. */
export const demoCourses: Partial<Record<DemoPerson, Partial<Record<DemoKpiName, Course>>>> = {
  eli: {
    // The weeks without quiet hours, until the mornings were blocked for calls.
    calls: { usual: 11, spread: 4.4, drift: 0.1, spells: [{ from: 75, to: 34, part: 0.78 }] },
    revenue: { usual: 1450, spread: 900, drift: 0.15 },
    conversion: { usual: 21, spread: 4 },
    response: { usual: 38, spread: 9, drift: -0.15 },
    satisfaction: { usual: 8.3, spread: 0.6 },
  },
  nina: {
    calls: { usual: 13, spread: 5 },
    revenue: { usual: 1700, spread: 1000, spells: [{ from: 40, to: -1, part: 0.74 }] },
    conversion: { usual: 24, spread: 4, drift: -0.1 },
    // Nobody loaded them for the last three weeks.
    response: { usual: 33, spread: 8, spells: [{ from: 21, to: -1, part: 0 }] },
    satisfaction: { usual: 8.6, spread: 0.5 },
  },
  tom: {
    calls: { usual: 8, spread: 4 },
    revenue: { usual: 2600, spread: 900, drift: 0.3 },
    conversion: { usual: 18, spread: 3 },
  },
  maya: { revenue: { usual: 900, spread: 350 } },
};

export interface DemoTarget {
  /** A person, or the team that the manager has. */
  of: DemoPerson | 'team';
  by: DemoPerson;
  kpi: DemoKpiName;
  period: Period;
  value: number;
  /** It holds since so many days before today. */
  since: number;
}

export const demoTargets: readonly DemoTarget[] = [
  { of: 'eli', by: 'maya', kpi: 'calls', period: 'month', value: 225, since: 300 },
  { of: 'eli', by: 'maya', kpi: 'calls', period: 'week', value: 52, since: 200 },
  { of: 'eli', by: 'maya', kpi: 'revenue', period: 'month', value: 31_000, since: 300 },
  { of: 'nina', by: 'maya', kpi: 'calls', period: 'month', value: 260, since: 300 },
  { of: 'nina', by: 'maya', kpi: 'revenue', period: 'month', value: 36_000, since: 300 },
  { of: 'team', by: 'maya', kpi: 'response', period: 'month', value: 40, since: 250 },
  { of: 'team', by: 'maya', kpi: 'satisfaction', period: 'quarter', value: 8.5, since: 250 },
  { of: 'tom', by: 'omar', kpi: 'revenue', period: 'quarter', value: 170_000, since: 200 },
];

export interface DemoReading {
  person: DemoPerson;
  kpi: DemoKpiName;
  on: string;
  value: number;
}

const daysBack = 400;
const byWeekday = [1.02, 1.12, 1.04, 1, 0.82];
const august = 0.75;

/** The working days before `today`, always the same for the same day. */
export function readingsUntil(today: string): DemoReading[] {
  const readings: DemoReading[] = [];
  for (const [person, courses] of Object.entries(demoCourses)) {
    for (const [kpi, course] of Object.entries(courses)) {
      // As many draws a day, whatever comes of them: the same day has the same value however long the course is.
      const random = randomFrom(`${person} ${kpi}`);
      for (let ago = daysBack; ago >= 1; ago -= 1) {
        const day = Temporal.PlainDate.from(today).subtract({ days: ago });
        const value = valueOn(day, ago, kpi as DemoKpiName, course, random() + random() + random() - 1.5);
        if (value === null) continue;
        readings.push({ person: person as DemoPerson, kpi: kpi as DemoKpiName, on: day.toString(), value }); // keys of the tables above
      }
    }
  }
  return readings;
}

/** `chance` lies between -1.5 and 1.5, mostly near nought. */
function valueOn(
  day: Temporal.PlainDate,
  ago: number,
  kpi: DemoKpiName,
  { usual, spread, drift = 0, spells = [] }: Course,
  chance: number,
): number | null {
  const season = byWeekday[day.dayOfWeek - 1];
  if (season === undefined) return null;
  const part = spells.find(({ from, to }) => ago <= from && ago > to)?.part ?? 1;
  if (part === 0) return null;
  const { aggregation, decimals } = demoKpis[kpi];
  const seasons = aggregation === 'sum' ? season * (day.month === 8 ? august : 1) : 1;
  const value = usual * (1 + drift * (1 - ago / daysBack)) * part * seasons + chance * spread;
  return Number(Math.max(0, value).toFixed(decimals));
}

/** Between nought and one; the same for the same words (xmur3 and mulberry32, both in the public domain). */
function randomFrom(words: string): () => number {
  let state = 1_779_033_703 ^ words.length;
  for (const character of words) {
    state = Math.imul(state ^ character.charCodeAt(0), 3_432_918_353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
