import styles from './tick.module.css';

interface TickProps {
  label: string;
  isDone: boolean;
  isDisabled: boolean;
  onChange: (isDone: boolean) => void;
}

/** The browser's own checkbox, so that a record need not load another. */
export function Tick({ label, isDone, isDisabled, onChange }: TickProps) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isDone}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
