import { libraryTemplate, note, question, rating } from './library-template.ts';

export const staying = libraryTemplate(8, {
  title: 'What keeps you here',
  description:
    'Once a year with everybody, and soon when somebody good has grown quiet. The questions of an exit interview, asked while it still helps.',
  sections: [
    {
      number: 0x10,
      title: 'Why you stay',
      guidance:
        'Say why you ask: because you want them to stay. Do not defend anything, and do not promise anything today.',
      items: [
        question(0x11, 'When you think of work on the way here, what do you look forward to?'),
        question(0x12, 'What would you miss first if you left?'),
        rating(
          0x13,
          'How much of what you are good at do you use here?',
          'Hardly any',
          'Some',
          'About half',
          'Most',
          'All of it',
        ),
      ],
    },
    {
      number: 0x20,
      title: 'What might make you go',
      guidance:
        'The most useful answers come after a silence. Pay, recognition, workload, prospects, people: let them choose the word.',
      items: [
        question(0x21, 'When did you last think about leaving, and what had happened?'),
        question(0x22, 'What would another employer have to offer for you to listen?'),
        question(0x23, 'What do you wish I knew, or did?'),
      ],
    },
    {
      number: 0x30,
      title: 'What we change',
      guidance:
        'Sort it honestly: what you can change, what you will ask for, what will stay as it is. Come back to each within a month.',
      items: [
        note(0x31, 'What I can change myself, and by when'),
        note(0x32, 'What I will ask for on your behalf, and whom'),
        note(0x33, 'What will stay as it is, and why'),
      ],
    },
  ],
});
