import type { PointKind } from '../features/agenda/domain/points.ts';
import type { DemoPerson } from './company.ts';

export interface DemoPoint {
  by: 'manager' | 'employee';
  kind: PointKind;
  text: string;
  isPrivate?: boolean;
}

/** The standing one-on-one of two, and what waits for their next meeting. */
export interface DemoSeries {
  manager: DemoPerson;
  employee: DemoPerson;
  /** Weeks from one to the next. */
  every: number;
  minutes: number;
  place: string;
  managerPrepares: string;
  employeePrepares: string;
  calledOff: readonly { daysAgo: number; as: 'skipped' | 'cancelled'; reason: string }[];
  /** Moved by three hours on the morning itself. */
  movedLate: readonly { daysAgo: number; reason: string }[];
  objective: string;
  topics: readonly string[];
  points: readonly DemoPoint[];
  /** What the employee has sent for the next meeting. */
  update?: { wentWell: string; couldImprove: string; mood: number };
}

export const demoSeries: readonly DemoSeries[] = [
  {
    manager: 'maya',
    employee: 'eli',
    every: 1,
    minutes: 30,
    place: 'The small room beside the kitchen',
    managerPrepares: 'Read the update, and what I promised last time.',
    employeePrepares: 'The update, and one thing that should go better.',
    calledOff: [{ daysAgo: 21, as: 'skipped', reason: 'Eli is at Nordlys in Aarhus all week.' }],
    movedLate: [{ daysAgo: 28, reason: 'The call with Hansen takes longer.' }],
    objective: 'Agree what comes back from Sam',
    topics: ['Danish accounts', 'Notes that others can use'],
    points: [
      { by: 'employee', kind: 'question', text: 'Which of the Danish accounts come back to me first?' },
      {
        by: 'employee',
        kind: 'win',
        text: 'First week on the new pipeline without calling anybody for help.',
      },
      { by: 'employee', kind: 'feedback', text: 'Ask Maya how she prepares a price talk', isPrivate: true },
      { by: 'manager', kind: 'decision', text: 'Whether the quiet mornings stay after Christmas' },
      {
        by: 'manager',
        kind: 'idea',
        text: 'Sit in on a price talk before the end of the year',
        isPrivate: true,
      },
    ],
    update: {
      wentWell: '- Win rate of 38 %, the best since March\n- Sam took over two accounts without a question',
      couldImprove: 'The notes still take me too long. I would like to see how you write yours.',
      mood: 4,
    },
  },
  {
    manager: 'maya',
    employee: 'nina',
    every: 2,
    minutes: 45,
    place: 'https://meet.example.org/maya-nina',
    managerPrepares: '',
    employeePrepares: 'Numbers of the two weeks.',
    calledOff: [],
    movedLate: [],
    objective: '',
    topics: [],
    points: [
      { by: 'employee', kind: 'topic', text: 'Who signs the forecast in January' },
      { by: 'manager', kind: 'topic', text: 'A course in forecasting in February' },
    ],
  },
  {
    manager: 'omar',
    employee: 'maya',
    every: 2,
    minutes: 60,
    place: 'Omar’s office',
    managerPrepares: 'The budget.',
    employeePrepares: 'How the team is, person by person, in one line.',
    calledOff: [{ daysAgo: 17, as: 'cancelled', reason: 'The board met that day.' }],
    movedLate: [],
    objective: 'Decide on the two from last year',
    topics: ['Hiring'],
    points: [
      { by: 'employee', kind: 'decision', text: 'Offer for one of the two by the end of the month' },
      { by: 'employee', kind: 'blocker', text: 'Nobody answers for the bonus model' },
      { by: 'manager', kind: 'topic', text: 'What the quarter looks like from the board’s side' },
    ],
  },
];
