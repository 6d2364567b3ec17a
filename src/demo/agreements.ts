import type { DemoRecord } from './records.ts';

/** What the two agreed on, and what became of it. */
export interface DemoAgreement {
  text: string;
  owner: 'employee' | 'manager';
  /** Days after the meeting. */
  dueIn: number;
  /** Done so many days after the meeting, or dropped for a reason; else open. */
  became?: { doneAfter: number } | { droppedBecause: string };
}

const agreements: Record<string, readonly DemoAgreement[]> = {
  'maya, eli, 35': [
    {
      text: 'Write the hand-over list for the north region',
      owner: 'employee',
      dueIn: 7,
      became: { doneAfter: 6 },
    },
    { text: 'Send the price list a week ahead', owner: 'manager', dueIn: 7, became: { doneAfter: 5 } },
  ],
  'maya, eli, 28': [
    { text: 'Three lines of notes after each call', owner: 'employee', dueIn: 7, became: { doneAfter: 8 } },
    { text: 'Book the two half days for the pipeline', owner: 'manager', dueIn: 5, became: { doneAfter: 4 } },
    {
      text: 'Clean the Swedish list as well',
      owner: 'employee',
      dueIn: 14,
      became: { droppedBecause: 'Marketing buys a new list in January.' },
    },
  ],
  'maya, eli, 14': [
    { text: 'Talk to Sam about the Danish accounts', owner: 'manager', dueIn: 4, became: { doneAfter: 3 } },
    {
      text: 'List what Sam has to know about each account',
      owner: 'employee',
      dueIn: 6,
      became: { doneAfter: 6 },
    },
    { text: 'Ask finance which bonus model holds next year', owner: 'manager', dueIn: 10 },
  ],
  'maya, eli, 7': [
    { text: 'Rewrite the call notes so that Sam can use them', owner: 'employee', dueIn: 8 },
    { text: 'Decide what comes back from Sam on the 15th', owner: 'manager', dueIn: 21 },
  ],
  'maya, nina, 24': [
    { text: 'Sit in on the forecast on the 3rd', owner: 'employee', dueIn: 10, became: { doneAfter: 9 } },
    { text: 'Show the offer for Brandt to the others', owner: 'manager', dueIn: 7, became: { doneAfter: 2 } },
  ],
  'maya, nina, 10': [
    { text: 'Make a list of what ends when, for everybody', owner: 'employee', dueIn: 7 },
    { text: 'Mark the changes in Nina’s offers', owner: 'manager', dueIn: 14 },
  ],
  'omar, tom, 20': [
    { text: 'Try calls for the four customers that are far away', owner: 'employee', dueIn: 21 },
  ],
};

export function agreementsOf({ manager, employee, daysAgo }: DemoRecord): readonly DemoAgreement[] {
  return agreements[`${manager}, ${employee}, ${daysAgo}`] ?? [];
}
