import type { Message } from './messages.ts';

/** One meeting that somebody is reminded of: with whom and when, and what there is to do. */
export interface MeetingAhead {
  task: 'add-to-agenda' | 'review-agenda' | 'finish-record' | 'approve-record';
  counterpartName: string;
  startsAt: string;
  /** The recipient's. */
  timeZone: string;
  /** What its agenda does not have yet. */
  lacks: { objective: boolean; topics: boolean };
  link: string;
}

/** How many, with whom and when; never a word that anybody wrote. */
export function aheadWords(ahead: readonly MeetingAhead[]): Omit<Message, 'link'> {
  const [only] = ahead;
  if (only === undefined) {
    return {
      subject: 'Something to prepare or to finish for your one-on-ones',
      paragraphs: [],
      action: null,
    };
  }
  if (ahead.length > 1) {
    return {
      subject: `Your one-on-ones: ${ahead.length} to prepare or to finish`,
      paragraphs: [],
      entries: ahead.map((meeting) => ({
        text: `${whenOf(meeting)}, with ${meeting.counterpartName}. ${taskOf(meeting)}`,
        action: actions[meeting.task],
        link: meeting.link,
      })),
      action: 'See all meetings',
    };
  }
  return {
    subject: subjectOf(only),
    paragraphs: [`${whenOf(only)}, with ${only.counterpartName}.`, taskOf(only)],
    action: actions[only.task],
  };
}

const actions: Record<MeetingAhead['task'], string> = {
  'add-to-agenda': 'Add to the agenda',
  'review-agenda': 'Prepare',
  'finish-record': 'Finish the record',
  'approve-record': 'Read and approve',
};

function subjectOf(meeting: MeetingAhead): string {
  const { task, counterpartName: name } = meeting;
  switch (task) {
    case 'add-to-agenda':
    case 'review-agenda':
      return `Your one-on-one with ${name}, ${whenOf(meeting)}`;
    case 'finish-record':
      return `Your one-on-one with ${name}: the record is not finished`;
    case 'approve-record':
      return `Your one-on-one with ${name} waits for your approval`;
  }
}

function taskOf({ task, lacks }: MeetingAhead): string {
  switch (task) {
    case 'add-to-agenda':
      return `Put on the agenda what you want to talk about.${lacking(lacks)}`;
    case 'review-agenda':
      return `Look through the agenda and what was agreed.${lacking(lacks)}`;
    case 'finish-record':
      return 'Finish its record and send it for approval, or say that you did not meet.';
    case 'approve-record':
      return 'Read its record, then approve it, or say what should be revised.';
  }
}

function lacking({ objective, topics }: MeetingAhead['lacks']): string {
  if (objective && topics) return ' It has no objective and no main topics yet.';
  if (objective) return ' It has no objective yet.';
  return topics ? ' It has no main topics yet.' : '';
}

/** `Tuesday 24 November, 10:00`, where the recipient is. */
export function whenOf({ startsAt, timeZone }: Pick<MeetingAhead, 'startsAt' | 'timeZone'>): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const at = new Date(startsAt);
  const inZone = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
  return `${inZone(day)}, ${inZone(time)}`;
}
