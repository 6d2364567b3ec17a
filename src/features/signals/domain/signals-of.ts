import { hitsOf, pacesOf } from './against-targets.ts';
import { courseOf } from './course.ts';
import type { Course } from './course.ts';
import { lookThrough } from './look-through.ts';
import type { Seen } from './look-through.ts';
import type { Signal } from './signal.ts';
import { stoppedOf } from './stopped.ts';
import { tellBest, tellChange, tellHit, tellPace, tellStopped, tellSurprise } from './tell.ts';
import type { Found } from './tell.ts';
import type { Asked, Watched } from './watched.ts';

/** What somebody's numbers say since a day, the strongest first. */
export function signalsOf(numbers: readonly Watched[], asked: Asked): Signal[] {
  return strongestFirst(numbers.flatMap((watched) => signalsOfOne(watched, asked)));
}

export function strongestFirst(signals: readonly Signal[]): Signal[] {
  return signals.toSorted((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
}

/** What one KPI says. */
export function signalsOfOne(watched: Watched, asked: Asked): Signal[] {
  const { kpi } = watched;
  const { today, since } = asked;
  const course = courseOf(watched, today);
  const seen = course && lookThrough(course, kpi.direction === 'higher');
  const stopped = stoppedOf(watched, today);
  const hits = hitsOf(watched, asked);
  // Where nothing comes any more, being behind is no news.
  const paces = pacesOf(watched, today, scatterPerWeek(course, seen)).filter(
    ({ isAhead }) => stopped === null || isAhead,
  );
  return [
    ...(course && seen ? ofCourse(watched, course, seen, asked) : []),
    ...hits.map((hit) => tellHit(kpi, hit)),
    // Of a month, a quarter and a year that all are behind, one is told: the shortest can be turned first.
    ...paces.slice(0, 1).map((pace) => tellPace(kpi, pace, today)),
    ...(stopped !== null && stopped.on >= since ? [tellStopped(kpi, stopped)] : []),
  ];
}

/** Changes first: what is part of one is not told a second time, and of each side one thing is told. */
function ofCourse({ kpi }: Watched, course: Course, seen: Seen, { today, since }: Asked): Signal[] {
  const isNew = ({ signal }: Found) => signal.on >= since;
  const changes = seen.changes.map((change) => tellChange(kpi, course, change)).filter(isNew);
  const single = [
    ...seen.bests.map((best) => tellBest(kpi, course, best, today)),
    ...seen.surprises.map((surprise) => tellSurprise(kpi, course, surprise, today)),
  ]
    .filter(isNew)
    .filter((one) => !changes.some((change) => isPartOf(one, change)))
    .sort((a, b) => b.signal.strength - a.signal.strength);
  return [-1, 1]
    .flatMap((side) => [
      ...changes.filter((one) => one.side === side).slice(-1),
      ...single.filter((one) => one.side === side).slice(0, 1),
    ])
    .map(({ signal }) => signal);
}

function isPartOf(one: Found, change: Found): boolean {
  return one.side === change.side && one.from >= change.from && one.to <= change.to;
}

/** Of what one week adds, or stands at, as people read it. */
function scatterPerWeek(course: Course | null, seen: Seen | null): number {
  if (course === null || seen === null) return Number.POSITIVE_INFINITY;
  const width = course.shown(seen.centre + seen.scatter) - course.shown(seen.centre);
  return course.period === 'week' ? width : width / Math.sqrt(4.35);
}
