import { describe, expect, it } from 'vitest';
import { callsBooked } from '../../../../test/support/calls-booked.ts';
import { addDays, weekdayOf } from '../../kpis/domain/periods.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { signalsOf } from './signals-of.ts';
import type { Watched } from './watched.ts';

/** A Monday. */
const today = '2026-11-23';
const lastWeek = addDays(today, -7);
const since = addDays(today, -28);

/** Eight to twelve on each working day of a year; `say` changes what one of them says, null: nothing. */
function daily(say: (day: string, usual: number) => number | null, over: Partial<Kpi> = {}): Watched {
  const readings: { day: string; value: number }[] = [];
  for (let day = addDays(today, -399); day < today; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    const usual = 8 + ((Number(day.slice(8)) * 7 + Number(day.slice(5, 7)) * 3) % 5);
    const value = say(day, usual);
    if (value !== null) readings.push({ day, value });
  }
  return { kpi: { ...callsBooked, ...over }, readings, targets: [], workingDays: [1, 2, 3, 4, 5] };
}

const asked = { today, since };
const told = (watched: Watched) => signalsOf([watched], asked);
const kinds = (watched: Watched) => told(watched).map(({ kind }) => kind);
const monthly = (value: number) => [
  { teamId: null, period: 'month' as const, value, validFrom: '2026-01-01', validTo: null },
];

describe('signals', () => {
  it('say nothing of a year in which nothing happens', () => {
    expect(told(daily((_, usual) => usual))).toEqual([]);
  });

  it('say nothing without enough to know what is usual', () => {
    const few = daily((day, usual) => (day < addDays(today, -40) ? null : usual));
    expect(
      told({
        ...few,
        readings: few.readings.map((one) => ({ ...one, value: one.value * (one.day >= lastWeek ? 3 : 1) })),
      }),
    ).toEqual([]);
    expect(told({ ...few, readings: [] })).toEqual([]);
  });

  it('tell of a fall in one sentence with the numbers, and whether that is good', () => {
    const fall = (day: string, usual: number) => (day >= lastWeek ? 4 : usual);
    const [signal, ...others] = told(daily(fall));
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ kind: 'anomaly', tone: 'bad', on: today });
    expect(signal?.sentence).toMatch(/^Calls booked fell to 20 last week, from a usual 4\d–5\d$/);
    expect(signal?.evidence).toMatchObject({ period: 'week', startsOn: lastWeek, value: 20 });
    expect(told(daily(fall, { direction: 'lower' }))).toMatchObject([{ kind: 'record', tone: 'good' }]);
  });

  it('tell of a week that is no longer the last one by its date', () => {
    const day0 = addDays(lastWeek, -7);
    const [signal] = told(daily((day, usual) => (day >= day0 && day < lastWeek ? 3 : usual)));
    expect(signal?.sentence).toContain('fell to 15 in the week of 9 Nov, from');
  });

  it('do not tell again what could be seen before', () => {
    const fall = daily((day, usual) => (day >= addDays(today, -42) && day < addDays(today, -35) ? 3 : usual));
    expect(told(fall)).toEqual([]);
  });

  it('are not led astray by days that were not read', () => {
    const gaps = daily((day, usual) => (day >= lastWeek && weekdayOf(day) < 3 ? null : usual));
    expect(told(gaps)).toEqual([]);
    const fortnight = daily((day, usual) => (day >= '2026-07-06' && day < '2026-07-20' ? null : usual));
    expect(told(fortnight)).toEqual([]);
  });

  it('are not led astray by wild readings of before', () => {
    const wild = (day: string, usual: number) => (day.endsWith('-13') ? usual * 50 : usual);
    expect(told(daily((day, usual) => (day < since ? wild(day, usual) : usual)))).toEqual([]);
    expect(
      kinds(daily((day, usual) => (day >= lastWeek ? 1 : day < since ? wild(day, usual) : usual))),
    ).toEqual(['anomaly']);
  });

  it('know the season of the year before', () => {
    const aYearAgo = addDays(lastWeek, -364);
    const season = (day: string, usual: number) =>
      day >= lastWeek || (day >= aYearAgo && day < addDays(aYearAgo, 7)) ? 3 : usual;
    expect(told(daily(season))).toEqual([]);
  });

  it('tell a new level once, and not each of its weeks beside', () => {
    const from = addDays(today, -42);
    const [signal, ...others] = told(daily((day, usual) => (day >= from ? usual + 6 : usual)));
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ kind: 'level-change', tone: 'good', evidence: { startsOn: from } });
    expect(signal?.sentence).toMatch(
      /^Calls booked rose to about \d\d a week since the week of 12 Oct, from about 5\d$/,
    );
  });

  it('tell of a slope that was none before', () => {
    const from = addDays(today, -70);
    const weeks = (day: string) => Math.floor((Date.parse(day) - Date.parse(from)) / 604_800_000) + 1;
    const slope = daily((day, usual) => (day >= from ? Math.max(usual - weeks(day) * 0.6, 0) : usual), {
      decimals: 1,
    });
    const signals = signalsOf([slope], { today, since: from });
    expect(signals.filter(({ kind }) => kind.endsWith('-change')).map(({ tone }) => tone)).toEqual(['bad']);
  });

  it('tell that readings stopped, once they are missed, and nothing of pace then', () => {
    const last = '2026-10-30';
    const stopped = daily((day, usual) => (day > last ? null : usual));
    const [signal, ...others] = told({ ...stopped, targets: monthly(400) });
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ kind: 'data-stopped', tone: 'neutral' });
    expect(signal?.sentence).toBe('No reading of Calls booked came after 30 Oct; before, one came every day');
    expect(kinds(daily((day, usual) => (day > '2026-11-08' ? null : usual)))).toEqual([]);
  });

  it('tell of being behind what is expected by now, and not in the first days of a month', () => {
    const behind = daily((day, usual) => (day >= '2026-11-02' ? Math.ceil(usual / 3) : usual));
    const watched = { ...behind, targets: monthly(210) };
    const pace = told(watched).find(({ kind }) => kind === 'pace');
    expect(pace?.tone).toBe('bad');
    expect(pace?.sentence).toMatch(
      /^Calls booked stands at \d\d this month, behind the 150 expected by now of 210$/,
    );
    const early = { today: '2026-11-06', since: '2026-11-01' };
    const until = { ...watched, readings: watched.readings.filter(({ day }) => day <= early.today) };
    expect(signalsOf([until], early).map(({ kind }) => kind)).not.toContain('pace');
  });

  it('tell of a target that was hit, the last of its kind', () => {
    const watched = { ...daily((_, usual) => usual), targets: monthly(120) };
    expect(told(watched)).toMatchObject([
      { kind: 'target-hit', tone: 'good', evidence: { startsOn: '2026-11-01' } },
    ]);
    expect(told(watched)[0]?.sentence).toMatch(
      /^Calls booked hit the target of 120 for November 2026, with \d+$/,
    );
  });

  it('are the same whenever one looks, and in the order of their strength', () => {
    const numbers = [
      daily((day, usual) => (day >= lastWeek ? 2 : usual)),
      {
        ...daily((day, usual) => (day >= lastWeek ? 24 : usual)),
        kpi: { ...callsBooked, id: 'other', name: 'Deals' },
      },
    ];
    const first = signalsOf(numbers, asked);
    const later = signalsOf(numbers, { today: addDays(today, 2), since });
    expect(later.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(first.map(({ strength }) => strength)).toEqual(
      first.map(({ strength }) => strength).toSorted((a, b) => b - a),
    );
  });
});
