import type { Item, ListedOneOnOne, OneOnOne, Section } from '../contract.ts';
import { isOfThePair, isTurnOf, roleOf } from '../domain/rights.ts';
import { isShared } from '../domain/states.ts';
import type { RecordContent, RecordParts } from '../domain/content.ts';
import type { ItemRow, OneOnOneDocument } from './load-one-on-one.ts';
import { presentStanding, standingOf } from './standing-reach.ts';
import type { Placed } from './standing-reach.ts';

export function presentItem(row: ItemRow): Item {
  return {
    id: row.id,
    kind: row.kind,
    prompt: row.prompt,
    options: row.options,
    answer: row.answer,
    version: row.version,
    answeredBy: row.answered_by,
    fromEmployee: row.from_employee,
    given: row.given,
    measure: row.measure,
  };
}

export function presentOneOnOne(row: OneOnOneDocument, viewerId: string): OneOnOne {
  const manager = { id: row.manager_id, name: row.names[row.manager_id] ?? '' };
  const employee = { id: row.employee_id, name: row.names[row.employee_id] ?? '' };
  const participants = row.participant_ids.map((id) => ({
    id,
    name: row.names[id] ?? '',
    as: 'participant' as const,
  }));
  const standing = standingOf(row, viewerId);
  const seesGuidance = roleOf(standing) === 'manager';
  const section = ({ id, title }: OneOnOneDocument['sections'][number]): Section => ({
    id,
    title,
    guidance: (seesGuidance && row.guidance?.[id]) || null,
    items: row.items.filter((item) => item.section_id === id).map(presentItem),
  });
  return {
    ...presentStanding(row, viewerId),
    title: row.title,
    heldOn: row.held_on,
    manager,
    employee,
    readers: [
      { ...manager, as: 'manager' },
      ...(isShared(row.state) ? [{ ...employee, as: 'employee' as const }] : []),
      ...(isShared(row.state) ? participants : []),
    ],
    participants,
    sections: row.sections.map(section),
    approval: row.approval && { ...row.approval, at: isoTime(row.approval.at) },
    revisionRequest:
      row.revision_request !== null && isOfThePair(standing)
        ? { ...row.revision_request, at: isoTime(row.revision_request.at) }
        : null,
    stillManaged: row.still_managed,
    updatedAt: row.updated_at,
  };
}

// Inside JSON PostgreSQL writes times its own way.
function isoTime(time: string): string {
  return new Date(time).toISOString();
}

export interface ListedRow extends Placed {
  id: string;
  title: string;
  held_on: string;
  updated_at: string;
  manager_name: string;
  employee_name: string;
}

export function presentListed(row: ListedRow, viewerId: string): ListedOneOnOne {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    heldOn: row.held_on,
    manager: { id: row.manager_id, name: row.manager_name },
    employee: { id: row.employee_id, name: row.employee_name },
    updatedAt: row.updated_at,
    yourTurn: isTurnOf(standingOf(row, viewerId)),
  };
}

/** What an approval is about: everything written, without guidance and versions. */
export function contentOf(row: OneOnOneDocument, parts: RecordParts): RecordContent {
  return {
    title: row.title,
    heldOn: row.held_on,
    participantIds: row.participant_ids,
    ...parts,
    sections: row.sections.map(({ id, title }) => ({
      id,
      title,
      items: row.items
        .filter((item) => item.section_id === id)
        .map((item) => ({
          id: item.id,
          kind: item.kind,
          prompt: item.prompt,
          options: item.options,
          answer: item.answer,
          answeredBy: item.answered_by,
          fromEmployee: item.from_employee,
          given: item.given,
          measure: item.measure,
        })),
    })),
  };
}
