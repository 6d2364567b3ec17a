import * as fc from 'fast-check';
import { meetingCommands, plainCommands, pointCommands, sides } from './series-model.ts';
import type { Actor, MeetingCommand, PlainCommand, PointCommand } from './series-model.ts';

/** On one of the points there are, on one of the meetings, on the series; or a week goes by, or managing ends or returns. */
export type SeriesStep =
  | { actor: Actor; point: PointCommand; which: number }
  | { actor: Actor; meeting: MeetingCommand; which: MeetingChoice }
  | { actor: Actor; series: PlainCommand }
  | { week: true }
  | { managed: boolean };

export type MeetingChoice = 'next' | 'called off' | 'held' | 'past';

const actor = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Actor>(...sides) },
  { weight: 1, arbitrary: fc.constant<Actor>('outsider') },
);
const onPoint = fc.record({ actor, point: fc.constantFrom(...pointCommands), which: fc.nat({ max: 5 }) });
const onMeeting = fc.record({
  actor,
  meeting: fc.constantFrom(...meetingCommands),
  which: fc.constantFrom<MeetingChoice>('next', 'next', 'next', 'called off', 'held', 'past'),
});
const series = fc.constantFrom(...plainCommands.filter((command) => command !== 'endSeries'));
const onSeries = fc.record({ actor, series });
// Without points there is little to see, and without meetings nothing to be open after.
const likely = fc.constantFrom<SeriesStep>(
  { actor: 'employee', series: 'addShared' },
  { actor: 'manager', series: 'addShared' },
  { actor: 'employee', series: 'addPrivate' },
  { actor: 'manager', series: 'addPrivate' },
  { actor: 'manager', meeting: 'start', which: 'next' },
  { actor: 'manager', meeting: 'endMeeting', which: 'held' },
  { actor: 'employee', series: 'writeUpdate' },
  { actor: 'employee', series: 'sendUpdate' },
);
const rare = fc.constantFrom<SeriesStep>(
  { managed: false },
  { managed: true },
  { managed: true },
  { actor: 'manager', series: 'endSeries' },
  { actor: 'employee', series: 'endSeries' },
);

const step: fc.Arbitrary<SeriesStep> = fc.oneof(
  { weight: 7, arbitrary: onPoint },
  { weight: 4, arbitrary: onMeeting },
  { weight: 4, arbitrary: onSeries },
  { weight: 6, arbitrary: likely },
  { weight: 2, arbitrary: fc.constant<SeriesStep>({ week: true }) },
  { weight: 1, arbitrary: rare },
);

export const seriesSteps: fc.Arbitrary<SeriesStep[]> = fc.array(step, {
  minLength: 4,
  maxLength: 24,
  size: 'max',
});
