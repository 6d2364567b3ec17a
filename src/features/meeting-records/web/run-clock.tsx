import { useEffect, useState } from 'react';
import { forgetOnDevice, keepOnDevice, keptOnDevice } from '../../../web/shell/device.ts';
import { TextButton } from '../../../web/ui/text-button.tsx';
import type { RecordedMeeting } from '../contract.ts';
import { clockAt } from './run.ts';
import styles from './run-clock.module.css';

interface RunClockProps {
  meeting: RecordedMeeting;
  myId: string;
  /** Minutes for what is on the screen. */
  share: number | null;
}

const hidden = 'run/clock-hidden';

/** A quiet clock: minutes of the minutes planned. It never rings and never turns red, and can be put away. */
export function RunClock({ meeting, myId, share }: RunClockProps) {
  const now = useNow();
  const [isHidden, setHidden] = useState(() => keptOnDevice(myId, hidden) === true);
  const clock = clockAt(meeting, now);
  if (clock === null) return null;
  const { passed, minutes, isNearEnd } = clock;

  function hide(isNow: boolean) {
    setHidden(isNow);
    if (isNow) keepOnDevice(myId, hidden, true);
    else forgetOnDevice(myId, hidden);
  }
  if (isHidden) {
    return (
      <p className={styles.clock}>
        <TextButton onPress={() => hide(false)}>Show the clock</TextButton>
      </p>
    );
  }
  return (
    <div className={styles.clock} data-near-end={isNearEnd}>
      <p className={styles.time}>
        <span className={styles.passed}>{passed}</span> of {minutes} min
        {share !== null && <small> · about {share} for this</small>}
      </p>
      <progress
        className={styles.bar}
        aria-label={`${passed} of ${minutes} minutes`}
        value={Math.min(passed, minutes)}
        max={minutes}
      />
      <TextButton onPress={() => hide(true)}>Hide the clock</TextButton>
    </div>
  );
}

function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
