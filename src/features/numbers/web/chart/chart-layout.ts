import { scaleBand, scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { addsUp } from '../../../kpis/domain/aggregate.ts';
import type { Figures } from '../../../kpis/domain/figures.ts';
import { daysBetween, spanOf } from '../../../kpis/domain/periods.ts';

export interface ChartPlace {
  startsOn: string;
  endsOn: string;
  value: number | null;
  target: number | null;
  /** The middle of its band, and where its band begins. */
  x: number;
  left: number;
  /** Where its value stands; null without one. */
  y: number | null;
  isRunning: boolean;
}

export interface ChartLayout {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  band: number;
  bar: number;
  /** What adds up is drawn as bars from nought; an average or a last value as a line. */
  hasBars: boolean;
  zero: number;
  places: ChartPlace[];
  ticks: { value: number; y: number }[];
  targetPath: string;
  linePath: string;
  runningPath: string;
  /** Where a day stands between the first and the last period. */
  xOf: (day: string) => number;
}

const height = 280;
const room = { top: 16, bottom: 40, right: 8 };

interface Wanted {
  width: number;
  /** For the words of the axis. */
  left: number;
}

/** Where everything of the chart stands; nothing here draws. */
export function layOut(figures: Figures, { width, left }: Wanted): ChartLayout {
  const { trend, period, asOf, kpi } = figures;
  const hasBars = addsUp(kpi.aggregation);
  const plot = {
    left,
    right: Math.max(left + 1, width - room.right),
    top: room.top,
    bottom: height - room.bottom,
  };
  const bands = scaleBand<string>(
    trend.map(({ startsOn }) => startsOn),
    [plot.left, plot.right],
  );
  const band = bands.bandwidth();
  const y = scaleLinear(domainOf(figures, hasBars), [plot.bottom, plot.top]);
  const ticks = ticksOf(figures, y.domain());
  const places = trend.map(({ startsOn, value, target }): ChartPlace => {
    const { endsOn } = spanOf(period, startsOn);
    const from = bands(startsOn) ?? plot.left;
    return {
      startsOn,
      endsOn,
      value,
      target,
      left: from,
      x: from + band / 2,
      y: value === null ? null : y(value),
      isRunning: asOf <= endsOn,
    };
  });
  const settled = places.filter(({ isRunning }) => !isRunning);
  const running = places.find(({ isRunning }) => isRunning);
  const before = settled.at(-1);
  const draw = line<ChartPlace>()
    .defined((place) => place.y !== null)
    .x((place) => place.x)
    .y((place) => place.y ?? 0);
  // Each target holds over the whole of its band: a step where another begins.
  const edges = places.flatMap(({ left: from, target }) => [
    { x: from, target },
    { x: from + band, target },
  ]);
  const targetPath = line<(typeof edges)[number]>()
    .defined(({ target }) => target !== null)
    .x((edge) => edge.x)
    .y(({ target }) => y(target ?? 0))
    .curve(curveStepAfter)(edges);
  return {
    width,
    height,
    plot,
    band,
    bar: Math.min(44, band * 0.64),
    hasBars,
    zero: y(Math.min(Math.max(0, y.domain()[0] ?? 0), y.domain()[1] ?? 0)),
    places,
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    targetPath: targetPath ?? '',
    linePath: draw(settled) ?? '',
    runningPath:
      running !== undefined && before !== undefined && running.y !== null && before.y !== null
        ? (draw([before, running]) ?? '')
        : '',
    xOf: (day) => {
      const at = places.find(({ endsOn }) => day <= endsOn) ?? places.at(-1);
      if (at === undefined) return plot.left;
      const days = daysBetween(at.startsOn, at.endsOn) + 1;
      return at.left + (band * (Math.max(0, daysBetween(at.startsOn, day)) + 0.5)) / days;
    },
  };
}

/** With nought where the values are near it, or stand on it as bars; a step of round numbers at each end. */
function domainOf({ trend, kpi }: Figures, hasBars: boolean): [number, number] {
  const known = trend.flatMap(({ value, target }) => [value, target]).filter((value) => value !== null);
  if (known.length === 0) return [0, 1];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const showsZero = hasBars || (low >= 0 && low <= high * 0.6) || (high <= 0 && high >= low * 0.6);
  const from = showsZero ? Math.min(0, low) : low;
  const to = showsZero ? Math.max(0, high) : high;
  const least = 10 ** -kpi.decimals;
  const pad = to - from < least ? Math.max(least, Math.abs(to) * 0.1) : 0;
  const [start = from, end = to] = scaleLinear([from === 0 ? 0 : from - pad, to + pad], [0, 1])
    .nice(4)
    .domain();
  return [start, end];
}

const minuteSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1440, 2880, 7200, 14_400];

/** About four, round: of minutes as clocks have them. */
function ticksOf({ kpi }: Figures, [from = 0, to = 1]: number[]): number[] {
  if (kpi.unit === 'duration' && kpi.aggregation !== 'count') {
    const step = minuteSteps.find((one) => (to - from) / one <= 5);
    if (step !== undefined) {
      const first = Math.ceil(from / step);
      return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, at) => (first + at) * step);
    }
  }
  // Finer than the words of a value two lines would say the same.
  const finest = 10 ** (kpi.aggregation === 'count' ? 0 : kpi.decimals);
  return scaleLinear([from, to], [0, 1])
    .ticks(4)
    .filter((tick) => Math.abs(tick * finest - Math.round(tick * finest)) < 1e-6);
}
