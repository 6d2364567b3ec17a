import { otherOf } from '../../features/one-on-ones/web/pair.ts';
import { ReadersLine } from '../../features/one-on-ones/web/readers-line.tsx';
import { useRecord } from '../../features/one-on-ones/web/record-context.ts';
import { RecordSaved } from '../../features/one-on-ones/web/record-saved.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import styles from './run-head.module.css';

/** Whom one sits with, who can read along, what is saved, and the way to the whole record. */
export function RunHead() {
  const { record, myId } = useRecord();
  const other = otherOf(record, myId);
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <PageTitle
          className={styles.title ?? ''}
          title={`Meeting with ${other.name}`}
          tabTitle={`Meeting with ${other.name}`}
        />
        <Link to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId: record.id }}>
          Whole record
        </Link>
      </div>
      <div className={styles.line}>
        <ReadersLine />
        <span className={styles.saved}>
          <RecordSaved />
        </span>
      </div>
    </div>
  );
}
