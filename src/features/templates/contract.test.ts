import { describe, expect, it } from 'vitest';
import { templateRoutes } from './contract.ts';
import { library } from './domain/library/library.ts';

const { addTemplate, saveTemplate } = templateRoutes;

describe('a template as it is sent', () => {
  it.each(library.map((template) => [template.title, template] as const))(
    'could be %s of the library, as it is',
    (_, template) => {
      expect(addTemplate.body.safeParse(template).error).toBeUndefined();
      expect(saveTemplate.body.safeParse({ ...template, shared: true, version: 1 }).error).toBeUndefined();
    },
  );

  it('has agenda, follow-up and update once each', () => {
    const items = ['agenda', 'question', 'agenda'].map((kind) => ({ kind, prompt: 'What we talk about' }));
    const sent = { title: 'Twice', sections: [{ title: 'Agenda', items }] };
    expect(addTemplate.body.safeParse(sent).error?.issues).toMatchObject([
      {
        path: ['sections', 0, 'items', 2, 'kind'],
        message: 'Agenda, follow-up and update stand in a template once each.',
      },
    ]);
    const once = { ...sent, sections: [{ title: 'Agenda', items: items.slice(0, 2) }] };
    expect(addTemplate.body.safeParse(once).error).toBeUndefined();
  });

  it('shows at most sixty numbers', () => {
    const measure = { kpiId: null, period: 'month', which: 'current', compareWith: 'none' };
    const numbers = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'kpi', prompt: 'Calls', measure }));
    const sent = (last: number) => ({
      title: 'Numbers',
      sections: [
        { title: 'Many', items: numbers(59) },
        { title: 'More', items: numbers(last) },
      ],
    });
    expect(addTemplate.body.safeParse(sent(1)).error).toBeUndefined();
    expect(addTemplate.body.safeParse(sent(2)).error?.issues).toMatchObject([
      { path: ['sections'], message: 'A one-on-one shows at most 60 KPIs and targets.' },
    ]);
  });
});
