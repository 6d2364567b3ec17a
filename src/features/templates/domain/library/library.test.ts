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
      'Since last time',
      'Update',
      'Agenda',
      'Goal check-ins',
      'Feedback',
    ]);
    const items = library[0]?.sections.flatMap((section) => section.items) ?? [];
    expect(items.filter(({ answeredBy }) => answeredBy === 'employee').map(({ kind }) => kind)).toEqual([
      'mood',
      'rating',
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
