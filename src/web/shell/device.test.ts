import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetOnDevice, forgetPerson, keepOnDevice, keptOnDevice, keysOnDevice } from './device.ts';

function storage(): Storage {
  const kept: Record<string, string> = {};
  return Object.create(kept, {
    getItem: { value: (name: string) => kept[name] ?? null },
    setItem: {
      value(this: Record<string, string>, name: string, value: string) {
        kept[name] = value;
        this[name] = value;
      },
    },
    removeItem: {
      value(this: Record<string, string>, name: string) {
        delete kept[name];
        delete this[name];
      },
    },
  }) as Storage; // as much of it as is used here
}

describe('what is kept on the device', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage()));
  afterEach(() => void vi.unstubAllGlobals());

  it('is there again, for the same person only', () => {
    expect(keepOnDevice('maya', 'answer/1', { text: 'words' })).toBe(true);
    expect(keptOnDevice('maya', 'answer/1')).toEqual({ text: 'words' });
    expect(keptOnDevice('omar', 'answer/1')).toBeNull();
  });

  it('is found by the beginning of its key', () => {
    keepOnDevice('maya', 'answer/1', 1);
    keepOnDevice('maya', 'answer/2', 2);
    keepOnDevice('maya', 'view', 3);
    expect(keysOnDevice('maya', 'answer/').sort()).toEqual(['answer/1', 'answer/2']);
  });

  it('is gone after signing out, and another’s is not', () => {
    keepOnDevice('maya', 'answer/1', 1);
    keepOnDevice('omar', 'answer/1', 2);
    forgetPerson('maya');
    expect(keysOnDevice('maya')).toEqual([]);
    expect(keptOnDevice('omar', 'answer/1')).toBe(2);
    forgetOnDevice('omar', 'answer/1');
    expect(keptOnDevice('omar', 'answer/1')).toBeNull();
  });

  it('says so where the device refuses', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new Error('full');
      },
    });
    expect(keepOnDevice('maya', 'answer/1', 1)).toBe(false);
    expect(keptOnDevice('maya', 'answer/1')).toBeNull();
  });
});
