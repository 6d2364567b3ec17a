import type {
  ActionItemContent,
  AnswerContent,
  FileContent,
  ItemContent,
  ItemFigures,
  RecordContent,
  SectionContent,
} from './content.ts';

/** What the digest of an approval is computed over; see docs/approval-digest.md. */
export interface ApprovedRecord extends RecordContent {
  id: string;
  managerId: string;
  employeeId: string;
  remark: string | null;
  /** What its KPIs and targets showed then. */
  figures: ItemFigures[];
}

/**
 * The forms, oldest first: digests of each stay verifiable. v2 says what a meeting brought in, and whose answer it is;
 * v3 what KPIs and targets showed, and which target was agreed on.
 */
export const canonicalVersions = ['v1', 'v2', 'v3'] as const;
export type CanonicalVersion = (typeof canonicalVersions)[number];
/** Of new approvals. */
export const canonicalVersion: CanonicalVersion = 'v3';

/**
 * The canonical text of an approved one-on-one: JSON with the keys of every object in the order of their
 * code units, without white space, in UTF-8. `kpiValues` has its place in each form; before v3 it is an empty list.
 */
export function canonicalForm(record: ApprovedRecord, form: CanonicalVersion = canonicalVersion): string {
  return canonicalJson({
    form,
    id: record.id,
    manager: record.managerId,
    employee: record.employeeId,
    participants: record.participantIds.toSorted(),
    title: record.title,
    heldOn: record.heldOn,
    sections: record.sections.map((section) => canonicalSection(section, form)),
    actionItems: record.actionItems.map(canonicalActionItem),
    files: record.files.map(canonicalFile),
    kpiValues: form === 'v3' ? record.figures.map(canonicalFigures) : [],
    remark: record.remark,
  });
}

function canonicalSection(section: SectionContent, form: CanonicalVersion): unknown {
  const items = section.items.map((item) => canonicalItem(item, form));
  return { id: section.id, title: section.title, items };
}

function canonicalItem(item: ItemContent, form: CanonicalVersion): unknown {
  return {
    id: item.id,
    kind: item.kind,
    prompt: item.prompt,
    options: item.options,
    answer: canonicalAnswer(item.answer, form),
    ...(form !== 'v1' && {
      answeredBy: item.answeredBy,
      fromEmployee: item.fromEmployee,
      given: item.given,
    }),
    ...(form === 'v3' && { measure: item.measure }),
  };
}

function canonicalActionItem({ id, text, ownerId, dueOn }: ActionItemContent): unknown {
  return { id, text, owner: ownerId, dueOn };
}

function canonicalFile({ id, name, size, sha256 }: FileContent): unknown {
  return { id, name, size, sha256 };
}

function canonicalFigures({ itemId, figures }: ItemFigures): unknown {
  return { item: itemId, figures };
}

function canonicalAnswer(answer: AnswerContent | null, form: CanonicalVersion): unknown {
  if (answer === null) return null;
  const said = { text: answer.text ?? null, value: answer.value ?? null };
  if (form === 'v1') return said;
  const ticked = { ...said, done: answer.done ?? false };
  return form === 'v2' ? ticked : { ...ticked, target: answer.target ?? null };
}

/** JSON as RFC 8785 writes it: sorted keys, no white space, numbers as JavaScript writes them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${entries.join(',')}}`;
}
