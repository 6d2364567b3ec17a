import { useQuery } from '@tanstack/react-query';
import { Face } from '../../../web/ui/face.tsx';
import { PlainLink } from '../../../web/ui/link.tsx';
import type { Series } from '../contract.ts';
import { seriesListQuery } from './series-queries.ts';
import { otherOfSeries, untilInWords, whenInWords } from './series-words.ts';
import styles from './up-next.module.css';

/** In milliseconds: what is nearer than this is worth a line on the first page. */
const soon = 36 * 3_600_000;
const most = 4;

/** The meetings of today and tomorrow, where one goes ten minutes before; without any, the one that comes next. */
export function UpNext({ myId }: { myId: string }) {
  const { data } = useQuery(seriesListQuery);
  const coming = (data?.items ?? [])
    .filter((series) => series.next !== null)
    .toSorted((a, b) => startOf(a) - startOf(b));
  const near = coming.slice(0, Math.max(1, Math.min(most, coming.filter((one) => isNear(one)).length)));
  if (near.length === 0) return null;
  return (
    <nav aria-label="Up next">
      <ul className={styles.list}>
        {near.map((series) => (
          <Card key={series.id} series={series} myId={myId} />
        ))}
      </ul>
    </nav>
  );
}

function Card({ series, myId }: { series: Series; myId: string }) {
  const other = otherOfSeries(series, myId);
  const startsAt = series.next?.startsAt ?? '';
  return (
    <li>
      <PlainLink to="/series/$seriesId" params={{ seriesId: series.id }} className={styles.card ?? ''}>
        <Face name={other.name} as="theirs" size="m" personId={other.id} />
        <span>
          <strong>{other.name}</strong>
          <small>
            {untilInWords(startsAt)} · {whenInWords(startsAt)}
          </small>
        </span>
      </PlainLink>
    </li>
  );
}

function isNear(series: Series, now = Date.now()): boolean {
  return startOf(series) - now < soon;
}

function startOf({ next }: Series): number {
  return Date.parse(next?.startsAt ?? '');
}
