import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../../../web/ui/dates.ts';
import { Section } from '../../../web/ui/page.tsx';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import type { LookBack } from '../contract.ts';
import { agreedAtAll, tallyInWords } from './follow-up-words.ts';
import styles from './follow-up-figure.module.css';
import { lookBackQuery } from './look-back-query.ts';

/** Above this a column says no more; its title has the number. */
const mostMarks = 6;

/** What the two agreed in their last twelve one-on-ones and what became of it: seen by the two alone, blaming nobody. */
export default function FollowUpFigure({ seriesId }: { seriesId: string }) {
  const { data } = useQuery(lookBackQuery(seriesId));
  if (data === undefined || agreedAtAll(data.followUp) === 0) return null;
  const { followUp } = data;
  return (
    <Section title="What becomes of what you agree">
      <figure className={styles.figure}>
        <Columns byMeeting={followUp.byMeeting} />
        <Shares tally={followUp} />
        <figcaption>
          {followUp.byMeeting.length > 1 && <>In your last {followUp.byMeeting.length} one-on-ones: </>}
          {tallyInWords(followUp)}
        </figcaption>
        <VisuallyHidden>
          {followUp.byMeeting
            .map(({ heldOn, agreed, done }) => `${formatDay(heldOn)}: ${done} of ${agreed} done`)
            .join('; ')}
        </VisuallyHidden>
      </figure>
    </Section>
  );
}

/** A column a meeting, a mark an agreement: filled where it is done. */
function Columns({ byMeeting }: { byMeeting: LookBack['followUp']['byMeeting'] }) {
  return (
    <div className={styles.columns} aria-hidden="true">
      {byMeeting.map(({ heldOn, agreed, done }, at) => (
        <span
          // oxlint-disable-next-line react/no-array-index-key -- two may be of one day
          key={`${heldOn}/${at}`}
          className={styles.column}
          title={`${formatDay(heldOn)}: ${done} of ${agreed} done`}
        >
          {Array.from({ length: Math.min(agreed, mostMarks) }, (_, mark) => (
            // oxlint-disable-next-line react/no-array-index-key -- marks are all alike
            <i key={mark} data-done={mark < Math.round((done * Math.min(agreed, mostMarks)) / agreed)} />
          ))}
        </span>
      ))}
    </div>
  );
}

const shares = [
  ['doneOnTime', 'on time'],
  ['doneLate', 'later'],
  ['open', 'open'],
  ['overdue', 'past due'],
] as const;

function Shares({ tally }: { tally: LookBack['followUp'] }) {
  return (
    <ul className={styles.shares} aria-hidden="true">
      {shares.map(([name, words]) =>
        tally[name] === 0 ? null : (
          <li key={name} className={styles.share} data-look={name} style={{ flexGrow: tally[name] }}>
            <i />
            <span>
              {tally[name]} {words}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
