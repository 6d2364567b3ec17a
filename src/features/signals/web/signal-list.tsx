import { CircleSlash2, Flag, Info, ThumbsUp, Trophy, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '../../../web/ui/link.tsx';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import type { ShownSignal } from '../contract.ts';
import styles from './signal-list.module.css';

function iconOf({ kind, tone }: ShownSignal): LucideIcon {
  if (kind === 'data-stopped') return CircleSlash2;
  if (kind === 'target-hit' || kind === 'record') return Trophy;
  if (tone === 'neutral') return Info;
  return tone === 'good' ? ThumbsUp : Flag;
}

const toneWords = { good: 'Good: ', bad: 'To look at: ', neutral: '' };

interface SignalListProps {
  personId: string;
  /** Each with what can be done with it. */
  rows: readonly { signal: ShownSignal; act: ReactNode }[];
}

/** Each in one sentence, with its numbers one click away. */
export function SignalList({ personId, rows }: SignalListProps) {
  return (
    <ul className={styles.list}>
      {rows.map(({ signal, act }) => {
        const Icon = iconOf(signal);
        return (
          <li key={signal.id}>
            <p className={styles.words}>
              <Icon size={16} aria-hidden className={styles.icon} data-tone={signal.tone} />
              <span>
                <VisuallyHidden>{toneWords[signal.tone]}</VisuallyHidden>
                {signal.sentence}
              </span>
            </p>
            <span className={styles.acts}>
              <Link
                to="/numbers/$personId/$kpiId"
                params={{ personId, kpiId: signal.kpi.id }}
                aria-label={`Numbers: ${signal.kpi.name}`}
              >
                Numbers
              </Link>
              {act}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
