import type { LookBack } from '../../../features/meeting-records/contract.ts';
import { valueInWords } from '../../../features/one-on-ones/domain/answers.ts';
import { RichTextReader } from '../../../features/rich-text/web/rich-text-reader.tsx';
import { formatDay } from '../../ui/dates.ts';
import { Link } from '../../ui/link.tsx';
import { OntoAgendaButton } from './onto-agenda-button.tsx';
import styles from './prep.module.css';
import type { OntoAgenda } from './use-onto-agenda.ts';

interface LastTimeProps {
  lookBack: LookBack;
  onto: OntoAgenda;
  mayAdd: boolean;
}

export function Unanswered({ lookBack: { unanswered }, onto, mayAdd }: LastTimeProps) {
  return (
    <ul className={styles.list}>
      {unanswered.map(({ itemId, prompt }) => (
        <li key={itemId} className={styles.row}>
          <p className={styles.words}>{prompt}</p>
          <OntoAgendaButton text={prompt} kind="question" onto={onto} mayAdd={mayAdd} />
        </li>
      ))}
    </ul>
  );
}

/** What goes on the agenda is what was asked: an answer of a draft is not shown to the other by a click. */
export function LastAnswers({ lookBack: { last, lastAnswers }, onto, mayAdd }: LastTimeProps) {
  return (
    <>
      {last !== null && (
        <p className={styles.quiet}>
          From{' '}
          <Link to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId: last.id }}>
            {last.title}, {formatDay(last.heldOn)}
          </Link>
        </p>
      )}
      <ul className={styles.list}>
        {lastAnswers.map(({ itemId, prompt, answer, ...asked }) => (
          <li key={itemId} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.prompt}>{prompt}</p>
              {answer.value !== undefined && <p>{valueInWords(asked, answer.value)}</p>}
              {answer.text !== undefined && <RichTextReader doc={answer.text} />}
            </div>
            <OntoAgendaButton text={prompt} kind="topic" onto={onto} mayAdd={mayAdd} />
          </li>
        ))}
      </ul>
    </>
  );
}
