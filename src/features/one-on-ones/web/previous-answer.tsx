import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { cx } from '../../../web/ui/cx.ts';
import { formatDay } from '../../../web/ui/dates.ts';
import { Link } from '../../../web/ui/link.tsx';
import type { Item, PreviousAnswer as Previous } from '../contract.ts';
import { answerInWords, valueInWords } from '../domain/answers.ts';
import styles from './previous-answer.module.css';
import { useWriting } from '../../../web/shell/writing.ts';

/** One line of it, without the markers of lists. */
function excerptOf(item: Item, { answer }: Previous): string {
  const lines = answerInWords(item, answer).split('\n');
  return lines.map((line) => line.trim().replace(/^(?:- |\d+\. |\[[ x]\] )/u, '')).join(' · ');
}

/** What was said to the same item last time: one quiet line, which opens. */
export function PreviousAnswer({ item, previous }: { item: Item; previous: Previous }) {
  const { Reader } = useWriting();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { answer, from } = previous;
  return (
    <div className={styles.previous}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        className={styles.line}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={13} aria-hidden className={cx(styles.chevron)} />
        <time dateTime={from.heldOn}>{formatDay(from.heldOn)}</time>
        {!isOpen && <span className={styles.excerpt}>{excerptOf(item, previous)}</span>}
      </button>
      <div id={id} hidden={!isOpen} className={styles.body}>
        {isOpen && (
          <>
            {answer.value !== undefined && <p className={styles.value}>{valueInWords(item, answer.value)}</p>}
            {answer.text !== undefined && <Reader doc={answer.text} />}
            <Link to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId: from.id }}>
              Open “{from.title}”
            </Link>
          </>
        )}
      </div>
    </div>
  );
}
