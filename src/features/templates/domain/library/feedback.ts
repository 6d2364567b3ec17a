import { libraryTemplate, note, question, rating } from './library-template.ts';

export const feedback = libraryTemplate(4, {
  title: 'Feedback conversation',
  description:
    'When there is something to say that is too big for the weekly meeting: after a project, after something went wrong, or because something is very good and should stay so.',
  sections: [
    {
      number: 0x10,
      title: 'What this is about',
      guidance:
        'One matter, not a collection. Say in the first minute why you meet; waiting for the point is worse than the point. If you are angry, meet tomorrow.',
      items: [note(0x11, 'The situation: when, where, what happened')],
    },
    {
      number: 0x20,
      title: 'Their view',
      guidance: 'Before yours. Listen until you could tell it as they do, and write it down in their words.',
      items: [
        question(0x21, 'How do you see it?'),
        question(0x22, 'What went as you wanted, and what did not?'),
        question(0x23, 'What did you need that was not there?'),
      ],
    },
    {
      number: 0x30,
      title: 'My view',
      guidance:
        'What you saw and heard, then what it did: to the work, to others, to you. No guesses about motives, no "always", no "never". What was good is worth the same care as what was not.',
      items: [
        note(0x31, 'What I saw, and what it did'),
        note(0x32, 'What should stay exactly as it is'),
        note(0x33, 'What I ask you to change'),
      ],
    },
    {
      number: 0x40,
      title: 'Feedback for me',
      guidance: 'Ask what your own part in it was. Then say thank you, and nothing else.',
      items: [
        question(0x41, 'What could I have done, or left, that would have helped?'),
        rating(
          0x42,
          'How easy is it to tell me something unpleasant?',
          'Very hard',
          'Hard',
          'It depends',
          'Easy',
          'Very easy',
        ),
      ],
    },
    {
      number: 0x50,
      title: 'What we agreed',
      guidance: 'One change each, that others could notice. Set a day to look back at it, and keep that day.',
      items: [note(0x51, 'What each of us will do'), note(0x52, 'When we look back at it')],
    },
  ],
});
