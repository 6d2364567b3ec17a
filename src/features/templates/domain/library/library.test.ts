import { describe, expect, it } from 'vitest';
import { itemKinds } from '../items.ts';
import { library } from './library.ts';

describe('the library', () => {
  it('has at least six templates', () => {
    expect(library.length).toBeGreaterThanOrEqual(6);
  });

  it('holds no id twice: one-on-ones remember the item they came from', () => {
    const ids = library.flatMap((template) => [
      template.id,
      ...template.sections.flatMap((section) => [section.id, ...section.items.map((item) => item.id)]),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('offers every kind of item', () => {
    const kinds = library.flatMap((template) =>
      template.sections.flatMap(({ items }) => items.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(itemKinds));
  });

  it('begins with the weekly one-on-one', () => {
    expect(library[0]?.title).toBe('Weekly one-on-one');
    expect(library[0]?.sections.map((section) => section.title)).toEqual([
      'Start with care',
      'Update',
      'Goal check-ins',
      'Feedback',
    ]);
    expect(library[0]?.sections[1]?.items.map((item) => item.prompt)).toEqual([
      'What went well?',
      'What could improve?',
    ]);
  });

  it.each(library.map((template) => [template.title, template] as const))(
    '%s says when to use it, and how to lead each section',
    (_, { description, sections }) => {
      expect(description.length).toBeGreaterThan(60);
      for (const section of sections) {
        expect(section.guidance).toMatch(/\.$/);
        expect(section.items.length).toBeGreaterThan(0);
      }
    },
  );
});
