import { answerInWords } from './answers.ts';
import { canonicalJson } from './canonical-form.ts';
import type { ActionItemContent, ItemContent, RecordContent, SectionContent } from './content.ts';

export interface ContentChange {
  kind: 'title' | 'date' | 'section' | 'item' | 'answer' | 'action-item' | 'file';
  how: 'added' | 'removed' | 'changed';
  label: string;
  before: string | null;
  after: string | null;
}

/** What a reader has to look at again: everything that differs between two states of a record, in reading order. */
export function changesBetween(before: RecordContent, after: RecordContent): ContentChange[] {
  return [
    ...reworded('title', 'Title', before.title, after.title),
    ...reworded('date', 'Date', before.heldOn, after.heldOn),
    ...after.sections.flatMap((section) => sectionChanges(before, section)),
    ...removedSections(before, after),
    ...after.sections.flatMap((section) => section.items.flatMap((item) => itemChanges(before, item))),
    ...removedItems(before, after),
    // Snapshots of the first releases know of neither.
    ...partChanges('action-item', before.actionItems ?? [], after.actionItems, actionItemInWords),
    ...partChanges('file', before.files ?? [], after.files, ({ name }) => name),
  ];
}

function actionItemInWords({ text, dueOn }: ActionItemContent): string {
  return `${text} (due ${dueOn})`;
}

function partChanges<Part extends { id: string }>(
  kind: 'action-item' | 'file',
  before: readonly Part[],
  after: readonly Part[],
  inWords: (part: Part) => string,
): ContentChange[] {
  const earlier = new Map(before.map((part) => [part.id, part]));
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map((part) => [part, undefined] as const);
  return [...after.map((part) => [earlier.get(part.id), part] as const), ...gone].flatMap(([old, now]) => {
    const words = [old && inWords(old), now && inWords(now)].map((text) => text ?? null);
    if (canonicalJson(old) === canonicalJson(now)) return [];
    const how = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [
      { kind, how, label: words[1] ?? words[0] ?? '', before: words[0] ?? null, after: words[1] ?? null },
    ];
  });
}

function reworded(
  kind: ContentChange['kind'],
  label: string,
  before: string,
  after: string,
): ContentChange[] {
  return before === after ? [] : [{ kind, how: 'changed', label, before, after }];
}

function sectionChanges(record: RecordContent, section: SectionContent): ContentChange[] {
  const before = record.sections.find(({ id }) => id === section.id);
  if (before === undefined) {
    return [{ kind: 'section', how: 'added', label: section.title, before: null, after: section.title }];
  }
  return reworded('section', section.title, before.title, section.title);
}

function removedSections(before: RecordContent, after: RecordContent): ContentChange[] {
  const kept = new Set(after.sections.map(({ id }) => id));
  return before.sections
    .filter(({ id }) => !kept.has(id))
    .map(({ title }) => ({ kind: 'section', how: 'removed', label: title, before: title, after: null }));
}

function itemChanges(record: RecordContent, item: ItemContent): ContentChange[] {
  const before = findItem(record, item.id);
  const words = answerInWords(item, item.answer);
  if (before === undefined) {
    return [{ kind: 'item', how: 'added', label: item.prompt, before: null, after: words || null }];
  }
  const changes = [
    ...reworded('item', item.prompt, before.prompt, item.prompt),
    ...measuredAnew(before, item),
  ];
  // Compared by content, not by words: a changed link or checkmark is a change as well.
  if (canonicalJson(before.answer) === canonicalJson(item.answer)) return changes;
  const wordsBefore = answerInWords(before, before.answer);
  const how = before.answer === null ? 'added' : item.answer === null ? 'removed' : 'changed';
  changes.push({
    kind: 'answer',
    how,
    label: item.prompt,
    before: wordsBefore || null,
    after: words || null,
  });
  return changes;
}

/** Which number it shows. Snapshots of earlier releases know of none. */
function measuredAnew(before: ItemContent, { prompt, measure }: ItemContent): ContentChange[] {
  if (canonicalJson(before.measure ?? null) === canonicalJson(measure)) return [];
  return [{ kind: 'item', how: 'changed', label: prompt, before: null, after: 'Shows another number' }];
}

function removedItems(before: RecordContent, after: RecordContent): ContentChange[] {
  return before.sections
    .flatMap(({ items }) => items)
    .filter(({ id }) => findItem(after, id) === undefined)
    .map((item) => ({
      kind: 'item',
      how: 'removed',
      label: item.prompt,
      before: answerInWords(item, item.answer) || null,
      after: null,
    }));
}

function findItem(record: RecordContent, itemId: string): ItemContent | undefined {
  return record.sections.flatMap(({ items }) => items).find(({ id }) => id === itemId);
}
