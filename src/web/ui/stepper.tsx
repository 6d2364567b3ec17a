import { cx } from './cx.ts';
import styles from './stepper.module.css';

interface Step {
  id: string;
  label: string;
  tone: 'draft' | 'active' | 'pending' | 'approved';
}

/** Where something stands on its way. On a phone only the present step shows its word. */
export function Stepper({
  label,
  steps,
  current,
}: {
  label: string;
  steps: readonly Step[];
  current: string;
}) {
  const now = steps.findIndex((step) => step.id === current);
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={cx(index < now && styles.done, index === now && cx(styles.now, styles[step.tone]))}
          {...(index === now ? { 'aria-current': 'step' } : {})}
        >
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.word}>{step.label}</span>
        </li>
      ))}
    </ol>
  );
}
