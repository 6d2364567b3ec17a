import { libraryTemplate, mood, note, question, rating } from './library-template.ts';

export const wellbeing = libraryTemplate(5, {
  title: 'Wellbeing check',
  description:
    'When somebody seems strained, after a hard time or a long absence, or once a quarter with everybody. No work topics; nothing has to come out of it.',
  sections: [
    {
      number: 0x10,
      title: 'How are you?',
      guidance:
        'Somewhere quiet, or on a walk. You are not a doctor and need no diagnosis: listen, and do not repair at once. Ask before you write anything down; health is nobody’s business unless they tell you.',
      items: [
        mood(0x11, 'How have the last weeks been, on the whole?'),
        question(
          0x12,
          'What costs you strength at the moment, at work or beside it, as far as you want to say?',
        ),
        question(0x13, 'What does you good?'),
      ],
    },
    {
      number: 0x20,
      title: 'Work and load',
      guidance:
        'Look for what work itself can change: amount, pace, clarity, people, hours. If it is too much, something has to go; take it away yourself rather than asking them to set priorities.',
      items: [
        rating(
          0x21,
          'How is the amount of work?',
          'Far too little',
          'Rather little',
          'Right',
          'Rather much',
          'Far too much',
        ),
        rating(0x22, 'How well do you rest after work?', 'Badly', 'Not well', 'Fairly', 'Well', 'Very well'),
        question(0x23, 'What could wait, go to somebody else, or not be done at all?'),
        question(0x24, 'Is there anybody, or anything, that makes it hard to come to work?'),
      ],
    },
    {
      number: 0x30,
      title: 'Support',
      guidance:
        'Know before you meet whom your organisation offers: company doctor, counselling, somebody to trust. If you are worried about somebody’s safety, say so and get help the same day.',
      items: [
        question(0x31, 'Who or what helps you, and what would help more?'),
        note(0x32, 'What I change, and from when'),
        note(0x33, 'When we talk again, and how you reach me before'),
      ],
    },
  ],
});
