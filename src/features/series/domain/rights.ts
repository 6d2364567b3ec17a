/** What the rules need to know of a series and of who looks at it. */
export interface SeriesStanding {
  managerId: string;
  employeeId: string;
  viewerId: string;
  /** Whether the manager still manages the employee: else the series has ended, whatever its row says. */
  stillManages: boolean;
  endedAt: string | null;
}

/**
 * `change`: the arrangement itself, and ending it. `arrange`: move and call off meetings, write on the agenda.
 * `hold`: start a meeting, which makes its record. `prepare`: write the update, and answer what is asked before.
 */
export type SeriesAct = 'change' | 'arrange' | 'hold' | 'prepare';

export type SeriesSide = 'manager' | 'employee';

export function sideOf(standing: SeriesStanding): SeriesSide {
  return standing.viewerId === standing.managerId ? 'manager' : 'employee';
}

export function isOpen(standing: SeriesStanding): boolean {
  return standing.stillManages && standing.endedAt === null;
}

const sideThatActs: Record<Exclude<SeriesAct, 'arrange'>, SeriesSide> = {
  change: 'manager',
  hold: 'manager',
  prepare: 'employee',
};

/** Who of the two may do it, whatever has ended: nobody else reaches a series. */
export function mayInSeries(act: SeriesAct, standing: SeriesStanding): boolean {
  return act === 'arrange' || sideOf(standing) === sideThatActs[act];
}

export function seriesAbilities(standing: SeriesStanding): Record<SeriesAct, boolean> {
  const can = (act: SeriesAct) => isOpen(standing) && mayInSeries(act, standing);
  return { change: can('change'), arrange: can('arrange'), hold: can('hold'), prepare: can('prepare') };
}
