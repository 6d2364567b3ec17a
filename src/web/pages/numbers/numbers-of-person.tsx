import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Period } from '../../../features/kpis/domain/periods.ts';
import { NumberTiles } from '../../../features/numbers/web/number-tiles.tsx';
import { personNumbersQuery } from '../../../features/numbers/web/number-queries.ts';
import { statesInWords } from '../../../features/numbers/web/states-in-words.ts';
import { readingRoutes } from '../../../features/readings/contract.ts';
import { addressOf } from '../../shell/call.ts';
import { PeriodSwitch } from '../../shell/numbers/period-switch.tsx';
import { useMe } from '../../shell/session.ts';
import { DownloadLink } from '../../ui/download-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPage } from '../../ui/error-page.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NumbersActions } from './numbers-actions.tsx';
import { WayBack } from './way-back.tsx';
import styles from './numbers.module.css';

interface NumbersOfPersonProps {
  personId: string;
  period: Period;
  onPeriod: (period: Period) => void;
  /** Where it is a page of its own: the way back stands above it. */
  hasWayBack?: boolean;
  /** Beside the switch of the period. */
  views?: ReactNode;
}

/** The numbers of one person: the same for them, their manager and admins. */
export function NumbersOfPerson({
  personId,
  period,
  onPeriod,
  hasWayBack = false,
  views,
}: NumbersOfPersonProps) {
  const me = useMe();
  const { data, error, refetch } = useQuery(personNumbersQuery(personId, period));
  if (error !== null && data === undefined) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Page>
        <Skeleton shape="title" lines={6} />
      </Page>
    );
  }
  const { person, items, abilities } = data;
  const isMine = person.id === me.person.id;
  const isEmpty = items.length === 0;
  const actions = abilities.change && <NumbersActions person={person} period={period} />;
  return (
    <Page>
      <PageHeader
        title={isMine ? 'My numbers' : `Numbers of ${person.name}`}
        lead={isEmpty ? undefined : statesInWords(items)}
        {...(hasWayBack && { above: <WayBack person={person} /> })}
        actions={
          !isEmpty && (
            <>
              {actions}
              <DownloadLink href={addressOf(readingRoutes.exportReadings.path, { personId })}>
                CSV
              </DownloadLink>
            </>
          )
        }
      />
      <div className={styles.bar}>
        {views}
        {!isEmpty && <PeriodSwitch value={period} onChange={onPeriod} />}
      </div>
      {isEmpty ? (
        <Empty name={person.name} isMine={isMine} mayChange={abilities.change} actions={actions} />
      ) : (
        <NumberTiles personId={personId} period={period} figures={items} />
      )}
      <p className={styles.seen}>
        {isMine
          ? 'You, whoever manages you now, and admins see these numbers: the same for each.'
          : `${person.name}, whoever manages ${person.name} now, and admins see these numbers: the same for each.`}
      </p>
    </Page>
  );
}

interface EmptyProps {
  name: string;
  isMine: boolean;
  mayChange: boolean;
  actions: ReactNode;
}

function Empty({ name, isMine, mayChange, actions }: EmptyProps) {
  if (!mayChange) {
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
      Set a target for {name}, or enter the first reading. An admin can also load many at once, and says under
      KPIs what is measured.
    </EmptyState>
  );
}
