import { cx } from '../../../web/ui/cx.ts';
import type { Answer, Item } from '../contract.ts';
import { valueInWords } from '../domain/answers.ts';
import styles from './both-answers.module.css';
import { useWriting } from '../../../web/shell/writing.ts';

interface BothAnswersProps {
  item: Item;
  answers: readonly { label: string; answer: Answer | null; voice: 'mine' | 'theirs' }[];
}

/** Two versions of an answer, side by side; under each other where there is no room. */
export function BothAnswers({ item, answers }: BothAnswersProps) {
  const { Reader } = useWriting();
  return (
    <div className={styles.both}>
      {answers.map(({ label, answer, voice }) => (
        <section key={label} aria-label={label} className={cx(styles.one, styles[voice])}>
          <p className={styles.label}>{label}</p>
          {answer?.value !== undefined && <p>{valueInWords(item, answer.value)}</p>}
          {answer?.text === undefined ? answer === null && <p>Nothing.</p> : <Reader doc={answer.text} />}
        </section>
      ))}
    </div>
  );
}
