import type { DemoPerson } from './company.ts';

/**
 * Mood, what is on the mind, what went well, what could improve, confidence, and the rest of the weekly template in its
 * order; null leaves one open. What is the employee's they have sent before the meeting.
 */
type WeeklyAnswers = readonly (number | string | null)[];

/** How far a record went. */
export type DemoEnd = 'draft' | 'shared' | 'sent' | 'approved' | 'sent back';

export interface DemoRecord {
  manager: DemoPerson;
  employee: DemoPerson;
  /** Held so many days before today. */
  daysAgo: number;
  answers: WeeklyAnswers;
  end: DemoEnd;
  /** The employee's remark, or what they want revised. */
  words?: string;
}

export const demoRecords: readonly DemoRecord[] = [
  {
    manager: 'maya',
    employee: 'eli',
    daysAgo: 35,
    end: 'approved',
    answers: [
      4,
      'My daughter starts school in August. I would like to know early which weeks I can take.',
      '- The Danish list is clean: 40 dead addresses less\n- Two demos that came from last month’s webinar',
      'I answer mails all day and never get two quiet hours for calls.',
      4,
      'Calls booked lags by a fifth. I propose to block 9 to 11 for calls, with the chat closed.',
      'Eli blocks 9 to 11 for four weeks. We look at the numbers together at the end.',
      'More: tell me earlier when prices change. Less: nothing, this works.',
      'You stayed calm with the Hansen account when they shouted. I heard it from two people.',
      'Eli: hand-over list for the north region. Maya: price list a week ahead.',
    ],
  },
  {
    manager: 'maya',
    employee: 'eli',
    daysAgo: 28,
    end: 'approved',
    words: 'I see the pipeline change as riskier than it reads here, but I agree with the plan.',
    answers: [
      3,
      'The new pipeline. I am not against it, I only do not see when I should learn it.',
      'The quiet mornings work: 62 calls booked, up from 48.',
      'My notes after calls are too short for anybody else to use.',
      4,
      'The north region. The lists are old, and the two accounts that matter have new buyers.',
      'We move the pipeline to after the quarter’s end. Eli learns it in two half days, not beside the work.',
      'Tell me what the quarter looks like for the whole team, not only for me.',
      'Your question to the buyer at Nordlys turned that call around. Keep doing that.',
      '- Eli: three lines after each call\n- Maya: books the two half days',
    ],
  },
  {
    manager: 'maya',
    employee: 'eli',
    daysAgo: 14,
    end: 'approved',
    answers: [
      3,
      'The move to the new pipeline costs me evenings after all. I can see the end, but two more weeks like this would be too much.',
      'Nordlys signed. That was six months of work, and I am proud of it.',
      'I said yes to three things I should have passed on.',
      3,
      'Calls booked again: 51, from 62. It is the pipeline. I propose to give the Danish accounts to Sam until Christmas.',
      'Maya asks Sam. Until then no new accounts for Eli.',
      'Ask me on Wednesdays how it goes. By Friday it is too late.',
      'Nordlys was your work from the first mail to the signature. I told Omar so, in those words.',
      'Maya: talks to Sam by Friday. Eli: lists what Sam would have to know.',
    ],
  },
  {
    manager: 'maya',
    employee: 'eli',
    daysAgo: 7,
    end: 'sent',
    answers: [
      4,
      'Better. I slept on the weekend.',
      '- The hand-over to Sam is done, Friday stays free\n- First week on the new pipeline without help',
      'I still write notes for myself and not for Sam.',
      4,
      'None lags since the Danish accounts are with Sam. 58 calls booked.',
      'The Danish accounts stay with Sam until 18 December. We decide on the 15th what comes back.',
      'The Wednesday question helps. Keep it.',
      'You asked for help before it broke. That is what I want this team to do.',
      'Eli: notes that Sam can use. Maya: bonus model, answer from finance.',
    ],
  },
  {
    manager: 'maya',
    employee: 'eli',
    daysAgo: 0,
    end: 'draft',
    answers: [null, null, 'Best win rate since March: 38 %.', null, null, null, null, null, null, null],
  },
  {
    manager: 'maya',
    employee: 'nina',
    daysAgo: 24,
    end: 'approved',
    answers: [
      5,
      'Whether I could learn the forecast. I like numbers more than I expected.',
      'Every offer went out within a day. The template for small offers saves me an hour.',
      'I am slow to say that I am stuck.',
      5,
      null,
      'Nina sits in on the forecast this month and makes next month’s draft.',
      'More of the short calls in the morning.',
      'The offer for Brandt: clear, short, no jargon. I have shown it to the others.',
      'Nina: forecast with Maya on the 3rd.',
    ],
  },
  {
    manager: 'maya',
    employee: 'nina',
    daysAgo: 10,
    end: 'sent back',
    words:
      'The decision about the forecast reads as if I take it over from January. We said I make the draft and you sign it.',
    answers: [
      4,
      'The forecast is fun and takes longer than we thought.',
      'The draft was right to three per cent.',
      'I forgot to tell Tom that the discount ended. He promised it to somebody.',
      4,
      'Offers out within a day: 81 per cent, from 96. It is the forecast week.',
      'Nina takes the forecast over from January.',
      'Tell me when you change an offer of mine, so that I learn from it.',
      'You told Tom yourself, the same day. That is how one does it.',
      'Nina: a list of what ends when, for everybody.',
    ],
  },
  {
    manager: 'omar',
    employee: 'tom',
    daysAgo: 20,
    end: 'approved',
    answers: [
      4,
      'I travel three days a week. At home they count.',
      'Two new customers in the south, both by recommendation.',
      'My reports are late because I write them on the train.',
      4,
      'Visits: 9 of 12. I propose calls for the four that are far away.',
      'Four visits become calls. We look at it after six weeks.',
      'Fewer meetings on Mondays.',
      'Customers ask for you by name. That is rare.',
      'Tom: which four. Omar: Monday meeting every second week.',
    ],
  },
  {
    manager: 'omar',
    employee: 'tom',
    daysAgo: 6,
    end: 'shared',
    answers: [
      4,
      'Less travel is good. I did not expect to miss the long drives.',
      'All four customers took the calls well.',
      'Reports: still late, but by a day and not by a week.',
      5,
      null,
      'We keep the calls.',
      null,
      'The report about the south was worth the wait: I took it to the board.',
      null,
    ],
  },
  {
    manager: 'omar',
    employee: 'maya',
    daysAgo: 31,
    end: 'approved',
    answers: [
      3,
      'Eli carries too much, and I saw it late.',
      'The team made its quarter without a single weekend.',
      'I decide alone what I should decide with the two of them.',
      4,
      'Hiring. Nobody applied who could start before spring.',
      'Sam takes part of the Danish accounts if he agrees. Maya asks, not Omar.',
      'Leave me the first word with my team when plans change.',
      'You told me about Eli before I asked.',
      'Omar: budget for one more person from March.',
    ],
  },
  {
    manager: 'omar',
    employee: 'maya',
    daysAgo: 3,
    end: 'sent',
    answers: [
      4,
      'Sam agreed at once. I could have asked a month ago.',
      '- Eli is himself again\n- Nina’s forecast',
      'I still do not delegate the offers.',
      4,
      'Hiring lags. I propose to write to the two from last year.',
      'Maya writes to both this week. Budget from March is approved.',
      'This was right: you asked, and did not tell.',
      'Your team asks for help early now. That comes from you.',
      'Maya: two mails. Omar: talks to finance about the bonus model.',
    ],
  },
];
