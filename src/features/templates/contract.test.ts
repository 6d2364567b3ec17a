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
});
