import { VisuallyHidden } from '../../../../web/ui/visually-hidden.tsx';
import type { Item } from '../../contract.ts';
import { namesOf } from '../pair.ts';
import { useRecord } from '../record-context.ts';
import { BroughtPoint } from './brought-point.tsx';
import { BroughtPromise } from './brought-promise.tsx';
import { BroughtUpdate } from './brought-update.tsx';
import styles from './meeting-head.module.css';

interface MeetingHeadProps {
  item: Item;
  /** The answer below is named by what stands here. */
  promptId: string;
}

/** The head of an item that the meeting fills: what it brought in, and whose it is. */
export default function MeetingHead({ item, promptId }: MeetingHeadProps) {
  const { point, actionItem } = item.given ?? {};
  if (point !== undefined) {
    return (
      <BroughtPoint item={item} point={point}>
        {/* The same words, as they stand in the list of headings. */}
        <VisuallyHidden>
          <h3 id={promptId}>{item.prompt}</h3>
        </VisuallyHidden>
      </BroughtPoint>
    );
  }
  if (actionItem !== undefined) {
    return (
      <BroughtPromise item={item} promise={actionItem}>
        <h3 id={promptId} className={styles.promise}>
          {item.prompt}
        </h3>
      </BroughtPromise>
    );
  }
  return (
    <div className={styles.column}>
      <h3 id={promptId} className={styles.prompt}>
        {item.prompt}
      </h3>
      {item.kind === 'update' && item.given !== null && <BroughtUpdate given={item.given} />}
      <Whose item={item} />
    </div>
  );
}

/** Whose answer stands below, or why nothing does. */
function Whose({ item }: { item: Item }) {
  const { record, myId } = useRecord();
  const { employee } = namesOf(record);
  const isMe = record.employee.id === myId;
  const words = whoseWords(item, { employee, isMe, mayEdit: record.abilities.edit });
  if (words === null) return null;
  return (
    <p className={styles.whose} data-voice={item.fromEmployee ? (isMe ? 'mine' : 'theirs') : undefined}>
      {words}
    </p>
  );
}

interface Chair {
  employee: string;
  isMe: boolean;
  mayEdit: boolean;
}

function whoseWords(item: Item, { employee, isMe, mayEdit }: Chair): string | null {
  switch (item.kind) {
    case 'agenda':
      return 'Nothing was on the agenda.';
    case 'follow-up':
      return 'Nothing was open.';
    case 'update':
      if (item.given !== null) return null;
      return isMe ? 'You sent no update.' : `${employee} sent no update.`;
    case 'question':
    case 'note':
    case 'rating':
    case 'mood':
    case 'kpi':
    case 'target': {
      if (item.fromEmployee) return `${isMe ? 'Your' : `${employee}’s`} answer, before the meeting`;
      // Says nothing of a meeting: a record can be without one.
      if (mayEdit) return `For ${employee} to answer: write down what they say.`;
      return isMe ? 'For you to answer.' : `For ${employee} to answer.`;
    }
  }
}
