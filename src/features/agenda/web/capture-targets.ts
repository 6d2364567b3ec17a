import { keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';
import type { Series } from '../../series/contract.ts';

export interface CaptureTarget {
  seriesId: string;
  name: string;
}

const key = 'capture-targets';

function lastUsed(personId: string): string[] {
  const kept = keptOnDevice(personId, key);
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
}

/** Whom I can write something down for: those of my open series, the last used first. */
export function captureTargets(all: readonly Series[], myId: string): CaptureTarget[] {
  const last = lastUsed(myId);
  const placeOf = (id: string) => (last.includes(id) ? last.indexOf(id) : last.length);
  return all
    .filter(({ isOpen }) => isOpen)
    .map(({ id, manager, employee }) => ({
      seriesId: id,
      name: manager.id === myId ? employee.name : manager.name,
    }))
    .toSorted((a, b) => placeOf(a.seriesId) - placeOf(b.seriesId) || a.name.localeCompare(b.name));
}

export function noteUsed(personId: string, seriesId: string): void {
  const others = lastUsed(personId).filter((id) => id !== seriesId);
  keepOnDevice(personId, key, [seriesId, ...others].slice(0, 20));
}
