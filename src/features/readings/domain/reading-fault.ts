/** A reading as it was sent, and what was found of it. */
interface Placed {
  kpi: { archived: boolean } | undefined;
  person: string | undefined;
  on: string;
}

interface ReadingFault {
  field: 'kpi' | 'person' | 'on';
  message: string;
}

/** What keeps one reading from being stored; `said` is how the sender named KPI and person. */
export function readingFaults(
  { kpi, person, on }: Placed,
  said: { kpi: string; person: string },
  today: string,
): ReadingFault[] {
  const faults: ReadingFault[] = [];
  if (kpi === undefined) faults.push({ field: 'kpi', message: `There is no KPI “${said.kpi}”.` });
  else if (kpi.archived) {
    faults.push({ field: 'kpi', message: `“${said.kpi}” is archived: bring it back to load readings.` });
  }
  if (person === undefined) faults.push({ field: 'person', message: `There is nobody “${said.person}”.` });
  if (on > today) faults.push({ field: 'on', message: `${on} is in the future.` });
  return faults;
}
