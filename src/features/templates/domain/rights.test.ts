import { describe, expect, it } from 'vitest';
import { abilitiesOf, mayDo } from './rights.ts';
import type { Refusal } from './rights.ts';

const maya = 'maya';

describe('what a team manager may do with a template', () => {
  it.each<[string, string | null, { edit: boolean; delete: boolean; duplicate: boolean }, Refusal | null]>([
    ['their own', maya, { edit: true, delete: true, duplicate: true }, null],
    ['one that somebody shares', 'omar', { edit: false, delete: false, duplicate: true }, 'not_yours'],
    ['one of the library', null, { edit: false, delete: false, duplicate: true }, 'library'],
  ])('%s', (_, ownerId, abilities, refusal) => {
    const standing = { ownerId, viewerId: maya };
    expect(abilitiesOf(standing)).toEqual(abilities);
    const verdict = mayDo('edit', standing);
    expect(verdict.allowed ? null : verdict.because).toBe(refusal);
    expect(mayDo('delete', standing)).toEqual(verdict);
  });
});
