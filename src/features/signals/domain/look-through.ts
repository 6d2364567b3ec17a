import { mean, median, quantile } from 'simple-statistics';
import type { Course } from './course.ts';
import { likenessOf, lineOf, scatterOf } from './robust.ts';
import type { Line } from './robust.ts';
import { thresholds } from './thresholds.ts';

type Known = number | null;

/** What was usual, on the scale that is worked on: nine of ten periods. */
export interface Range {
  from: number;
  to: number;
}

/** A complete period that lies far out of what was usual until then. */
export interface Surprise {
  at: number;
  usual: Range;
  /** How many scatters it lies out, with its sign. */
  out: number;
}

/** From a period on it is another level, or another slope. */
export interface Change {
  kind: 'level' | 'bend';
  /** The first period that is different. */
  from: number;
  /** The one after which it could be seen. */
  seen: number;
  before: number;
  after: number;
  slopeBefore: number;
  slopeAfter: number;
  scatter: number;
  usual: Range;
  /** Over its own standard error, with its sign. */
  size: number;
}

/** The highest or lowest so far, whichever is better. */
export interface Best {
  at: number;
  usual: Range;
  by: number;
}

export interface Seen {
  surprises: Surprise[];
  changes: Change[];
  bests: Best[];
  /** The scatter of one period, as of the last one; infinite where too little is known. */
  scatter: number;
  /** What was usual, as of the last one. */
  centre: number;
}

interface Usual {
  line: Line;
  /** Nine of ten periods lie between them, around the line. */
  low: number;
  high: number;
  scatter: number;
  likeness: number;
  count: number;
  /** How far the periods lie from the line, together. */
  miss: number;
}

/**
 * Goes through the periods once, the oldest first, and looks at each with what was known until then: so what is found
 * does not depend on the day on which one looks.
 */
export function lookThrough(course: Course, isHigherBetter: boolean): Seen {
  const levels = course.steps.map(({ level }) => level);
  const seen: Seen = { surprises: [], changes: [], bests: [], scatter: Number.POSITIVE_INFINITY, centre: 0 };
  const least = thresholds.leastHistory[course.period];
  const kept = new Map<string, Usual | null>();
  const usualOf = (from: number, to: number): Usual | null => {
    const key = `${from}/${to}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = makeUsual(levels.slice(from, to), course);
    kept.set(key, made);
    return made;
  };
  let start = 0;
  let scatterBefore = 0;
  levels.forEach((level, at) => {
    if (level === null) return;
    const from = Math.max(start, at - thresholds.usualOf[course.period]);
    const usual = usualOf(from, at);
    const enough = start === 0 ? least - 2 : thresholds.leastOfLevel;
    if (usual !== null && usual.count >= enough) {
      const own = usual.count >= 10 ? usual.scatter : Math.max(usual.scatter, scatterBefore);
      const scatter = Number.isFinite(own) ? own : scatterBefore;
      seen.scatter = scatter;
      seen.centre = usual.line.at(at - from);
      noteSurprise(seen, levels, { ...usual, scatter }, { at, from, course });
      noteBest(seen, course, { ...usual, scatter }, { at, from, isHigherBetter });
    }
    const change = changeAt(levels, { start, at, course }, usualOf);
    if (change === null) return;
    if (!isOfSeason(levels, change.from, at, change.after - change.before, course)) seen.changes.push(change);
    start = change.from;
    scatterBefore = change.scatter;
  });
  return seen;
}

function makeUsual(levels: readonly Known[], course: Course): Usual | null {
  const count = levels.filter((level) => level !== null).length;
  if (count < 3) return null;
  const line = lineOf(levels, thresholds.slope);
  const residuals = levels.flatMap((level, at) => (level === null ? [] : [level - line.at(at)]));
  const scatter = Math.max(scatterOf(residuals), course.leastScatter(line.at(levels.length)));
  const [low, high] = [quantile(residuals, 0.05), quantile(residuals, 0.95)];
  return { line, low, high, scatter, likeness: likenessOf(residuals), count, miss: sumOf(residuals) };
}

function sumOf(residuals: readonly number[]): number {
  return residuals.reduce((sum, value) => sum + Math.abs(value), 0);
}

function noteSurprise(
  seen: Seen,
  levels: readonly Known[],
  { line, low, high, scatter, likeness, count }: Usual,
  { at, from, course }: { at: number; from: number; course: Course },
): void {
  const level = levels[at] ?? null;
  if (level === null) return;
  const centre = line.at(at - from);
  const out = (level - centre) / (scatter * Math.sqrt(1 + line.doubt(at - from)));
  const bar = thresholds.anomaly * (1 + 3 / count);
  if (Math.abs(out) < bar) return;
  // A number that wanders is far out often: then the step itself must be large.
  const before = levels.slice(0, at).findLast((one) => one !== null) ?? null;
  if (
    likeness > 0.4 &&
    before !== null &&
    Math.abs(level - before) < bar * scatter * Math.sqrt(1 - likeness ** 2)
  )
    return;
  if (isOfSeason(levels, at, at, level - centre, course)) return;
  if (level > centre + low && level < centre + high) return;
  seen.surprises.push({ at, usual: { from: centre + low, to: centre + high }, out });
}

/** Whether the same weeks of the year before lay as far out on the same side: then it is the season. */
function isOfSeason(levels: readonly Known[], from: number, to: number, by: number, course: Course): boolean {
  const year = course.period === 'week' ? 52 : 12;
  const around = course.period === 'week' ? 8 : 3;
  const near = course.period === 'week' ? 1 : 0;
  const known = (begin: number, end: number) =>
    levels.slice(Math.max(begin, 0), Math.max(end, 0)).filter((level) => level !== null);
  const length = to - from + 1;
  const beside = [
    ...known(from - year - near - around, from - year - near),
    ...known(to - year + near + 1, Math.min(to - year + near + 1 + around, from - near)),
  ];
  if (beside.length < Math.ceil(around / 2)) return false;
  const usual = median(beside);
  const then = [-near, 0, near].flatMap((shift) => {
    const values = known(from - year + shift, to - year + shift + 1);
    return values.length < Math.ceil(length / 2) ? [] : [mean(values) - usual];
  });
  return then.some(
    (out) => Math.sign(out) === Math.sign(by) && Math.abs(out) >= Math.abs(by) * thresholds.season,
  );
}

function noteBest(
  seen: Seen,
  { period, steps }: Course,
  { line, low, high, scatter }: Usual,
  { at, from, isHigherBetter }: { at: number; from: number; isHigherBetter: boolean },
): void {
  const before = steps
    .slice(0, at)
    .flatMap(({ level, value }) => (level === null || value === null ? [] : [{ level, value }]));
  const { level, value } = steps[at] ?? {};
  if (level === null || level === undefined || value === null || value === undefined) return;
  if (before.length < (period === 'week' ? 26 : 12)) return;
  const sign = isHigherBetter ? 1 : -1;
  const by = Math.min(...before.map((one) => sign * (level - one.level))) / scatter;
  const isBest = before.every((one) => sign * (value - one.value) > 0);
  if (!isBest || by < thresholds.record) return;
  const centre = line.at(at - from);
  seen.bests.push({ at, usual: { from: centre + low, to: centre + high }, by });
}

interface Where {
  start: number;
  at: number;
  course: Course;
}

/** The place at which the periods since the last change fall apart into two most clearly, if they do. */
function changeAt(
  levels: readonly Known[],
  { start, at, course }: Where,
  usualOf: (from: number, to: number) => Usual | null,
): Change | null {
  const least = thresholds.leastNew[course.period];
  let best: (Change & { miss: number }) | null = null;
  const earliest = Math.max(start + 8, at + 1 - thresholds.mostNew[course.period]);
  for (let from = at - least + 1; from >= earliest; from -= 1) {
    const usual = usualOf(start, from);
    if (usual === null || usual.count < 8 || !Number.isFinite(usual.scatter)) continue;
    const found = compare(levels.slice(from, at + 1), usual, { start, at, from, least });
    // Where both parts lie closest to what is said of them, it began.
    if (found !== null && (best === null || found.miss < best.miss)) best = found;
  }
  return best;
}

function compare(
  recent: readonly Known[],
  { line, low, high, scatter, likeness, count, miss }: Usual,
  { start, at, from, least }: { start: number; at: number; from: number; least: number },
): (Change & { miss: number }) | null {
  const offset = from - start;
  const out = recent.flatMap((level, step) =>
    level === null ? [] : [{ step, by: level - line.at(offset + step) }],
  );
  // It begins with a period that is different.
  if (out.length < least || recent[0] === null) return null;
  const by = median(out.map((one) => one.by));
  const doubt = 1.571 / out.length + line.doubt(offset + recent.length / 2);
  const size = by / (scatter * Math.sqrt(doubt * ((1 + likeness) / (1 - likeness))));
  if (Math.abs(size) < thresholds.level * (1 + 3 / count)) return null;
  if (Math.abs(by) < thresholds.leastStep * scatter) return null;
  const begin = beginOf(out.map((one) => one.by));
  const turn = median(out.map((one) => one.by / (one.step + 1)));
  const missOf = (guess: (step: number) => number) =>
    out.reduce((sum, one) => sum + Math.abs(one.by - guess(one.step)), 0);
  const isBend =
    out.length >= thresholds.leastBend && missOf((step) => turn * (step + 1)) < 0.9 * missOf(() => by);
  const middle = offset + (recent.length - 1) / 2;
  return {
    kind: isBend ? 'bend' : 'level',
    from: isBend ? from : from + (out[begin]?.step ?? 0),
    seen: at,
    before: line.at(isBend ? offset : middle),
    after: line.at(middle) + (isBend ? by : median(out.slice(begin).map((one) => one.by))),
    slopeBefore: line.slope,
    slopeAfter: line.slope + turn,
    scatter,
    usual: { from: line.at(middle) + low, to: line.at(middle) + high },
    size,
    miss: miss + (isBend ? missOf((step) => turn * (step + 1)) : missOf(() => by)),
  };
}

/** Seen early, a new level has fewer periods than what was looked at: the first ones may be of before. */
function beginOf(out: readonly number[]): number {
  const missFrom = (begin: number) => {
    const rest = out.slice(begin);
    const middle = median(rest);
    return sumOf(out.slice(0, begin)) + sumOf(rest.map((by) => by - middle));
  };
  let best = 0;
  for (let begin = 1; begin <= out.length - 2; begin += 1) {
    if (missFrom(begin) < missFrom(best)) best = begin;
  }
  return best;
}
