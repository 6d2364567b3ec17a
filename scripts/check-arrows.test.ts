import { describe, expect, it } from 'vitest';
import { faultsIn } from './check-arrows.ts';

const feature = 'src/features/one-on-ones';

/** The faults of one file that imports `specifier` in the given form. */
function faultsOf(file: string, text: string): string[] {
  return faultsIn([{ path: file, text }]);
}

describe('the arrows between parts', () => {
  it.each([
    [`${feature}/domain/states.ts`, '../../templates/domain/items.ts'],
    [`${feature}/domain/states.ts`, '../../../shared/ids.ts'],
    [`${feature}/domain/items.ts`, 'zod/mini'],
    [`${feature}/contract.ts`, 'zod/mini'],
    [`${feature}/contract.ts`, '../people/contract.ts'],
    [`${feature}/server/share.ts`, 'node:crypto'],
    [`${feature}/server/share.ts`, 'kysely'],
    [`${feature}/server/share.ts`, '../../people/server/person-reach.ts'],
    [`${feature}/server/share.ts`, '../../../server/database/query.ts'],
    [`${feature}/server/share.test.ts`, '../../../main.ts'],
    [`${feature}/server/share.test.ts`, '../../../../test/support/test-database.ts'],
    [`${feature}/web/list.tsx`, '../contract.ts'],
    [`${feature}/web/list.tsx`, '../../people/domain/person.ts'],
    [`${feature}/web/list.tsx`, '../../../web/ui/button.tsx'],
    ['src/web/pages/home.tsx', '../../features/people/web/list.tsx'],
    ['src/web/ui/button.tsx', 'react-aria-components'],
    ['src/main.ts', './features/people/server/people-routes.ts'],
  ])('let %s import %s', (file, specifier) => {
    expect(faultsOf(file, `import '${specifier}';`)).toEqual([]);
  });

  it.each([
    [`${feature}/domain/states.ts`, 'node:fs'],
    [`${feature}/domain/states.ts`, 'kysely'],
    [`${feature}/domain/states.ts`, '../contract.ts'],
    [`${feature}/domain/states.ts`, '../server/share.ts'],
    [`${feature}/domain/states.ts`, '../../../server/ids.ts'],
    [`${feature}/contract.ts`, 'zod'],
    [`${feature}/contract.ts`, './server/share.ts'],
    [`${feature}/contract.ts`, '../people/web/list.tsx'],
    [`${feature}/server/share.ts`, '../../people/server/find-person.ts'],
    [`${feature}/server/share.ts`, '../web/list.tsx'],
    [`${feature}/server/share.ts`, '../../../web/ui/button.tsx'],
    [`${feature}/server/share.ts`, '../../../main.ts'],
    [`${feature}/server/share.ts`, '../../../../test/support/test-database.ts'],
    [`${feature}/server/share.ts`, 'react'],
    [`${feature}/web/list.tsx`, 'node:path'],
    [`${feature}/web/list.tsx`, 'pg'],
    [`${feature}/web/list.tsx`, 'react-aria-components'],
    [`${feature}/web/list.tsx`, '../server/share.ts'],
    [`${feature}/web/list.tsx`, '../../people/web/list.tsx'],
    [`${feature}/web/list.tsx`, '../../people/server/person-reach.ts'],
    [`${feature}/web/list.tsx`, '../../../web/pages/home.tsx'],
    [`${feature}/web/list.tsx`, '../../../server/ids.ts'],
    ['src/server/http/app.ts', '../../features/people/contract.ts'],
    ['src/server/http/app.ts', '../../web/ui/button.tsx'],
    ['src/web/ui/button.tsx', '../../features/people/contract.ts'],
    ['src/web/ui/button.tsx', '../shell/call.ts'],
    ['src/web/pages/home.tsx', '../../features/people/server/person-reach.ts'],
    ['src/web/shell/call.ts', '../../server/ids.ts'],
    ['src/shared/ids.ts', '../server/ids.ts'],
    ['src/shared/ids.ts', '../features/people/contract.ts'],
    ['src/main.ts', './web/ui/button.tsx'],
  ])('do not let %s import %s, in whatever form', (file, specifier) => {
    const forms = [
      `import '${specifier}';`,
      `import type { A } from '${specifier}';`,
      `export type { A } from '${specifier}'; export const b = 1;`,
      `export * from '${specifier}'; export const b = 1;`,
      `export const a = await import('${specifier}');`,
      `export type A = import('${specifier}').A;`,
    ];
    expect(forms.map((form) => faultsOf(file, form).length)).toEqual(forms.map(() => 1));
    expect(faultsOf(file, forms[0] ?? '')[0]).toContain(`${file}:1: imports ${specifier}`);
  });

  it('refuse features in a circle, and name it', () => {
    const chain = (from: string, to: string) => ({
      path: `src/features/${from}/contract.ts`,
      text: `import '../${to}/contract.ts';`,
    });
    expect(faultsIn([chain('a', 'b'), chain('b', 'c')])).toEqual([]);
    expect(faultsIn([chain('a', 'b'), chain('b', 'c'), chain('c', 'a')])).toEqual([
      'features in a circle: a → b → c → a',
    ]);
  });
});

describe('names and sizes', () => {
  it.each([
    ['src/shared/utils.ts', 'is a drawer'],
    ['src/server/helpers/date.ts', 'is a drawer'],
    ['src/shared/date-utils.ts', 'is a drawer'],
    ['src/features/people/web/index.ts', 'name the file after what is in it'],
    ['src/features/people/stray.ts', 'is in none of the places'],
  ])('refuse %s', (file, fault) => {
    expect(faultsOf(file, 'export const a = 1;').join()).toContain(fault);
  });

  it('refuse a barrel by whatever name', () => {
    expect(faultsOf('src/shared/all.ts', `export * from './ids.ts';`).join()).toContain('is a barrel');
  });

  it('refuse to read in a browser what its build leaves out of routes', () => {
    const text = 'export const a = taskRoutes.open.result.safeParse(1);';
    expect(faultsOf(`${feature}/web/list.tsx`, text).join()).toContain('Routes.open.result');
    expect(faultsOf('src/web/shell/call.ts', 'export const a = routes.open.query;')).toHaveLength(1);
    expect(faultsOf(`${feature}/server/share.ts`, text)).toEqual([]);
    expect(faultsOf(`${feature}/web/list.tsx`, 'export const a = taskRoutes.add.path;')).toEqual([]);
  });

  it('refuse process.env outside the configuration', () => {
    const text = 'export const a = process.env;';
    expect(faultsOf('src/server/http/app.ts', text)).toHaveLength(1);
    expect(faultsOf('src/server/config/config.ts', text)).toEqual([]);
  });

  it('refuse a file of more than 400 lines, but for the printed schema', () => {
    const text = 'select 1;\n'.repeat(401);
    expect(faultsOf('database/migrations/0001.sql', text)[0]).toContain('has 401 lines');
    expect(faultsOf('database/migrations/0001.sql', 'select 1;\n'.repeat(400))).toEqual([]);
    expect(faultsOf('database/schema.sql', text)).toEqual([]);
  });
});
