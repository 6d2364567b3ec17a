import { libraryTemplate, note, question, rating } from './library-template.ts';

export const career = libraryTemplate(3, {
  title: 'Career conversation',
  description:
    'Two or three times a year, apart from the weekly meeting and without a clock. Where somebody wants to go, and what the next step is.',
  sections: [
    {
      number: 0x10,
      title: 'Looking back',
      guidance:
        'Send the questions a week before. Ask for stories rather than lists: what somebody tells with light in their eyes is where to look for what comes next.',
      items: [
        question(0x11, 'Which work of the last months are you proud of, and why that?'),
        question(0x12, 'What gave you energy, and what took it?'),
        rating(
          0x13,
          'How much are you learning?',
          'Nothing new',
          'A little',
          'Enough',
          'A lot',
          'Almost too much',
        ),
      ],
    },
    {
      number: 0x20,
      title: 'Looking ahead',
      guidance:
        'A career is not only upwards: deeper, wider, calmer and elsewhere are answers too. Do not argue with a wish, and do not promise a title.',
      items: [
        question(0x21, 'It is three years from now and you like your work. What are you doing?'),
        question(0x22, 'Which role here, or which part of one, would you like to try?'),
        question(0x23, 'What would you regret not having tried?'),
      ],
    },
    {
      number: 0x30,
      title: 'Strengths and gaps',
      guidance:
        'Say what you see, with an example for each. One gap that is closed is worth more than five that are listed.',
      items: [
        question(0x31, 'What do people come to you for?'),
        question(0x32, 'Which one skill would make the biggest difference?'),
        note(0x33, 'What I see in you'),
      ],
    },
    {
      number: 0x40,
      title: 'The next step',
      guidance:
        'Small enough to begin this month: a task, a person to talk to, something to read, a meeting to lead. Decide what you will do as the manager: open a door, free the time.',
      items: [
        question(0x41, 'What will you try next, and how will we know that it worked?'),
        note(0x42, 'What I will do to make it possible'),
        note(0x43, 'When we look at it again'),
      ],
    },
  ],
});
