import { libraryTemplate, note, question, rating } from './library-template.ts';

export const quarterReview = libraryTemplate(7, {
  title: 'Quarter in review',
  description:
    'At the end of a quarter or a season, instead of a weekly meeting. An hour to close the old goals, learn from them and set the next ones.',
  sections: [
    {
      number: 0x10,
      title: 'Looking back',
      guidance:
        'Both read the records of the quarter beforehand; memory keeps only the last two weeks. Begin with what was reached.',
      items: [
        question(0x11, 'Which results of this quarter matter most, and what was your part in them?'),
        question(0x12, 'What did not work out, and what do we know now?'),
        rating(
          0x13,
          'How far did you get with your goals?',
          'Not begun',
          'Begun',
          'Half way',
          'Nearly there',
          'Reached',
        ),
      ],
    },
    {
      number: 0x20,
      title: 'How we worked',
      guidance:
        'Look at how, not only at what: what should become a habit, and what should end with this quarter.',
      items: [
        question(0x21, 'What should you, I or the team keep doing?'),
        question(0x22, 'What should we stop, or do quite differently?'),
        rating(
          0x23,
          'How well did we two work together?',
          'Badly',
          'Not well',
          'Fairly',
          'Well',
          'Very well',
        ),
      ],
    },
    {
      number: 0x30,
      title: 'The next quarter',
      guidance:
        'Three goals at most, each with a number or a fact by which both of you will know. Ask what has to be given up for them.',
      items: [
        question(0x31, 'Which goals do you set yourself, and how will we know that you reached them?'),
        question(0x32, 'What will you stop doing to have time for them?'),
        note(0x33, 'What you need from me, and what I promised'),
      ],
    },
  ],
});
