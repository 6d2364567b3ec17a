import type { Kpi } from '../../kpis/domain/kpi.ts';
import { addDays } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { rounded } from '../../kpis/domain/aggregate.ts';
import type { Hit, Pace } from './against-targets.ts';
import type { Course, Step } from './course.ts';
import type { Best, Change, Range, Surprise } from './look-through.ts';
import * as words from './sentences.ts';
import type { Signal, SignalKind, Tone } from './signal.ts';
import type { Stopped } from './stopped.ts';

/** A signal, and which periods it tells of. */
export interface Found {
  signal: Signal;
  /** Up, down, or neither. */
  side: number;
  from: number;
  to: number;
}

interface Base {
  kind: SignalKind;
  on: string;
  tone: Tone;
  strength: number;
  sentence: string;
  period: Period;
  startsOn: string;
  evidence?: Partial<Signal['evidence']>;
}

function signal(kpi: Kpi, { kind, on, tone, strength, sentence, period, startsOn, evidence }: Base): Signal {
  const nothing = { value: null, usualFrom: null, usualTo: null, expected: null, target: null };
  return {
    id: [kpi.id, kind, period, startsOn].join('/'),
    kind,
    kpi,
    on,
    tone,
    strength: rounded(Math.min(Math.max(strength, 0), 1)),
    sentence,
    evidence: { period, startsOn, ...nothing, ...evidence },
  };
}

function toneOf(kpi: Kpi, side: number): Tone {
  return side > 0 === (kpi.direction === 'higher') ? 'good' : 'bad';
}

const missing: Step = { startsOn: '', endsOn: '', value: null, level: null, share: 1 };

function usualOf(course: Course, { from, to }: Range, share: number) {
  return { usualFrom: rounded(course.shown(from, share)), usualTo: rounded(course.shown(to, share)) };
}

export function tellSurprise(kpi: Kpi, course: Course, found: Surprise, today: string): Found {
  const step = course.steps[found.at] ?? missing;
  const { period } = course;
  const usual = usualOf(course, found.usual, step.share);
  const value = step.value ?? 0;
  return {
    signal: signal(kpi, {
      kind: 'anomaly',
      on: addDays(step.endsOn, 1),
      tone: toneOf(kpi, found.out),
      strength: Math.abs(found.out) / 10,
      sentence: words.anomalyWords(kpi, { period, startsOn: step.startsOn, today, value, ...usual }),
      period,
      startsOn: step.startsOn,
      evidence: { value, ...usual },
    }),
    side: Math.sign(found.out),
    from: found.at,
    to: found.at,
  };
}

export function tellBest(kpi: Kpi, course: Course, found: Best, today: string): Found {
  const step = course.steps[found.at] ?? missing;
  const { period } = course;
  const usual = usualOf(course, found.usual, step.share);
  const value = step.value ?? 0;
  const told = { period, startsOn: step.startsOn, today, value, ...usual };
  return {
    signal: signal(kpi, {
      kind: 'record',
      on: addDays(step.endsOn, 1),
      tone: 'good',
      strength: 0.4 + found.by / 10,
      sentence: words.recordWords(kpi, told, found.at + 1),
      period,
      startsOn: step.startsOn,
      evidence: { value, ...usual },
    }),
    side: kpi.direction === 'higher' ? 1 : -1,
    from: found.at,
    to: found.at,
  };
}

export function tellChange(kpi: Kpi, course: Course, found: Change): Found {
  const { period } = course;
  const first = course.steps[found.from] ?? missing;
  const seen = course.steps[found.seen] ?? missing;
  const before = rounded(course.shown(found.before));
  const after = rounded(course.shown(found.after));
  const side = Math.sign(found.size);
  const isLevel = found.kind === 'level';
  // What a slope comes to at where the number stands, as people read it.
  const per = (slope: number) =>
    rounded(course.shown(found.after + slope / 2) - course.shown(found.after - slope / 2));
  const bent = { period, from: first.startsOn, by: per(found.slopeAfter), byBefore: per(found.slopeBefore) };
  return {
    signal: signal(kpi, {
      kind: isLevel ? 'level-change' : 'trend-change',
      on: addDays(seen.endsOn, 1),
      tone: toneOf(kpi, side),
      strength: Math.abs(found.size) / 12,
      sentence: isLevel
        ? words.levelWords(kpi, { period, from: first.startsOn, before, after })
        : words.trendWords(kpi, bent),
      period,
      startsOn: first.startsOn,
      evidence: { value: after, ...usualOf(course, found.usual, 1) },
    }),
    side,
    from: found.from,
    to: found.seen,
  };
}

const weightOfPeriod: Record<Period, number> = { day: 0, week: 0.2, month: 0.4, quarter: 0.6, year: 0.8 };

export function tellPace(kpi: Kpi, pace: Pace, today: string): Signal {
  const { period, startsOn, value, expected, target } = pace;
  return signal(kpi, {
    kind: 'pace',
    on: today,
    tone: pace.isAhead ? 'good' : 'bad',
    strength: 0.3 + pace.by / 2 - (pace.isAhead ? 0.2 : 0),
    sentence: words.paceWords(kpi, pace),
    period,
    startsOn,
    evidence: { value, expected, target },
  });
}

export function tellHit(kpi: Kpi, hit: Hit): Signal {
  const { period, startsOn, on, value, target } = hit;
  return signal(kpi, {
    kind: 'target-hit',
    on,
    tone: 'good',
    strength: weightOfPeriod[period],
    sentence: words.hitWords(kpi, hit),
    period,
    startsOn,
    evidence: { value, target },
  });
}

export function tellStopped(kpi: Kpi, stopped: Stopped): Signal {
  return signal(kpi, {
    kind: 'data-stopped',
    on: stopped.on,
    tone: 'neutral',
    strength: 0.7,
    sentence: words.stoppedWords(kpi, stopped),
    period: 'day',
    startsOn: stopped.last,
  });
}
