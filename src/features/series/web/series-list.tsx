import type { ReactNode } from 'react';
import { Face } from '../../../web/ui/face.tsx';
import { PlainLink } from '../../../web/ui/link.tsx';
import { Section } from '../../../web/ui/page.tsx';
import type { Series } from '../contract.ts';
import styles from './series-list.module.css';
import { groupsOfSeries } from './series-groups.ts';
import { otherOfSeries, ruleInWords, untilInWords, whenInWords } from './series-words.ts';

interface SeriesListProps {
  series: readonly Series[];
  myId: string;
  nothing: ReactNode;
}

/** By the next meeting, what has ended at the end. */
export function SeriesList({ series, myId, nothing }: SeriesListProps) {
  if (series.length === 0) return nothing;
  return groupsOfSeries(series).map(({ title, items }) => (
    <Section key={title} title={title}>
      <ul className={styles.list}>
        {items.map((one) => (
          <SeriesRow key={one.id} series={one} myId={myId} />
        ))}
      </ul>
    </Section>
  ));
}

function SeriesRow({ series, myId }: { series: Series; myId: string }) {
  const other = otherOfSeries(series, myId);
  const { next } = series;
  return (
    <li>
      <PlainLink to="/series/$seriesId" params={{ seriesId: series.id }} className={styles.row ?? ''}>
        <Face name={other.name} as="theirs" size="m" personId={other.id} />
        <span className={styles.words}>
          <strong>{other.name}</strong>
          <small>
            {series.isOpen ? ruleInWords(series.rule) : 'Ended'}
            {series.employee.id === myId && series.isOpen && ' · your manager'}
          </small>
        </span>
        {next !== null && (
          <span className={styles.next}>
            <span>{whenInWords(next.startsAt)}</span>
            <small>
              {untilInWords(next.startsAt)}
              {next.movedFrom !== null && ' · moved'}
            </small>
          </span>
        )}
      </PlainLink>
    </li>
  );
}
