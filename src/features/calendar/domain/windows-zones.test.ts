import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { zoneOfWindows } from './windows-zones.ts';

// Another program's copy of the same table.
const folder = path.dirname(fileURLToPath(import.meta.resolve('node-ical')));
const theirs = JSON.parse(readFileSync(path.join(folder, 'windowsZones.json'), 'utf8')) as Table;
type Table = Record<string, { iana: string[] }>;
const names = Object.keys(theirs).filter((name) => name.endsWith(' Standard Time'));

describe('a time zone as Windows names it', () => {
  it.each(names)('%s is one that is known here', (name) => {
    const zone = zoneOfWindows(name) ?? '';
    expect(theirs[name]?.iana).toContain(zone);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
  });

  it.each(['Europe/Berlin', 'Mars Standard Time', ' Standard Time', 'constructor', '__proto__', ''])(
    '%s is none',
    (name) => expect(zoneOfWindows(name)).toBeNull(),
  );
});
