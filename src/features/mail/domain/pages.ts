import type { MailKind } from './messages.ts';

/** What a notice is about. */
interface About {
  oneOnOneId: string | null;
  seriesId: string | null;
  /** Whose numbers. */
  personId?: string | null;
}

/** Where it is read, after sign-in; null where there is nothing left to read, or the mail brings a link of its own. */
export function pageOf(kind: MailKind, { oneOnOneId, seriesId, personId = null }: About): string | null {
  switch (kind) {
    case 'one-on-one.deleted':
    case 'one-on-one.participant-removed':
      return null;
    case 'person.recovery-started':
      return '/recoveries';
    case 'action-items.due':
      return '/action-items';
    case 'target.hit':
      return personId === null ? null : `/numbers/${personId}`;
    case 'meetings.ahead':
      return seriesId === null ? '/series' : `/series/${seriesId}`;
    default:
      if (seriesId !== null) return `/series/${seriesId}`;
      return oneOnOneId === null ? null : `/one-on-ones/${oneOnOneId}`;
  }
}
