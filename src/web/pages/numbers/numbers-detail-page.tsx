import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { CallResult } from '../../../shared/routes.ts';
import { kpiRoutes } from '../../../features/kpis/contract.ts';
import type { Period } from '../../../features/kpis/domain/periods.ts';
import type { numberRoutes } from '../../../features/numbers/contract.ts';
import { NumberChart } from '../../../features/numbers/web/chart/number-chart.tsx';
import { kpiOfPersonQuery, refreshNumbers } from '../../../features/numbers/web/number-queries.ts';
import { NumberTable } from '../../../features/numbers/web/number-table.tsx';
import { readingRoutes } from '../../../features/readings/contract.ts';
import { ReadingList } from '../../../features/readings/web/reading-list.tsx';
import { TargetsPart } from '../../../features/targets/web/targets-part.tsx';
import { addressOf } from '../../shell/call.ts';
import { queryOf } from '../../shell/queries.ts';
import { FiguresView } from '../../shell/numbers/figures-view.tsx';
import { PeriodSwitch } from '../../shell/numbers/period-switch.tsx';
import { useMe } from '../../shell/session.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { ErrorPage } from '../../ui/error-page.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageHeader, Section } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NumbersActions } from './numbers-actions.tsx';
import styles from './numbers.module.css';
import { periodOf, periodSearch } from './period-in-address.ts';
import { WayBack } from './way-back.tsx';

const route = getRouteApi('/inside/numbers/$personId/$kpiId');

export function NumbersDetailPage() {
  const { personId, kpiId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const period = periodOf(search.period);
  const { data, error, refetch } = useQuery(kpiOfPersonQuery(personId, kpiId, period));
  if (error !== null && data === undefined) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Page>
        <Skeleton shape="title" lines={8} />
      </Page>
    );
  }
  return (
    <Detail
      data={data}
      period={period}
      onPeriod={(next) => void navigate({ search: periodSearch(next), replace: true })}
    />
  );
}

interface DetailProps {
  data: CallResult<typeof numberRoutes.kpiOfPerson>;
  period: Period;
  onPeriod: (period: Period) => void;
}

function Detail({ data, period, onPeriod }: DetailProps) {
  const { person, figures, readings, oneOnOnes, abilities } = data;
  const { kpi } = figures;
  const me = useMe();
  const isMine = me.person.id === person.id;
  const { data: taken } = useQuery(queryOf(kpiRoutes.listKpis, { query: {} }));
  const isArchived = taken !== undefined && taken.items.every(({ id }) => id !== kpi.id);
  return (
    <Page>
      <PageHeader
        title={kpi.name}
        tabTitle={`${kpi.name}, ${person.name}`}
        above={
          <WayBack person={person}>
            <Link to="/numbers/$personId" params={{ personId: person.id }} search={periodSearch(period)}>
              {isMine ? 'My numbers' : person.name}
            </Link>
          </WayBack>
        }
        lead={
          isArchived ? `${person.name}. Archived: it takes no readings or targets any more.` : person.name
        }
        actions={
          <>
            {abilities.change && <NumbersActions person={person} period={period} kpiId={kpi.id} />}
            <DownloadLink
              href={addressOf(readingRoutes.exportReadings.path, { personId: person.id }, { kpiId: kpi.id })}
            >
              CSV
            </DownloadLink>
          </>
        }
      />
      <div className={styles.bar}>
        <PeriodSwitch value={period} onChange={onPeriod} />
      </div>
      <div className={styles.detail}>
        <FiguresView figures={figures} hidesTrend />
        <NumberChart figures={figures} marks={oneOnOnes} />
      </div>
      <Disclosure title="In figures">
        <NumberTable figures={figures} marks={oneOnOnes} />
      </Disclosure>
      <Section title="Targets">
        <TargetsPart
          whose={{ personId: person.id, name: person.name }}
          kpis={isArchived ? [] : [kpi]}
          kpiId={kpi.id}
          period={period}
          {...(!isMine && me.managesPeople && { teamLink: linkToTeam })}
          onChanged={refreshNumbers}
        />
      </Section>
      <Section title="Readings">
        <ReadingList
          person={person}
          kpi={kpi}
          readings={readings}
          mayChange={abilities.change && !isArchived}
          onChanged={refreshNumbers}
        />
      </Section>
      <p className={styles.seen}>
        {isMine
          ? 'You, whoever manages you now, and admins see these numbers and targets. Of the one-on-ones you see your own.'
          : `${person.name}, whoever manages ${person.name} now, and admins see these numbers and targets. Of the one-on-ones you see those that you may read.`}
      </p>
    </Page>
  );
}

/** Whoever manages people finds the targets of their teams beside the team's numbers. */
function linkToTeam({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/numbers" search={{ teamId: id }}>
      {name}
    </Link>
  );
}
