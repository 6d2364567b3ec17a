import styles from './file-row.module.css';

/** In place of a preview: what the name says it is. */
export function FileMark({ name }: { name: string }) {
  const extension = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1] ?? 'file';
  return (
    <span className={styles.mark} aria-hidden>
      {extension.toLowerCase()}
    </span>
  );
}
