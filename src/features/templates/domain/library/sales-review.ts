import { kpi, libraryTemplate, mood, note, question, rating, target } from './library-template.ts';

export const salesReview = libraryTemplate(6, {
  title: 'Sales review',
  description:
    'For people who sell, every two to four weeks beside the weekly meeting. Numbers, deals and one skill; every lagging number leaves with a decision.',
  sections: [
    {
      number: 0x10,
      title: 'Before the numbers',
      guidance: 'A bad month shows in a face before it shows in a chart. One minute, then the numbers.',
      items: [mood(0x11, 'How did selling feel since last time?')],
    },
    {
      number: 0x20,
      title: 'The numbers',
      guidance:
        'Have them open, both of you. Compare with their own pace before you compare with others. Find the first step that lags: a missing deal is often a missing call four weeks ago.',
      items: [
        kpi(0x24, 'What you did: contacts, calls or meetings', {
          period: 'week',
          which: 'last',
          compareWith: 'previous',
        }),
        kpi(0x25, 'What came of it: offers, closing or size', {
          period: 'month',
          which: 'current',
          compareWith: 'year-before',
        }),
        target(0x26, 'Sales against the target', {
          period: 'month',
          which: 'current',
          compareWith: 'previous',
        }),
        question(0x21, 'Where do you stand against your target, and where will you end?'),
        question(0x22, 'Which number lags first: contacts, meetings, offers, closing, size?'),
        rating(
          0x23,
          'How sure are you of your forecast?',
          'A guess',
          'Unsure',
          'Fairly sure',
          'Sure',
          'Certain',
        ),
      ],
    },
    {
      number: 0x30,
      title: 'Deals',
      guidance:
        'Two or three, not the whole list. Ask what the customer will do next and by when; if nobody knows, it is a hope. Decide about the one that should be let go.',
      items: [
        question(0x31, 'Which deal did you win or lose, and what decided it?'),
        question(0x32, 'Which open deals matter most, and what is the customer’s next step in each?'),
        question(0x33, 'Which deal would you stop working on today?'),
        question(0x34, 'Where should I help: a call, a price, a person?'),
      ],
    },
    {
      number: 0x40,
      title: 'One skill',
      guidance:
        'Listen to a call or read an offer together, and practise the one moment that decides. Praise what to repeat.',
      items: [
        question(0x41, 'What did you try since last time, and what came of it?'),
        question(0x42, 'Which moment of a conversation do we practise next?'),
      ],
    },
    {
      number: 0x50,
      title: 'Decisions',
      guidance: 'For each lagging number: the issue, the proposed solution, the decision, who, by when.',
      items: [
        note(0x51, 'Issues, solutions and what we decided'),
        note(0x52, 'Who does what until next time'),
      ],
    },
  ],
});
