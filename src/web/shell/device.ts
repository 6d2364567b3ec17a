/**
 * What is kept on this device for one person: words not yet saved, small settings. Signing out removes it.
 * Everything lies under `duologue/<person>/`, so that two people who share a computer never meet.
 */
const prefix = 'duologue/';

function nameOf(personId: string, key: string): string {
  return `${prefix}${personId}/${key}`;
}

/** False where the device refuses (storage full or forbidden): then the words exist on the page only. */
export function keepOnDevice(personId: string, key: string, value: unknown): boolean {
  try {
    localStorage.setItem(nameOf(personId, key), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The kept value, unchecked: parse it with a schema before use. */
export function keptOnDevice(personId: string, key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(nameOf(personId, key)) ?? 'null');
  } catch {
    return null;
  }
}

export function forgetOnDevice(personId: string, key: string): void {
  try {
    localStorage.removeItem(nameOf(personId, key));
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}

/** Keys kept for the person, that start with `start`. */
export function keysOnDevice(personId: string, start = ''): string[] {
  const begin = nameOf(personId, start);
  return allNames()
    .filter((name) => name.startsWith(begin))
    .map((name) => name.slice(nameOf(personId, '').length));
}

export function forgetPerson(personId: string): void {
  for (const key of keysOnDevice(personId)) forgetOnDevice(personId, key);
}

function allNames(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
