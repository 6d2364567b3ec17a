import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './page.module.css';
import { PageTitle } from './page-title.tsx';

interface PageProps {
  width?: 'narrow' | 'reading' | 'wide';
  /** Stands beside the page on wide screens. On narrower ones the page shows it elsewhere (a sheet). */
  rail?: ReactNode;
  children: ReactNode;
}

export function Page({ width = 'wide', rail, children }: PageProps) {
  const page = <div className={cx(styles.page, styles[width])}>{children}</div>;
  if (rail === undefined) return page;
  return (
    <div className={styles.withRail}>
      {page}
      <aside className={styles.rail}>{rail}</aside>
    </div>
  );
}

interface PageHeaderProps {
  title: string;
  /** The title of the browser's tab, where it should say more than the page's. */
  tabTitle?: string;
  /** Breadcrumbs at the left, the save state at the right. */
  above?: ReactNode;
  /** A sentence under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** What else belongs under the title. */
  children?: ReactNode;
}

export function PageHeader({ title, tabTitle, above, lead, actions, children }: PageHeaderProps) {
  return (
    <>
      {above !== undefined && <div className={styles.above}>{above}</div>}
      <header className={styles.header}>
        <div className={styles.words}>
          <PageTitle className={cx(styles.title)} title={title} tabTitle={tabTitle ?? title} />
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
    </>
  );
}

interface SectionProps {
  title: string;
  /** For links that lead here. */
  id?: string;
  /** A figure or a button at the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page: a hairline, a title, space. */
export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section className={styles.section} {...(id === undefined ? {} : { id })}>
      <div className={styles.sectionHeader}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
