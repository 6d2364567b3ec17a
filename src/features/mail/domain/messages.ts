import type { Invitation } from './invitations.ts';
import { aheadWords, whenOf } from './meetings-ahead.ts';
import type { MeetingAhead } from './meetings-ahead.ts';

/** Everything that is told by mail. The kind is the X-Duologue-Event header. */
export const mailKinds = [
  'one-on-one.shared',
  'one-on-one.approval-requested',
  'one-on-one.taken-back',
  'one-on-one.reopened',
  'one-on-one.revision-requested',
  'one-on-one.approved',
  'one-on-one.deleted',
  'one-on-one.participant-added',
  'one-on-one.participant-removed',
  'one-on-one.reader-added',
  'one-on-one.commented',
  'one-on-one.addendum-added',
  'action-items.due',
  'series.started',
  'series.changed',
  'series.ended',
  'series.pair-ended',
  'meeting.added',
  'meeting.moved',
  'meeting.called-off',
  'meeting.planned-again',
  'meetings.ahead',
  'calendar.updated',
  'target.hit',
  'person.invited',
  'person.password-reset',
  'person.password-changed',
  'person.address-change-asked',
  'person.address-changed',
  'person.recovery-started',
  'person.recovery-finished',
  'person.recovered',
] as const;
export type MailKind = (typeof mailKinds)[number];

export function isMailKind(kind: string): kind is MailKind {
  return mailKinds.some((known) => known === kind);
}

/** What a message may know: who, and where to read it. Never what was written. */
export interface MessageFacts {
  recipientName: string;
  /** Whoever did it. */
  actorName: string;
  /** Whose numbers it is about; null: the recipient's own. */
  personName?: string | null;
  /** How many targets were hit; of `target.hit` alone. */
  hits?: number;
  /** Where it is read, after sign-in; null where there is nothing left to read. */
  link: string | null;
  /** How many action items of the recipient's; of a reminder alone. */
  due?: DueCounts;
  /** What the recipient is reminded of; of `meetings.ahead` alone. */
  ahead?: readonly MeetingAhead[];
  /** What the mail says to the recipient's calendar; of a series or a meeting alone. */
  invitation?: Omit<Invitation, 'content'>;
}

export interface DueCounts {
  tomorrow: number;
  overdue: number;
  /** The weekday by which the others are due, where that is not tomorrow: days off lie between. */
  by?: string | null;
}

export interface Message {
  subject: string;
  /** One paragraph each. */
  paragraphs: string[];
  /** Things of one kind, each with a page of its own. */
  entries?: { text: string; action: string; link: string }[];
  /** The words on the button. */
  action: string | null;
  link: string | null;
}

type Words = Omit<Message, 'link'>;

export function messageFor(kind: MailKind, facts: MessageFacts): Message {
  return { ...wordsFor(kind, facts), link: facts.link };
}

type SignInKind = Exclude<Extract<MailKind, `person.${string}`>, 'person.invited'>;

const notYou = 'If this was not you, tell an admin of your Duologue today.';

/** About getting in: the person hears of everything that touches it, at the address that was theirs before. */
function signInWords(kind: SignInKind, actor: string): Words {
  switch (kind) {
    case 'person.password-reset':
      return {
        subject: 'Choose a new password for Duologue',
        paragraphs: [
          'Somebody, you as we hope, asked for a new password. The link works once, for an hour.',
          'If it was not you, do nothing: your password stays as it is.',
        ],
        action: 'Choose a new password',
      };
    case 'person.password-changed':
      return {
        subject: 'Your password was changed',
        paragraphs: ['Your Duologue password was changed, and your other devices were signed out.', notYou],
        action: null,
      };
    case 'person.address-change-asked':
      return {
        subject: 'Confirm your new address for Duologue',
        paragraphs: [
          'You asked to sign in with another address from now on. It takes effect when you confirm it here, signed in, within a day.',
          `If it was not you, do nothing, and change your password. ${notYou}`,
        ],
        action: 'See and confirm the new address',
      };
    case 'person.address-changed':
      return {
        subject: 'Your address for Duologue was changed',
        paragraphs: ['You sign in to Duologue with another address now. This one gets no more mail.', notYou],
        action: null,
      };
    case 'person.recovery-started':
      return {
        subject: `${actor} started an account recovery`,
        paragraphs: [
          `${actor} asked to give an account a new address, because its mailbox is said to be lost. You are told because it is yours, or because you share one-on-ones with its owner: whoever gets the new address can read them.`,
          'It takes effect after seven days, unless you object. Do object if you have any doubt.',
        ],
        action: 'Look at it, and object',
      };
    case 'person.recovery-finished':
      return {
        subject: 'Your account has a new address',
        paragraphs: [
          `The account recovery that ${actor} started seven days ago took effect: this address no longer belongs to the account.`,
          notYou,
        ],
        action: null,
      };
    case 'person.recovered':
      return {
        subject: 'Your Duologue account is yours again',
        paragraphs: [
          'This address now belongs to your account. Choose a new password to sign in. The link works once, for seven days.',
        ],
        action: 'Choose a new password',
      };
  }
}

/** "2 action items of yours are due tomorrow, and 1 is overdue." How many, never what. */
export function dueInWords({ tomorrow, overdue, by = null }: DueCounts): string {
  const be = (count: number) => (count === 1 ? 'is' : 'are');
  const items = (count: number) => `${count} action ${count === 1 ? 'item' : 'items'} of yours`;
  if (tomorrow === 0) return `${items(overdue)} ${be(overdue)} overdue.`;
  const first = `${items(tomorrow)} ${be(tomorrow)} due ${by === null ? 'tomorrow' : `by ${by}`}`;
  return overdue === 0 ? `${first}.` : `${first}, and ${overdue} ${be(overdue)} overdue.`;
}

type MeetingKind = Extract<MailKind, `series.${string}` | `meeting${string}` | `calendar.${string}`>;

const toTheSeries = 'See your next one-on-one';

/** When the two meet. Why a meeting was moved or called off stays with the two. */
function meetingWords(kind: MeetingKind, { actorName: actor, ahead = [], invitation }: MessageFacts): Words {
  // A mail that waited says nothing of a time that holds no more.
  const when = (method: Invitation['method'], words: string) =>
    invitation?.method === method ? [`${words} ${whenOf(invitation)}.`] : [];
  switch (kind) {
    case 'series.started':
      return {
        subject: `${actor} set up one-on-ones with you`,
        paragraphs: [
          `${actor} set up your regular one-on-ones. Both of you can put on the agenda what you want to talk about, also in private first.`,
          ...when('REQUEST', 'The first is on'),
        ],
        action: toTheSeries,
      };
    case 'series.changed':
      return {
        subject: `${actor} changed when your one-on-ones are`,
        paragraphs: [
          `${actor} changed the arrangement of your one-on-ones. It holds from now on.`,
          ...when('REQUEST', 'The first by it is on'),
        ],
        action: toTheSeries,
      };
    case 'series.ended':
      return {
        subject: `${actor} ended your series of one-on-ones`,
        paragraphs: [
          `${actor} ended the series: no more meetings are planned. What was written stays with both of you.`,
        ],
        action: 'See what was',
      };
    case 'series.pair-ended':
      return {
        subject: 'A series of one-on-ones ended',
        paragraphs: [
          'The teams changed, so that this series of one-on-ones ended: no more meetings are planned. What was written stays with both of you.',
        ],
        action: 'See what was',
      };
    case 'meeting.added':
      return {
        subject: `${actor} planned a one-on-one with you`,
        paragraphs: [`${actor} planned a meeting beside your regular ones.`, ...when('REQUEST', 'It is on')],
        action: toTheSeries,
      };
    case 'meeting.moved':
      return {
        subject: `${actor} moved a one-on-one`,
        paragraphs: [
          `${actor} moved a meeting of the two of you. The agenda stays as it is.`,
          ...when('REQUEST', 'It is now on'),
        ],
        action: toTheSeries,
      };
    case 'meeting.called-off':
      return {
        subject: `${actor} called a one-on-one off`,
        paragraphs: [
          `${actor} called a meeting of the two of you off. What is on the agenda is still there next time.`,
          ...when('CANCEL', 'It was to be on'),
        ],
        action: toTheSeries,
      };
    case 'meeting.planned-again':
      return {
        subject: `${actor} planned a one-on-one again`,
        paragraphs: [`A meeting that was called off takes place after all.`, ...when('REQUEST', 'It is on')],
        action: toTheSeries,
      };
    case 'meetings.ahead':
      return aheadWords(ahead);
    case 'calendar.updated':
      return {
        subject: 'Your calendar: a one-on-one changed',
        paragraphs: ['When your one-on-ones are has changed. This updates your calendar.'],
        action: toTheSeries,
      };
  }
}

/** Whose it is and how many, never which number nor how high. */
function targetHitWords({ personName = null, hits = 1 }: MessageFacts): Words {
  const whose = personName === null ? 'You' : personName;
  const what = hits > 1 ? `${hits} targets` : 'a target';
  return {
    subject: `${whose} hit ${what}`,
    paragraphs: [
      `${whose} hit ${what}. ${hits > 1 ? 'Which ones' : 'Which one'}, and by how much, stands with the numbers.`,
    ],
    action: 'See the numbers',
  };
}

function wordsFor(kind: MailKind, facts: MessageFacts): Words {
  const { actorName: actor, due } = facts;
  switch (kind) {
    case 'action-items.due':
      return {
        subject: 'Action items of yours are due',
        paragraphs: [
          ...(due === undefined ? [] : [dueInWords(due)]),
          'Mark what is done, and drop what will not be done, with a reason the other can read.',
        ],
        action: 'See my action items',
      };
    case 'one-on-one.shared':
      return {
        subject: `${actor} shared a one-on-one with you`,
        paragraphs: [
          `${actor} shared a one-on-one with you. You can read it now.`,
          'Your approval has not been asked for yet: there is nothing you have to do.',
        ],
        action: 'Read the one-on-one',
      };
    case 'one-on-one.approval-requested':
      return {
        subject: `${actor} asks you to approve a one-on-one`,
        paragraphs: [
          `${actor} sent you a one-on-one for approval.`,
          'Read it, then approve it, or say what should be revised. Approving says that you have read it; you can add a remark where you see something differently.',
        ],
        action: 'Read and approve',
      };
    case 'one-on-one.taken-back':
      return {
        subject: `${actor} took a request for approval back`,
        paragraphs: [
          `${actor} took the request to approve a one-on-one back. It is active again: you can read it, and there is nothing you have to do.`,
        ],
        action: 'Read the one-on-one',
      };
    case 'one-on-one.reopened':
      return {
        subject: `${actor} changed a one-on-one that awaited your approval`,
        paragraphs: [
          `${actor} changed a one-on-one that awaited your approval, so it went back to active. You can read it now; your approval will be asked for again.`,
        ],
        action: 'Read the one-on-one',
      };
    case 'one-on-one.revision-requested':
      return {
        subject: `${actor} asks you to revise a one-on-one`,
        paragraphs: [
          `${actor} read the one-on-one and asks for a revision. It is active again, and it is your turn.`,
        ],
        action: 'See what to revise',
      };
    case 'one-on-one.approved':
      return {
        subject: `${actor} approved a one-on-one`,
        paragraphs: [`${actor} approved the one-on-one. It can no longer be changed or deleted, by anyone.`],
        action: 'Read the one-on-one',
      };
    case 'one-on-one.deleted':
      return {
        subject: `${actor} deleted a one-on-one`,
        paragraphs: [
          `${actor} deleted a one-on-one that had been shared with you. It is gone for good, with everything in it.`,
        ],
        action: null,
      };
    case 'one-on-one.participant-added':
      return {
        subject: `${actor} gave you a one-on-one to read`,
        paragraphs: [
          `${actor} added you to the readers of a one-on-one. You can read it now; you are named on it to everybody who reads it.`,
          'There is nothing you have to do. You can leave it whenever you want.',
        ],
        action: 'Read the one-on-one',
      };
    case 'one-on-one.participant-removed':
      return {
        subject: `You no longer read a one-on-one of ${actor}`,
        paragraphs: [`${actor} took you out of the readers of a one-on-one. You can no longer open it.`],
        action: null,
      };
    case 'one-on-one.reader-added':
      return {
        subject: `${actor} added a reader to your one-on-one`,
        paragraphs: [
          `${actor} added somebody to the readers of a one-on-one with you. The record says who can read it.`,
        ],
        action: 'See who can read it',
      };
    case 'one-on-one.commented':
      return {
        subject: `${actor} commented on a one-on-one`,
        paragraphs: [`${actor} commented on your one-on-one. Only the two of you can read comments.`],
        action: 'Read the comments',
      };
    case 'one-on-one.addendum-added':
      return {
        subject: `${actor} added an addendum to a one-on-one`,
        paragraphs: [
          `${actor} added an addendum to an approved one-on-one. What was approved has not changed.`,
        ],
        action: 'Read the addendum',
      };
    case 'series.started':
    case 'series.changed':
    case 'series.ended':
    case 'series.pair-ended':
    case 'meeting.added':
    case 'meeting.moved':
    case 'meeting.called-off':
    case 'meeting.planned-again':
    case 'meetings.ahead':
    case 'calendar.updated':
      return meetingWords(kind, facts);
    case 'person.password-reset':
    case 'person.password-changed':
    case 'person.address-change-asked':
    case 'person.address-changed':
    case 'person.recovery-started':
    case 'person.recovery-finished':
    case 'person.recovered':
      return signInWords(kind, actor);
    case 'target.hit':
      return targetHitWords(facts);
    case 'person.invited':
      return {
        subject: `${actor} invites you to Duologue`,
        paragraphs: [
          `${actor} invites you to Duologue, where you and your manager prepare and keep your one-on-ones. What you write there, only the two of you can read.`,
          'Choose a password to begin. The link works once, for seven days.',
        ],
        action: 'Choose a password',
      };
  }
}
