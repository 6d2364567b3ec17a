import { useEffect, useState, type ReactNode } from 'react';
import type { Series } from '../contract.ts';
import styles from './next-meeting.module.css';
import { MeetingMenu } from './meeting-menu.tsx';
import { isOtherZone, untilInWords, whenInWords } from './series-words.ts';

interface NextMeetingProps {
  series: Series;
  /** What begins the meeting, for whoever may. */
  start?: ReactNode;
}

/** When the two meet next, how long until then, where; and what can be done about it. */
export function NextMeeting({ series, start }: NextMeetingProps) {
  useEveryMinute();
  const { next, place, rule } = series;
  if (next === null) return null;
  return (
    <section className={styles.next} aria-label="Next meeting">
      <div className={styles.words}>
        <p className={styles.until}>{untilInWords(next.startsAt)}</p>
        <p className={styles.when}>
          <time dateTime={next.startsAt}>{whenInWords(next.startsAt)}</time>, {next.minutes} minutes
          {isOtherZone(rule.timeZone) && <small> Set up in {rule.timeZone.replaceAll('_', ' ')}.</small>}
        </p>
        {next.movedFrom !== null && (
          <p className={styles.moved}>
            Moved from {whenInWords(next.movedFrom)}
            {next.reason !== '' && `: “${next.reason}”`}
          </p>
        )}
        {place !== '' && <Place place={place} />}
      </div>
      <div className={styles.acts}>
        {start}
        {series.abilities.arrange && <MeetingMenu series={series} meeting={next} />}
      </div>
    </section>
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
