import { describe, expect, it } from 'vitest';
import { messageFor } from './messages.ts';
import type { MeetingAhead } from './meetings-ahead.ts';
import { renderHtml, renderText } from './render.ts';

const meeting: MeetingAhead = {
  task: 'review-agenda',
  counterpartName: 'Eli <Larsen>',
  startsAt: '2026-11-24T09:00:00Z',
  timeZone: 'Asia/Tokyo',
  lacks: { objective: false, topics: false },
  link: 'https://one.example/series/1/prep',
};
const mailOf = (...ahead: MeetingAhead[]) =>
  messageFor('meetings.ahead', {
    recipientName: 'Maya',
    actorName: 'Somebody',
    link: 'https://one.example/series',
    ahead,
  });

describe('a reminder of meetings', () => {
  it('says with whom and when, by the clock of whoever gets it', () => {
    expect(mailOf(meeting).subject).toBe('Your one-on-one with Eli <Larsen>, Tuesday 24 November, 18:00');
  });

  it.each([
    ['add-to-agenda', true, true, 'It has no objective and no main topics yet.'],
    ['add-to-agenda', true, false, 'It has no objective yet.'],
    ['review-agenda', false, true, 'It has no main topics yet.'],
    ['finish-record', true, true, 'say that you did not meet.'],
    ['approve-record', true, true, 'say what should be revised.'],
  ] as const)('asks for what is missing: %s, %s, %s', (task, objective, topics, ending) => {
    const { paragraphs } = mailOf({ ...meeting, task, lacks: { objective, topics } });
    expect(paragraphs.at(-1)).toMatch(new RegExp(`${ending.replaceAll('.', '\\.')}$`));
  });

  it('of several has a line and a link each, and holds names as they are', () => {
    const other = { ...meeting, counterpartName: 'Nina Berg', link: 'https://one.example/series/2/prep' };
    const mail = mailOf(meeting, other);
    expect(mail.subject).toBe('Your one-on-ones: 2 to prepare or to finish');
    const text = renderText('Maya', mail);
    for (const link of ['series/1/prep', 'series/2/prep', 'series'])
      expect(text).toContain(`https://one.example/${link}\n`);
    const html = renderHtml('Maya', mail);
    expect(html).toContain('with Eli &lt;Larsen&gt;.');
    expect(html).toContain('href="https://one.example/series/2/prep"');
  });
});
