import { toPlainText } from '../../rich-text/domain/plain-text.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { AnswerContent } from '../../one-on-ones/domain/content.ts';
import type { Given } from '../../one-on-ones/domain/given.ts';
import type { Item, Section } from '../../templates/domain/sections.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';

/** What a meeting brings into its record. */
export interface Brought {
  points: readonly { id: string; kind: string; authorId: string; body: RichText; raisedOn: string }[];
  promises: readonly { id: string; text: string; ownerId: string; dueOn: string; agreedOn: string }[];
  /** What the employee sent; null where they sent nothing. */
  sent: {
    update: Pick<Given, 'wentWell' | 'couldImprove' | 'anythingElse'>;
    answers: Answers;
    /** Word for word, when it was answered: an answer stands under no other question. */
    asked: readonly { itemId: string; kind: ItemKind; prompt: string; options: ItemOptions | null }[];
  } | null;
}

type Answers = Readonly<Record<string, AnswerContent>>;

/** An item as it will stand in the record, before it has an id. */
export interface BroughtItem {
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
  answeredBy: 'manager' | 'employee';
  sourceId: string | null;
  answer: AnswerContent | null;
  fromEmployee: boolean;
  given: Given | null;
  measure: Measure | null;
}

export interface BroughtSection {
  id: string;
  title: string;
  guidance: string | null;
  items: BroughtItem[];
}

/** Where a template has no place for what was brought, it stands in a section of its own: nothing is left behind. */
const ownSections = [
  { kind: 'follow-up', title: 'Since last time', prompt: 'What we promised' },
  { kind: 'update', title: 'Update', prompt: 'Update' },
  { kind: 'agenda', title: 'Agenda', prompt: 'Agenda' },
] as const;

/**
 * A template's sections, with what was brought in its places: a point of the agenda is an item, and so is a promise;
 * what the employee answered is theirs. The first place of a kind takes everything.
 */
export function sectionsOfMeeting(template: readonly Section[], brought: Brought): BroughtSection[] {
  const taken = new Set<ItemKind>();
  const sections = template.map((section) => ({
    ...section,
    items: section.items.flatMap((item) => itemsFor(item, brought, taken)),
  }));
  const added = ownSections.flatMap(({ kind, title, prompt }) => {
    const place: Item = { id: '', kind, prompt, options: null };
    const items = taken.has(kind) || isNothing(kind, brought) ? [] : itemsFor(place, brought, taken);
    return items.length === 0 ? [] : [{ id: '', title, guidance: null, items }];
  });
  return [...added, ...sections, ...withoutPlace(sections, brought)];
}

/** What was answered before the meeting, and is asked nowhere in the template that leads it. */
function withoutPlace(sections: readonly BroughtSection[], { sent }: Brought): BroughtSection[] {
  if (sent === null) return [];
  const placed = new Set(
    sections.flatMap(({ items }) => items.filter((item) => item.fromEmployee).map((item) => item.sourceId)),
  );
  const items = sent.asked.flatMap(({ itemId, ...asked }): BroughtItem[] => {
    const answer = sent.answers[itemId];
    if (answer === undefined || placed.has(itemId)) return [];
    return [
      {
        ...asked,
        answeredBy: 'employee',
        sourceId: itemId,
        answer,
        fromEmployee: true,
        given: null,
        measure: null,
      },
    ];
  });
  return items.length === 0 ? [] : [{ id: '', title: 'Answered before the meeting', guidance: null, items }];
}

function itemsFor(place: Item, brought: Brought, taken: Set<ItemKind>): BroughtItem[] {
  const bare = bareItem(place);
  const isFirst = !taken.has(place.kind);
  taken.add(place.kind);
  switch (place.kind) {
    case 'agenda':
      return isFirst && brought.points.length > 0
        ? brought.points.map((point) => pointItem(bare, point))
        : [bare];
    case 'follow-up':
      return isFirst && brought.promises.length > 0
        ? brought.promises.map((promise) => promiseItem(bare, promise))
        : [bare];
    case 'update': {
      const given = brought.sent?.update;
      const isGiven = isFirst && given !== undefined && Object.keys(given).length > 0;
      return [isGiven ? { ...bare, fromEmployee: true, given } : bare];
    }
    case 'kpi':
    case 'target':
      return [bare];
    case 'question':
    case 'note':
    case 'rating':
    case 'mood': {
      const answer = brought.sent?.answers[place.id];
      const asked = brought.sent?.asked.find(({ itemId }) => itemId === place.id);
      if (bare.answeredBy !== 'employee' || answer === undefined || asked === undefined) return [bare];
      const { kind, prompt, options } = asked;
      return [{ ...bare, kind, prompt, options, answer, fromEmployee: true }];
    }
  }
}

function isNothing(kind: (typeof ownSections)[number]['kind'], { points, promises, sent }: Brought): boolean {
  switch (kind) {
    case 'agenda':
      return points.length === 0;
    case 'follow-up':
      return promises.length === 0;
    case 'update':
      return sent === null || Object.keys(sent.update).length === 0;
  }
}

function bareItem({ id, kind, prompt, options, answeredBy = 'manager', measure }: Item): BroughtItem {
  const sourceId = id === '' ? null : id;
  const asked = { kind, prompt, options, measure: measure ?? null, answeredBy, sourceId };
  return { ...asked, answer: null, fromEmployee: false, given: null };
}

/** The template's item is one place for many: none of them is "the same" as one of the last meeting. */
function pointItem(place: BroughtItem, point: Brought['points'][number]): BroughtItem {
  return { ...place, sourceId: null, prompt: toPlainText(point.body), given: { point } };
}

function promiseItem(place: BroughtItem, { text, ...actionItem }: Brought['promises'][number]): BroughtItem {
  return { ...place, sourceId: null, prompt: text, given: { actionItem } };
}
