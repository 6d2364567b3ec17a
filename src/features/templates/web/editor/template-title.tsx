import { PageTitle } from '../../../../web/ui/page-title.tsx';
import styles from './template-title.module.css';

/** The page's heading, for the tab and for whoever listens: the drawn title is a field. */
export function TemplateTitle({ title }: { title: string }) {
  return <PageTitle title={`Edit ${title}`} tabTitle={title} className={styles.said ?? ''} />;
}
