import type { MailKind } from './messages.ts';

/** Where it is read, after sign-in; null where there is nothing left to read, or the mail brings a link of its own. */
export function pageOf(kind: MailKind, oneOnOneId: string | null): string | null {
  switch (kind) {
    case 'one-on-one.deleted':
    case 'one-on-one.participant-removed':
      return null;
    case 'person.recovery-started':
      return '/recoveries';
    case 'action-items.due':
      return '/action-items';
    default:
      return oneOnOneId === null ? null : `/one-on-ones/${oneOnOneId}`;
  }
}
