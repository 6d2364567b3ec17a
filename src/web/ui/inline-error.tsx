import { CircleAlert } from 'lucide-react';
import buttonStyles from './button.module.css';
import styles from './inline-error.module.css';
import { messageOf } from './message-of.ts';

/** Says beside the place what went wrong and what to do; never in place of what was there. */
export function InlineError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className={styles.note} role="alert">
      <CircleAlert size={16} aria-hidden />
      <div>
        {messageOf(error)}{' '}
        {onRetry !== undefined && (
          <button type="button" className={buttonStyles.link} onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </div>
  );
}
