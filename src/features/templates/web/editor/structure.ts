import { newUuid } from '../../../../shared/uuid.ts';
import { toast } from '../../../../web/ui/toast.ts';
import {
  changeItem,
  changeSection,
  findItem,
  insertItem,
  insertSection,
  moveItem,
  moveSection,
  placeOfItem,
  removeItem,
  removeSection,
} from '../../domain/edit-sections.ts';
import type { ItemPlace } from '../../domain/edit-sections.ts';
import type { ItemKind } from '../../domain/items.ts';
import type { Item, Section } from '../../domain/sections.ts';
import type { TemplateSaver } from '../saving/template-saver.ts';
import { elementId, focusSoon } from './focus.ts';

type Change = Partial<Omit<Item, 'id'>>;

export type Structure = ReturnType<typeof structureOf>;

/** Everything that can be done to the sections and items of a template, with undo where something goes away. */
export function structureOf(saver: TemplateSaver) {
  const sections = () => saver.draft().document.sections;
  const update = (change: (before: readonly Section[]) => Section[]) =>
    saver.change((document) => ({ ...document, sections: change(document.sections) }));

  // Just added: its field takes the focus as it appears, so that no key goes astray.
  let fresh: string | null = null;

  return {
    isFresh: (id: string): boolean => id === fresh,
    settle(): void {
      fresh = null;
    },
    addSection(): void {
      const section: Section = { id: newUuid(), title: '', guidance: null, items: [] };
      update((before) => insertSection(before, section, before.length));
      focusSoon(elementId.sectionTitle(section.id));
    },
    changeSection(id: string, change: Partial<Pick<Section, 'title' | 'guidance'>>): void {
      update((before) => changeSection(before, id, change));
    },
    moveSection(id: string, toIndex: number): void {
      update((before) => moveSection(before, id, toIndex));
    },
    removeSection(id: string): void {
      const index = sections().findIndex((section) => section.id === id);
      const removed = sections()[index];
      if (removed === undefined) return;
      update((before) => removeSection(before, id));
      const next = sections()[index] ?? sections()[index - 1];
      focusSoon(next === undefined ? elementId.addSection : elementId.sectionMenu(next.id));
      toast(`Removed ${named(removed.title, 'the section')}`, () => {
        update((before) => insertSection(before, removed, index));
        focusSoon(elementId.sectionMenu(id));
      });
    },
    addItem(kind: ItemKind, place: ItemPlace): void {
      const item: Item = { id: newUuid(), kind, prompt: '', options: null };
      fresh = item.id;
      update((before) => insertItem(before, item, place));
      focusSoon(elementId.prompt(item.id));
    },
    changeItem(id: string, change: Change | ((item: Item) => Change)): void {
      update((before) => {
        const item = findItem(before, id);
        if (item === undefined) return [...before];
        return changeItem(before, id, typeof change === 'function' ? change(item) : change);
      });
    },
    moveItem(id: string, to: ItemPlace): void {
      update((before) => moveItem(before, id, to));
    },
    /** The focus goes to the item that takes its place, unless it has gone elsewhere already. */
    removeItem(id: string, isFocusKept = false): void {
      const place = placeOfItem(sections(), id);
      const removed = findItem(sections(), id);
      if (place === null || removed === undefined) return;
      update((before) => removeItem(before, id));
      const left = sections().find((section) => section.id === place.sectionId)?.items ?? [];
      const next = left[place.index] ?? left[place.index - 1];
      if (!isFocusKept) {
        focusSoon(next === undefined ? elementId.addItem(place.sectionId) : elementId.itemMenu(next.id));
      }
      if (removed.prompt.trim() === '') return;
      toast(`Removed ${named(removed.prompt, 'the item')}`, () => {
        update((before) => insertItem(before, removed, place));
        focusSoon(elementId.itemMenu(id));
      });
    },
  };
}

function named(words: string, otherwise: string): string {
  if (words.trim() === '') return otherwise;
  return words.length > 60 ? `“${words.slice(0, 58)}…”` : `“${words}”`;
}
