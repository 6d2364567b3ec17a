/** A reading that is known to belong somewhere. */
export interface PlacedReading {
  kpiId: string;
  personId: string;
  on: string;
  value: number;
}

/** Of several for the same KPI, person and day the last one holds. Tells how many gave way to it. */
export function lastOfEach<R extends PlacedReading>(readings: readonly R[]): { held: R[]; repeated: number } {
  const held = new Map(readings.map((one) => [`${one.kpiId} ${one.personId} ${one.on}`, one]));
  return { held: [...held.values()], repeated: readings.length - held.size };
}
