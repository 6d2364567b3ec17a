import { describe, expect, it } from 'vitest';
import { sameWhenSaved, savable } from './document.ts';
import type { TemplateDocument } from './document.ts';
import { library } from './library/library.ts';
import type { Item } from './sections.ts';

const item = (more: Partial<Item>): Item => ({
  id: 'i',
  kind: 'question',
  prompt: 'P',
  options: null,
  ...more,
});
const document = (...items: Item[]): TemplateDocument => ({
  title: 'T',
  description: '',
  shared: false,
  sections: [{ id: 's', title: 'S', guidance: null, items }],
});
const saved = (one: Item) => savable(document(one)).sections[0]?.items;

describe('saving a template that is being written', () => {
  it('gives plain titles to what has none', () => {
    const bare: TemplateDocument = { ...document(), title: ' ' };
    bare.sections = bare.sections.map((section) => ({ ...section, title: '' }));
    expect(savable(bare)).toMatchObject({
      title: 'Untitled template',
      sections: [{ title: 'Untitled section' }],
    });
  });

  it('leaves an item out until it has words', () => {
    expect(saved(item({ prompt: ' ' }))).toEqual([]);
  });

  it('keeps the labels of a rating that has fewer steps now off the server only', () => {
    const rating = item({ kind: 'rating', options: { steps: 2, labels: ['a', 'b', 'c'] } });
    expect(saved(rating)).toEqual([{ ...rating, options: { steps: 2, labels: ['a', 'b'] } }]);
  });

  it('sends no labels where there are none, and five steps where none were chosen', () => {
    const rating = item({ kind: 'rating', options: { steps: 3, labels: ['', ' '] } });
    expect(saved(rating)).toEqual([{ ...rating, options: { steps: 3 } }]);
    expect(saved(item({ kind: 'rating' }))).toEqual([item({ kind: 'rating', options: { steps: 5 } })]);
  });

  it('drops the options of what is no rating any more', () => {
    expect(saved(item({ kind: 'mood', options: { steps: 3 } }))).toEqual([item({ kind: 'mood' })]);
  });

  it.each(library.map((template) => [template.title, template] as const))(
    'changes nothing in %s',
    (_, template) => {
      const whole = { ...template, shared: true };
      expect(savable(whole).sections).toEqual(template.sections);
      expect(sameWhenSaved(whole, savable(whole))).toBe(true);
    },
  );

  it('tells documents apart by what would be saved', () => {
    expect(sameWhenSaved(document(item({})), document(item({}), item({ id: 'j', prompt: '' })))).toBe(true);
    expect(sameWhenSaved(document(item({})), document(item({ prompt: 'Q' })))).toBe(false);
  });
});
