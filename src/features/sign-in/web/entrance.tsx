import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Brand } from '../../../web/shell/brand.tsx';
import { cx } from '../../../web/ui/cx.ts';
import { PageTitle } from '../../../web/ui/page-title.tsx';
import styles from './entrance.module.css';

interface EntranceProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** A quiet last line: what to do if this is not the way in. */
  after?: ReactNode;
}

/** The pages before one is signed in: what the product promises, beside what is asked. */
export function Entrance({ title, lead, children, after }: EntranceProps) {
  return (
    <div className={styles.entrance}>
      <section className={styles.promise} aria-label="What Duologue promises">
        <Brand />
        <div className={styles.words}>
          <p className={styles.headline}>What two people say to each other stays between them.</p>
          <p className={styles.sentence}>
            Nobody above reads along, and no administrator can. Who may read a one-on-one is named on it,
            always.
          </p>
          <p className={styles.readers}>
            <Lock size={15} aria-hidden /> Only Maya and Eli can read this
          </p>
        </div>
        <svg className={styles.shapes} viewBox="0 0 26 20" aria-hidden="true">
          <path d="M9 1h1a8 8 0 0 1 0 16H2.5A1.500 1.500 0 0 1 1 15.500V9a8 8 0 0 1 8-8Z" />
          <path d="M17 3h-1a8 8 0 0 0 0 16h7.500a1.500 1.500 0 0 0 1.500-1.500V11a8 8 0 0 0-8-8Z" />
        </svg>
      </section>
      <main className={styles.main}>
        <div className={styles.form}>
          <PageTitle title={title} tabTitle={title} className={cx(styles.title)} />
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          {children}
          {after !== undefined && <p className={styles.after}>{after}</p>}
        </div>
      </main>
    </div>
  );
}
