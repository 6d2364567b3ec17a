/** Everything that is told by mail. The kind is the X-Duologue-Event header. */
export const mailKinds = [
  'one-on-one.shared',
  'one-on-one.approval-requested',
  'one-on-one.taken-back',
  'one-on-one.reopened',
  'one-on-one.revision-requested',
  'one-on-one.approved',
  'one-on-one.deleted',
  'person.invited',
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
  /** Where it is read, after sign-in; null where there is nothing left to read. */
  link: string | null;
}

export interface Message {
  subject: string;
  /** One paragraph each. */
  paragraphs: string[];
  /** The words on the button. */
  action: string | null;
  link: string | null;
}

type Words = Omit<Message, 'link'>;

export function messageFor(kind: MailKind, facts: MessageFacts): Message {
  return { ...wordsFor(kind, facts.actorName), link: facts.link };
}

function wordsFor(kind: MailKind, actor: string): Words {
  switch (kind) {
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
