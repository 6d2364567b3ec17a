import styles from './brand.module.css';

/** Two voices that overlap. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">
        <path
          className={styles.mine}
          d="M9 1h1a8 8 0 0 1 0 16H2.500a1.500 1.500 0 0 1-1.500-1.500V9a8 8 0 0 1 8-8Z"
        />
        <path
          className={styles.theirs}
          d="M17 3h-1a8 8 0 0 0 0 16h7.500a1.500 1.500 0 0 0 1.500-1.500V11a8 8 0 0 0-8-8Z"
        />
      </svg>
      Duologue
    </span>
  );
}
