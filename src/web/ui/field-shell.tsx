import styles from './field.module.css';

/** A field's shape while its code is on the way: same size, so that nothing moves when it comes. */
export function FieldShell({
  label,
  hideLabel = false,
  text,
}: {
  label: string;
  hideLabel?: boolean;
  text?: string;
}) {
  return (
    <div className={styles.field} aria-busy="true">
      {!hideLabel && <span className={styles.label}>{label}</span>}
      <div className={styles.box}>
        <span className={styles.input}>{text}</span>
      </div>
    </div>
  );
}
