import type { AnswerContent } from '../../one-on-ones/domain/content.ts';
import type { UpdatePart } from '../../one-on-ones/domain/given.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';

/**
 * What is kept about a person beside their one-on-ones, as that person may read it: the format
 * `duologue-about-me`, version 1. Fields are added without a new version.
 */
export interface ExportedPerson {
  format: 'duologue-about-me';
  version: 1;
  exportedAt: string;
  profile: {
    id: string;
    name: string;
    email: string | null;
    timeZone: string | null;
    language: string | null;
    isAdmin: boolean;
    since: string;
    signInSince: string | null;
  };
  /** Where they are signed in: the device and the days, nothing that lets anybody in. */
  devices: { device: string; signedInOn: string; lastUsedOn: string }[];
  mailChoices: { topic: string; byMail: boolean }[];
  actionItems: {
    oneOnOneId: string;
    text: string;
    dueOn: string;
    doneAt: string | null;
    droppedAt: string | null;
    droppedReason: string | null;
  }[];
  comments: { oneOnOneId: string; at: string; editedAt: string | null; text: RichText }[];
  privateNotes: { oneOnOneId: string; updatedAt: string; text: RichText }[];
  /** On the agendas of their series: what they raised, also what they keep to themself. */
  talkingPoints: {
    seriesId: string;
    kind: string;
    shared: boolean;
    raisedAt: string;
    text: RichText;
    /** What they noted on it for themself alone. */
    privateNote: RichText | null;
  }[];
  /** What they told before meetings, sent or not; answers by the question that was asked. */
  updates: {
    seriesId: string;
    updatedAt: string;
    sentAt: string | null;
    update: { [Part in UpdatePart]?: RichText };
    answers: Record<string, AnswerContent>;
    asked: { itemId: string; kind: string; prompt: string }[];
  }[];
  /** Their own and those of their teams. */
  targets: {
    kpi: string;
    ofTeam: boolean;
    period: string;
    value: number;
    from: string;
    to: string | null;
  }[];
  notices: { kind: string; at: string; readAt: string | null; oneOnOneId: string | null }[];
}
