import type { Db } from '../database/query.ts';

/** Something happened that a person is to be told of. Ids and a kind, never content. */
export interface Announcement {
  /** `one-on-one.shared`, `person.invited`: what a mail's X-Duologue-Event header says. */
  kind: string;
  recipientId: string;
  actorId: string;
  oneOnOneId: string | null;
  invitationId: string | null;
  seriesId?: string;
  /** The one occurrence of the series that it is about. */
  meetingSlot?: string;
  at: Date;
  /** Not mailed before this, so that what comes in quick succession is told once. */
  mailAfter?: Date;
}

/** Features say it; main.ts decides who listens. Runs in the transaction of the change. */
export type Announce = (db: Db, announcement: Announcement) => Promise<void>;
