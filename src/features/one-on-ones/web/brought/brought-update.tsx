import { useWriting } from '../../../../web/shell/writing.ts';
import { cx } from '../../../../web/ui/cx.ts';
import { updatePartWords, updateParts, type Given } from '../../domain/given.ts';
import { namesOf, voiceOf } from '../pair.ts';
import { useRecord } from '../record-context.ts';
import styles from './meeting-head.module.css';

/** What the employee sent before the meeting, in their words and their voice. */
export function BroughtUpdate({ given }: { given: Given }) {
  const { record, myId } = useRecord();
  const { Reader } = useWriting();
  const voice = voiceOf(record.employee.id, myId);
  const whose = record.employee.id === myId ? 'Your' : `${namesOf(record).employee}’s`;
  return (
    <section className={cx(styles.update, styles[voice])} aria-label={`${whose} update`}>
      <p className={styles.label}>{whose} update, before the meeting</p>
      {updateParts.map((part) => {
        const text = given[part];
        return (
          text !== undefined && (
            <div key={part}>
              <h4 className={styles.part}>{updatePartWords[part]}</h4>
              <Reader doc={text} />
            </div>
          )
        );
      })}
    </section>
  );
}
