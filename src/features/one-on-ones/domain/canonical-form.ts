import type {
  ActionItemContent,
  AnswerContent,
  FileContent,
  ItemContent,
  RecordContent,
  SectionContent,
} from './content.ts';

/** What the digest of an approval is computed over; see docs/approval-digest.md. */
export interface ApprovedRecord extends RecordContent {
  id: string;
  managerId: string;
  employeeId: string;
  remark: string | null;
}

/** Names the form, so that old digests stay verifiable when a later form holds more. */
export const canonicalVersion = 'v1';

/**
 * The canonical text of an approved one-on-one: JSON with the keys of every object in the order of their
 * code units, without white space, in UTF-8. `kpiValues` has its place in the form; a record that has none holds
 * an empty list.
 */
export function canonicalForm(record: ApprovedRecord): string {
  return canonicalJson({
    form: canonicalVersion,
    id: record.id,
    manager: record.managerId,
    employee: record.employeeId,
    participants: record.participantIds.toSorted(),
    title: record.title,
    heldOn: record.heldOn,
    sections: record.sections.map(canonicalSection),
    actionItems: record.actionItems.map(canonicalActionItem),
    files: record.files.map(canonicalFile),
    kpiValues: [],
    remark: record.remark,
  });
}

function canonicalSection(section: SectionContent): unknown {
  return { id: section.id, title: section.title, items: section.items.map(canonicalItem) };
}

function canonicalItem(item: ItemContent): unknown {
  return {
    id: item.id,
    kind: item.kind,
    prompt: item.prompt,
    options: item.options,
    answer: canonicalAnswer(item.answer),
  };
}

function canonicalActionItem({ id, text, ownerId, dueOn }: ActionItemContent): unknown {
  return { id, text, owner: ownerId, dueOn };
}

function canonicalFile({ id, name, size, sha256 }: FileContent): unknown {
  return { id, name, size, sha256 };
}

function canonicalAnswer(answer: AnswerContent | null): unknown {
  return answer === null ? null : { text: answer.text ?? null, value: answer.value ?? null };
}

/** JSON as RFC 8785 writes it, for values without fractions: sorted keys, no white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${entries.join(',')}}`;
}
