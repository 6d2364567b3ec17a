import { useEffect, useState, type ReactNode } from 'react';
import type { Template } from '../../templates/contract.ts';
import type { Meeting, Series } from '../contract.ts';
import styles from './next-meeting.module.css';
import { SeriesMenu } from './series-menu.tsx';
import { isOtherZone, untilInWords, whenInWords } from './series-words.ts';

interface NextMeetingProps {
  series: Series;
  templates: readonly Template[];
  /** What begins the meeting, for whoever may. */
  start?: ReactNode;
}

/** When the two meet next, how long until then, where; and what can be done about it. */
export function NextMeeting({ series, templates, start }: NextMeetingProps) {
  useEveryMinute();
  const { next, place, rule } = series;
  if (!series.isOpen) return null;
  return (
    <section className={styles.next} aria-label="Next meeting">
      <div className={styles.words}>
        {next === null ? (
          <>
            <p className={styles.until}>No meeting is planned</p>
            <p className={styles.when}>Either of you can plan one.</p>
          </>
        ) : (
          <When meeting={next} timeZone={rule.timeZone} />
        )}
        {place !== '' && <Place place={place} />}
      </div>
      <div className={styles.acts}>
        {start}
        <SeriesMenu series={series} templates={templates} />
      </div>
    </section>
  );
}

function When({ meeting, timeZone }: { meeting: Meeting; timeZone: string }) {
  return (
    <>
      <p className={styles.until}>{untilInWords(meeting.startsAt)}</p>
      <p className={styles.when}>
        <time dateTime={meeting.startsAt}>{whenInWords(meeting.startsAt)}</time>, {meeting.minutes} minutes
        {isOtherZone(timeZone) && <small> Set up in {timeZone.replaceAll('_', ' ')}.</small>}
      </p>
      {meeting.movedFrom !== null && (
        <p className={styles.moved}>
          Moved from {whenInWords(meeting.movedFrom)}
          {meeting.reason !== '' && `: “${meeting.reason}”`}
        </p>
      )}
    </>
  );
}

function Place({ place }: { place: string }) {
  const isLink = /^https:\/\/\S+$/.test(place);
  return (
    <p className={styles.place}>
      {isLink ? (
        <a href={place} target="_blank" rel="noreferrer noopener">
          {new URL(place).hostname}
        </a>
      ) : (
        place
      )}
    </p>
  );
}

/** So that "in 10 minutes" does not stay. */
function useEveryMinute(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
}
