import {
  agenda,
  byEmployee,
  followUp,
  libraryTemplate,
  mood,
  note,
  question,
  rating,
  update,
} from './library-template.ts';

export const weekly = libraryTemplate(1, {
  title: 'Weekly one-on-one',
  description:
    'For the regular meeting, every week or two. Half an hour: first the person, then the work, then how you work together.',
  sections: [
    {
      number: 0x10,
      title: 'Start with care',
      guidance:
        'How is the person, before how is the work. Ask, then wait: two quiet minutes tell you more than ten questions. If something is wrong, stay here; the rest can wait a week.',
      items: [
        byEmployee(mood(0x11, 'Wellness check: how are you, on the whole?')),
        question(0x12, 'What is on your mind that we have not talked about?'),
      ],
    },
    {
      number: 0x50,
      title: 'Since last time',
      guidance:
        'Yours first: what you promised and did not do costs more trust than what they did not do. Done, dropped with a reason, or a new day; nothing stays open for a third time.',
      items: [followUp(0x51, 'What we promised')],
    },
    {
      number: 0x20,
      title: 'Update',
      guidance:
        'Read what they wrote before you meet, so that you talk about what to make of it. Go goal by goal. Ask what they learned, not only what they did, and thank them for something in particular.',
      items: [update(0x23, 'What happened since we met')],
    },
    {
      number: 0x60,
      title: 'Agenda',
      guidance:
        'Their points first: they guide the conversation. What you do not get to stands here again next time; decide on what you do, and write the decision down.',
      items: [agenda(0x61, 'What we want to talk about')],
    },
    {
      number: 0x30,
      title: 'Goal check-ins',
      guidance:
        'Look at the goals and numbers together. What lags becomes an issue with a proposed solution, not a promise to try harder. Let them propose first; decide before you part, and write the decision down.',
      items: [
        byEmployee(
          rating(
            0x31,
            'How confident are you about your goals?',
            'Worried',
            'Doubtful',
            'Fairly sure',
            'Confident',
            'Certain',
          ),
        ),
        question(0x32, 'Which goal lags, what stands in its way, and what do you propose?'),
        note(0x33, 'What we decided'),
      ],
    },
    {
      number: 0x40,
      title: 'Feedback',
      guidance:
        'Both ways, every time. Ask for yours first and only say thank you; then give yours: what you saw, what it did, what to keep or change. End with who does what by when.',
      items: [
        question(0x41, 'What should I do more of, or less of, as your manager?'),
        question(0x42, 'What did I see in your work that you should know?'),
        note(0x43, 'Who does what until next time'),
      ],
    },
  ],
});
