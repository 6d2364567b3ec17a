import type { State } from '../../one-on-ones/domain/states.ts';
import type { ExportedActionItem, ExportedRecord } from './exported-record.ts';

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

/** At the end: who made this document, and from what. */
export function footLine(record: ExportedRecord, written: Written): string {
  return `Exported by ${record.exportedBy.name} on ${written.moment(record.exportedAt)} from Duologue.`;
}
