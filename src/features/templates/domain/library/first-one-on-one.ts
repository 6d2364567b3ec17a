import { libraryTemplate, note, question, rating } from './library-template.ts';

export const firstOneOnOne = libraryTemplate(2, {
  title: 'First one-on-one',
  description:
    'For the first meeting with somebody who is new, or new to you. It is about how you will work together; leave the projects for next week.',
  sections: [
    {
      number: 0x10,
      title: 'Getting to know each other',
      guidance:
        'Answer each question yourself as well. Nobody has to tell more than they like: ask openly, and take a short answer for an answer.',
      items: [
        question(0x11, 'What brought you here, and what did you like most about your work before?'),
        question(0x12, 'What should people know about you to work well with you?'),
        question(0x13, 'What makes a good day at work for you, and what makes a bad one?'),
      ],
    },
    {
      number: 0x20,
      title: 'How we work together',
      guidance:
        'Habits that are agreed now need no repair later. Say plainly what you expect, and what they can expect of you. Say too who can read these notes: the two of you, and whom you both know about.',
      items: [
        question(
          0x21,
          'How do you like to hear praise, and how do you like to hear what you could do better?',
        ),
        question(0x22, 'When you are stuck or under strain, how will I notice, and what helps?'),
        question(0x23, 'What did your best manager do that you would like me to do too?'),
        note(0x24, 'How often we meet, when, and who prepares what'),
      ],
    },
    {
      number: 0x30,
      title: 'The first weeks',
      guidance:
        'Agree on one thing that will be done and shown within the month. New people see what others have stopped seeing: ask, and write it down.',
      items: [
        rating(
          0x31,
          'How clear is what is expected of you?',
          'Not at all',
          'A little',
          'Mostly',
          'Quite',
          'Completely',
        ),
        question(0x32, 'What is unclear, missing or odd so far?'),
        question(0x33, 'What would you like to have done, learned or met by the end of the month?'),
      ],
    },
    {
      number: 0x40,
      title: 'Until next time',
      guidance: 'Promise little, and keep all of it: trust begins with the first promise.',
      items: [note(0x41, 'What I promised'), note(0x42, 'What you promised')],
    },
  ],
});
