import type { MailKind } from './messages.ts';
import { mailKinds } from './messages.ts';

/** What somebody may want by mail or not. The inbox keeps all of it. */
export const topics = [
  'sharing',
  'approval',
  'comments',
  'addenda',
  'readers',
  'action-items',
  'meetings',
  'calendar',
  'targets',
] as const;
export type Topic = (typeof topics)[number];

/** The topic of a mail; null where it always comes: invitations, and whatever touches one's sign-in. */
export function topicOf(kind: MailKind): Topic | null {
  switch (kind) {
    case 'one-on-one.shared':
    case 'one-on-one.deleted':
      return 'sharing';
    case 'one-on-one.approval-requested':
    case 'one-on-one.taken-back':
    case 'one-on-one.reopened':
    case 'one-on-one.revision-requested':
    case 'one-on-one.approved':
      return 'approval';
    case 'one-on-one.commented':
      return 'comments';
    case 'one-on-one.addendum-added':
      return 'addenda';
    case 'one-on-one.participant-added':
    case 'one-on-one.participant-removed':
    case 'one-on-one.reader-added':
      return 'readers';
    case 'action-items.due':
      return 'action-items';
    case 'series.started':
    case 'series.changed':
    case 'series.ended':
    case 'series.pair-ended':
    case 'meeting.added':
    case 'meeting.moved':
    case 'meeting.called-off':
    case 'meeting.planned-again':
    case 'meetings.ahead':
      return 'meetings';
    case 'calendar.updated':
      return 'calendar';
    case 'target.hit':
      return 'targets';
    case 'person.invited':
    case 'person.password-reset':
    case 'person.password-changed':
    case 'person.address-change-asked':
    case 'person.address-changed':
    case 'person.recovery-started':
    case 'person.recovery-finished':
    case 'person.recovered':
      return null;
  }
}

/** What stands in the inbox as well: everything that has a page to go to, or takes one away. */
export const inboxKinds: readonly MailKind[] = mailKinds.filter(
  (kind) => (topicOf(kind) !== null && kind !== 'calendar.updated') || kind === 'person.recovery-started',
);
