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
import { ErrorPage } from '../../ui/error-page.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NoNumbersYet } from './no-numbers-yet.tsx';
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
        <NoNumbersYet name={person.name} isMine={isMine} actions={actions} />
      ) : (
        <NumberTiles personId={personId} period={period} figures={items} />
      )}
      {isMine && me.isAdmin && !me.managesPeople && (
        <p className={styles.seen}>
          The numbers of others are on their pages, under <Link to="/people">People</Link>.
        </p>
      )}
      <p className={styles.seen}>
        {isMine
          ? 'You, whoever manages you now, and admins see these numbers: the same for each.'
          : `${person.name}, whoever manages ${person.name} now, and admins see these numbers: the same for each.`}
      </p>
    </Page>
  );
}
