import type { State } from '../../one-on-ones/domain/states.ts';
import { tickedWord } from '../../one-on-ones/domain/answers.ts';
import { updateParts, updatePartWords } from '../../one-on-ones/domain/given.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { figuresInWords } from './figures-in-words.ts';
import type { ExportedActionItem, ExportedItem, ExportedRecord } from './exported-record.ts';

/** How days and moments are written in a document that travels: in full, with the zone said once. */
export interface Written {
  day: (date: string) => string;
  moment: (instant: string) => string;
}

export function writtenIn(timeZone: string): Written {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone });
  return {
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    moment: (instant) => `${moment.format(new Date(instant))} (${timeZone})`,
  };
}

const stateWords: Record<State, string> = {
  draft: 'Draft',
  active: 'Active',
  pending_approval: 'Pending approval',
  approved: 'Approved',
};

/** Below the title: who, when, how it stands. */
export function headLines(record: ExportedRecord, written: Written): string[] {
  const { manager, employee, participants } = record;
  return [
    `${manager.name} and ${employee.name}`,
    `${written.day(record.heldOn)} · ${stateWords[record.state]}`,
    ...(participants.length > 0 ? [`Also read by ${participants.map(({ name }) => name).join(', ')}`] : []),
  ];
}

/** Whose it is, until when, and what became of it. */
export function factsOf({ owner, dueOn, doneAt, dropped }: ExportedActionItem, written: Written): string {
  const facts = `${owner.name}, due ${written.day(dueOn)}`;
  if (doneAt !== null) return `${facts}, done ${written.moment(doneAt)}`;
  return dropped === null ? facts : `${facts}, dropped by ${dropped.by.name}: ${dropped.reason}`;
}

interface OfMeeting {
  /** Between the prompt and the answer, one line each. */
  lines: string[];
  /** Longer words under a heading of their own. */
  parts: { title: string; text: RichText }[];
}

/** What a meeting brought into an item, and whose it is. */
export function broughtIn(item: ExportedItem, record: ExportedRecord, written: Written): OfMeeting {
  const { point, promise, update } = item.brought ?? {};
  const employee = record.employee.name;
  const done = item.answer?.done === true;
  if (point !== undefined) {
    const kind = point.kind.charAt(0).toUpperCase() + point.kind.slice(1);
    const raised = `${kind}, raised by ${point.author.name} on ${written.day(point.raisedOn)}`;
    return { lines: [done ? `${tickedWord.agenda}. ${raised}` : raised], parts: [] };
  }
  if (promise !== undefined) {
    const facts = `${promise.owner.name}, due ${written.day(promise.dueOn)}`;
    const words = `${facts}, agreed on ${written.day(promise.agreedOn)}`;
    return { lines: [done ? `${tickedWord['follow-up']}. ${words}` : words], parts: [] };
  }
  if (update !== undefined) {
    const parts = updateParts.flatMap((part) => {
      const text = update[part];
      return text === undefined ? [] : [{ title: updatePartWords[part], text }];
    });
    return { lines: [`${employee}’s update, before the meeting`], parts };
  }
  if (item.fromEmployee) return { lines: [`${employee}’s answer, before the meeting`], parts: [] };
  return { lines: figuresInWords(item, written), parts: [] };
}

/** A prompt is one line; a point of several lines begins with its first and is written out below. */
export function headingOf({ prompt, brought }: ExportedItem): { line: string; body: RichText | null } {
  const text = brought?.point?.text;
  if (text === undefined || !prompt.includes('\n')) return { line: prompt, body: null };
  return { line: prompt.split('\n')[0] ?? prompt, body: text };
}

/** What the manager wrote beside the update. */
export function noteOn({ manager }: ExportedRecord): string {
  return `${manager.name}’s note`;
}

/** Whether an item that nobody answered says so: what was brought speaks for itself. */
export function saysNoAnswer({ answer, brought, figures }: ExportedItem): boolean {
  return answer === null && brought === null && figures === null;
}

/** At the end: who made this document, and from what. */
export function footLine(record: ExportedRecord, written: Written): string {
  return `Exported by ${record.exportedBy.name} on ${written.moment(record.exportedAt)} from Duologue.`;
}
