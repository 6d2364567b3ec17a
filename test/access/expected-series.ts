/** Who gets what from which route of a series: as `expected.ts`, by hand and without the application. */

export const seriesStates = ['open', 'ended'] as const;

export const seriesViewers = [
  'manager',
  'employee',
  'former manager',
  'employee of a former manager',
  'participant of their one-on-one',
  'other manager',
  'new manager of the employee',
  'manager of the manager',
  'admin',
  'stranger',
  'anonymous',
  'deactivated employee',
] as const;
export type SeriesViewer = (typeof seriesViewers)[number];

/** In the order of `seriesStates`. Whoever is not named gets 404. */
type Row = Partial<Record<SeriesViewer, string>>;

export function expectedInSeries(row: Row, viewer: SeriesViewer): string {
  if (viewer === 'anonymous' || viewer === 'deactivated employee') return '401 401';
  return row[viewer] ?? '404 404';
}

/** History stays with both, also when the pair is none any more. */
const readByBoth: Row = {
  manager: '200 200',
  employee: '200 200',
  'former manager': '200 200',
  'employee of a former manager': '200 200',
};
/** While it is open; the pair that is none any more has ended. */
const byBoth = (status: string): Row => ({
  manager: `${status} 409`,
  employee: `${status} 409`,
  'former manager': '409 409',
  'employee of a former manager': '409 409',
});
const byManager = (status: string): Row => ({
  ...byBoth(status),
  employee: '403 403',
  'employee of a former manager': '403 403',
});

/** Of a point that the manager raised and shared. */
const byAuthor = byManager;

const byEmployee = (status: string): Row => ({
  ...byBoth(status),
  manager: '403 403',
  'former manager': '403 403',
});

const one = '/api/series/{seriesId}';
const point = '/api/talking-points/{pointId}';

/** Routes of one series: route × viewer × state. */
export const seriesRows: Record<string, Row> = {
  [`GET ${one}`]: readByBoth,
  [`GET ${one}/live`]: readByBoth,
  [`PATCH ${one}`]: byManager('200'),
  [`POST ${one}/ending`]: byManager('200'),
  [`GET ${one}/preparation`]: readByBoth,
  [`PUT ${one}/preparation`]: byEmployee('200'),
  // Nothing was written in it yet.
  [`POST ${one}/preparation/sending`]: byEmployee('409'),
  [`DELETE ${one}/preparation/sending`]: byEmployee('200'),
  [`GET ${one}/look-back`]: readByBoth,
  [`POST ${one}/start`]: byManager('201'),
  // It has not begun.
  [`POST ${one}/meetings/{slot}/ending`]: byManager('409'),
  [`GET ${one}/meetings`]: readByBoth,
  [`POST ${one}/meetings`]: byBoth('201'),
  [`PATCH ${one}/meetings/{slot}`]: byBoth('200'),
  [`PUT ${one}/meetings/{slot}/cancellation`]: byBoth('200'),
  [`DELETE ${one}/meetings/{slot}/cancellation`]: byBoth('200'),
  [`GET ${one}/agenda`]: readByBoth,
  [`PATCH ${one}/agenda`]: byBoth('200'),
  [`PUT ${one}/agenda/ready`]: byBoth('200'),
  [`DELETE ${one}/agenda/ready`]: byBoth('200'),
  [`GET ${one}/talking-points`]: readByBoth,
  [`POST ${one}/talking-points`]: byBoth('201'),
  [`PATCH ${point}`]: byAuthor('200'),
  [`DELETE ${point}`]: byAuthor('204'),
  [`PUT ${point}/sharing`]: byAuthor('200'),
  [`PUT ${point}/drop`]: byAuthor('200'),
  [`DELETE ${point}/drop`]: byAuthor('200'),
  [`PUT ${point}/position`]: byBoth('200'),
  [`PUT ${point}/later`]: byBoth('200'),
  [`DELETE ${point}/later`]: byBoth('200'),
  [`PUT ${point}/discussion`]: byBoth('200'),
  [`DELETE ${point}/discussion`]: byBoth('200'),
  [`GET ${point}/private-note`]: readByBoth,
  [`PUT ${point}/private-note`]: byBoth('200'),
};
