import { Lock } from 'lucide-react';
import type { TalkingPoint } from '../../../features/agenda/contract.ts';
import { kindWords } from '../../../features/agenda/web/kind-words.ts';
import { raisedInWords } from '../../../features/agenda/web/words.ts';
import { RichTextReader } from '../../../features/rich-text/web/rich-text-reader.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './prep.module.css';

/** Points of one of the two, to be read. */
export function PrepPoints({ points, nothing }: { points: readonly TalkingPoint[]; nothing: string }) {
  if (points.length === 0) return <p className={styles.quiet}>{nothing}</p>;
  return (
    <ul className={styles.list}>
      {points.map((point) => {
        const { name, Icon } = kindWords[point.kind];
        const raised = raisedInWords(point);
        return (
          <li key={point.id} className={styles.point}>
            <Icon size={16} aria-hidden className={styles.icon} />
            <div className={styles.words}>
              <VisuallyHidden>{name}: </VisuallyHidden>
              <RichTextReader doc={point.body} />
              {(raised !== null || !point.shared) && (
                <p className={styles.facts}>
                  {!point.shared && (
                    <span>
                      <Lock size={12} aria-hidden /> Only you
                    </span>
                  )}
                  {raised !== null && <span>{raised}</span>}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
