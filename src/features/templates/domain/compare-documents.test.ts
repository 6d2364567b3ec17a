import { describe, expect, it } from 'vitest';
import { differencesIn } from './compare-documents.ts';
import type { TemplateDocument } from './document.ts';
import { changeItem, changeSection, moveItem, moveSection, removeItem } from './edit-sections.ts';
import { weekly } from './library/weekly.ts';
import type { Section } from './sections.ts';

const before: TemplateDocument = { ...weekly, shared: false };
const [care, update] = weekly.sections;
const [first, second] = care?.items ?? [];
const ids = {
  care: care?.id ?? '',
  update: update?.id ?? '',
  first: first?.id ?? '',
  second: second?.id ?? '',
};
const after = (sections: Section[]): TemplateDocument => ({ ...before, sections });

describe('two documents beside each other', () => {
  it('are the same where nothing was changed', () => {
    expect(differencesIn(before, structuredClone(before))).toEqual({
      title: false,
      description: false,
      shared: false,
      parts: new Set(),
    });
  });

  it('differ in title, description and sharing', () => {
    const other = { ...before, title: 'A', description: 'B', shared: true };
    expect(differencesIn(before, other)).toMatchObject({ title: true, description: true, shared: true });
  });

  it.each<[string, TemplateDocument, string[]]>([
    ['a reworded item', after(changeItem(weekly.sections, ids.first, { prompt: 'New' })), [ids.first]],
    ['a reworded section', after(changeSection(weekly.sections, ids.care, { guidance: 'New' })), [ids.care]],
    [
      'an item that is gone there, and the one after it',
      after(removeItem(weekly.sections, ids.first)),
      [ids.first, ids.second],
    ],
    [
      'an item that stands elsewhere',
      after(moveItem(weekly.sections, ids.second, { sectionId: ids.update, index: 99 })),
      [ids.second],
    ],
    ['sections in another order', after(moveSection(weekly.sections, ids.care, 1)), [ids.care, ids.update]],
  ])('differ in %s', (_, other, expected) => {
    expect([...differencesIn(before, other).parts].toSorted()).toEqual(expected.toSorted());
  });
});
