import type { LiveEvent } from '../../features/live/contract.ts';
import { queryClient } from './queries.ts';
import { turnsDone } from './turns.ts';

const ofSeries = '/api/series/{seriesId}';

/**
 * What to ask for anew, by what changed; of everything else, all of the series. By the routes' paths: their contracts
 * come with the pages that need them.
 */
const pathsOf: Partial<Record<string, string[]>> = {
  'talking-point': [`${ofSeries}/agenda`, `${ofSeries}/talking-points`],
  agenda: [`${ofSeries}/agenda`],
  preparation: [`${ofSeries}/preparation`],
  'action-item': [`${ofSeries}/look-back`],
};

/** What the pair's home shows and no address of the series names. */
const lists = ['/api/series', '/api/one-on-ones'];

export function followSeries(seriesId: string, event: Extract<LiveEvent, { is: 'changed' | 'gone' }>): void {
  if (event.is === 'gone') void queryClient.resetQueries({ predicate: isOf(seriesId) });
  else void refreshSeries(seriesId, event.what);
}

/** Once what this page has under way is written: what is fetched before would take back what it shows already. */
export async function refreshSeries(seriesId: string, what: string[] = ['series']): Promise<void> {
  await turnsDone();
  const known = what.map((one) => pathsOf[one]);
  const paths = known.includes(undefined) ? null : new Set(known.flat());
  await queryClient.invalidateQueries({
    predicate: (query) => {
      const path = String(query.queryKey[0]);
      if (paths === null) return isOf(seriesId)(query) || lists.includes(path);
      return isOf(seriesId)(query) && paths.has(path);
    },
  });
}

function isOf(seriesId: string) {
  return ({ queryKey }: { queryKey: readonly unknown[] }) =>
    JSON.stringify(queryKey).includes(`"seriesId":"${seriesId}"`);
}
