import { CircleAlert } from 'lucide-react';
import { messageOf } from './message-of.ts';
import styles from './inline-error.module.css';
import { TextButton } from './text-button.tsx';

/** Says beside the place what went wrong and what to do; never in place of what was there. */
export function InlineError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className={styles.note} role="alert">
      <CircleAlert size={16} aria-hidden />
      <div>
        {messageOf(error)} {onRetry !== undefined && <TextButton onPress={onRetry}>Try again</TextButton>}
      </div>
    </div>
  );
}
