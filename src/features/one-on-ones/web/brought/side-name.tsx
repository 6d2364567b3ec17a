import { cx } from '../../../../web/ui/cx.ts';
import { namesOf, voiceOf } from '../pair.ts';
import { useRecord } from '../record-context.ts';
import styles from './meeting-head.module.css';

/** One of the two, as they are called here, in their voice. */
export function SideName({ personId }: { personId: string }) {
  const { record, myId } = useRecord();
  const names = namesOf(record);
  const name = personId === record.employee.id ? names.employee : names.manager;
  return (
    <span className={cx(styles.name, styles[voiceOf(personId, myId)])}>
      {personId === myId ? 'You' : name}
    </span>
  );
}
