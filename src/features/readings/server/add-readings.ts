import type { ProgramContext } from '../../../server/http/serve-program.ts';
import { problem } from '../../../shared/problems.ts';
import type { FieldError } from '../../../shared/problems.ts';
import type { Written } from '../contract.ts';
import { readingFaults } from '../domain/reading-fault.ts';
import { findPlaces } from './find-places.ts';
import { writeReadings } from './write-readings.ts';

interface SentReading {
  /** Id or name. */
  kpiId: string;
  /** Id or address. */
  personId: string;
  on: string;
  value: number;
}

const mostFaults = 100;

/**
 * All or none. A program and an admin load numbers of everybody; a manager writes those of the people they manage,
 * and everybody else finds nobody.
 */
export async function addReadings(
  { db, viewer, now, today }: ProgramContext,
  sent: readonly SentReading[],
): Promise<Written> {
  const places = await findPlaces(db, {
    kpis: sent.map(({ kpiId }) => kpiId),
    people: sent.map(({ personId }) => personId),
  });
  const faults: FieldError[] = [];
  const placed = sent.flatMap(({ kpiId, personId, on, value }, at) => {
    const kpi = places.kpis.get(kpiId);
    const person = places.people.get(personId);
    const wrong = readingFaults({ kpi, person, on }, { kpi: kpiId, person: personId }, today);
    for (const { field, message } of wrong) {
      faults.push({ path: `readings.${at}.${fieldOf[field]}`, message });
    }
    return kpi === undefined || person === undefined ? [] : [{ kpiId: kpi.id, personId: person, on, value }];
  });
  if (faults.length > 0) {
    throw problem('invalid', {
      detail: `Nothing was loaded: ${faults.length === 1 ? 'one thing is' : `${faults.length} things are`} wrong.`,
      errors: faults.slice(0, mostFaults),
    });
  }
  return writeReadings(db, placed, viewer === null ? 'api' : 'form', now);
}

const fieldOf = { kpi: 'kpiId', person: 'personId', on: 'on' } as const;
