import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchema } from './ids.ts';
import { newUuid } from './uuid.ts';

describe('an id made in the browser', () => {
  it('is a UUIDv7', () => {
    const id = newUuid();
    expect(idSchema.safeParse(id).success).toBe(true);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('begins with its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => {
        expect(Number.parseInt(newUuid(now).replace('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  it('is never the same twice', () => {
    const ids = Array.from({ length: 10_000 }, () => newUuid(1));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
