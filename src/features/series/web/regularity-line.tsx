import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../web/ui/page.tsx';
import type { Meeting, Meetings } from '../contract.ts';
import styles from './regularity-line.module.css';
import { meetingsQuery } from './series-queries.ts';
import { statusInWords, whenInWords } from './series-words.ts';

/** How the last twelve went, a mark each, oldest first; seen by the two alone. */
export function RegularityLine({ seriesId }: { seriesId: string }) {
  const { data } = useQuery(meetingsQuery(seriesId));
  if (data === undefined || data.past.length === 0) return null;
  return (
    <Section title="How regular you are">
      <figure className={styles.line}>
        <div className={styles.marks} aria-hidden="true">
          {data.past.toReversed().map((meeting) => (
            <i
              key={meeting.slot}
              className={styles.mark}
              data-look={lookOf(meeting)}
              title={`${whenInWords(meeting.startsAt)}: ${statusInWords(meeting).toLowerCase()}`}
            />
          ))}
        </div>
        <figcaption>{summaryOf(data)}</figcaption>
      </figure>
    </Section>
  );
}

function lookOf(meeting: Meeting): string {
  if (meeting.status === 'held') return meeting.late ? 'late' : 'held';
  return meeting.status === 'planned' ? 'not-held' : 'off';
}

/** "Held 9 of the last 12; 1 moved late, 2 skipped." What did not happen is left out. */
export function summaryOf({ past, regularity }: Pick<Meetings, 'past' | 'regularity'>): string {
  const { held, movedLate, skipped, cancelled, notHeld } = regularity;
  const all = past.length === 1 ? 'the last one' : `the last ${past.length}`;
  const rest = [
    movedLate > 0 && `${movedLate} moved late`,
    skipped > 0 && `${skipped} skipped`,
    cancelled > 0 && `${cancelled} cancelled`,
    notHeld > 0 && `${notHeld} not held`,
  ].filter((words) => words !== false);
  const of = past.length === 1 ? all : `${held + movedLate} of ${all}`;
  const begin = held + movedLate === 0 ? `None of ${all} held` : `Held ${of}`;
  return rest.length === 0 ? `${begin}.` : `${begin}; ${rest.join(', ')}.`;
}
