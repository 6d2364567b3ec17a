import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { kpiRoutes } from '../../../features/kpis/contract.ts';
import { queryOf } from '../../shell/queries.ts';
import { useMe } from '../../shell/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './numbers.module.css';

interface NoNumbersYetProps {
  name: string;
  isMine: boolean;
  /** What whoever may can do about it. */
  actions: ReactNode;
}

/** What to do next, and who does it. */
export function NoNumbersYet({ name, isMine, actions }: NoNumbersYetProps) {
  const { isAdmin } = useMe();
  const { data } = useQuery(queryOf(kpiRoutes.listKpis, { query: {} }));
  if (data === undefined) return <Skeleton shape="rows" lines={3} />;
  if (data.items.length === 0) return <NothingMeasured isAdmin={isAdmin} />;
  if (actions === false) {
    return (
      <EmptyState title="No numbers yet">
        {isMine
          ? 'Once your manager or an admin sets a target for you or enters a reading, it stands here.'
          : `Once somebody enters a reading of ${name} or sets a target, it stands here.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No numbers yet" action={<div className={styles.first}>{actions}</div>}>
      Set a target for {isMine ? 'yourself' : name}, or enter the first reading. An admin can also load many
      at once.
    </EmptyState>
  );
}

export function NothingMeasured({ isAdmin }: { isAdmin: boolean }) {
  if (!isAdmin) {
    return (
      <EmptyState title="Nothing is measured yet">
        An admin says first what is measured. Then targets and readings stand here.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is measured yet" action={<LinkButton to="/kpis">Define KPIs</LinkButton>}>
      Say first what is measured: calls booked, revenue, response time. Then targets and readings stand here.
    </EmptyState>
  );
}
