/** A reading that is known to belong somewhere. */
export interface PlacedReading {
  kpiId: string;
  personId: string;
  on: string;
  value: number;
}

interface Held<R> {
  /** By person, KPI and day: of two loads at once that keep this order neither waits for the other in a circle. */
  held: R[];
  /** How many gave way to a later one. */
  repeated: number;
}

/**
 * Of several for the same KPI, person and day the last one holds. Maps in maps: a key of all three for each of a
 * million readings takes hundreds of megabytes and seconds.
 */
export function lastOfEach<R extends PlacedReading>(readings: readonly R[]): Held<R> {
  const byPerson = new Map<string, Map<string, Map<string, R>>>();
  for (const reading of readings) {
    const byKpi = withIn(byPerson, reading.personId);
    withIn(byKpi, reading.kpiId).set(reading.on, reading);
  }
  const held = inOrder(byPerson).flatMap((byKpi) => inOrder(byKpi).flatMap(inOrder));
  return { held, repeated: readings.length - held.length };
}

function withIn<V>(all: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, V>();
  all.set(key, made);
  return made;
}

function inOrder<V>(byKey: ReadonlyMap<string, V>): V[] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
