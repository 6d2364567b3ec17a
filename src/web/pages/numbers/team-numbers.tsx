import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { teamNumbersQuery } from '../../../features/numbers/web/number-queries.ts';
import { TeamSortSelect } from '../../../features/numbers/web/team-sort.tsx';
import { TeamTable } from '../../../features/numbers/web/team-table.tsx';
import { readSort, writeSort } from '../../../features/numbers/domain/team-order.ts';
import type { TeamSort } from '../../../features/numbers/domain/team-order.ts';
import type { TeamRow } from '../../../features/numbers/contract.ts';
import { stepFrom } from '../../../features/kpis/domain/periods.ts';
import { kpiRoutes } from '../../../features/kpis/contract.ts';
import { periodWords } from '../../shell/numbers/figure-words.ts';
import { PeriodSwitch } from '../../shell/numbers/period-switch.tsx';
import { queryOf } from '../../shell/queries.ts';
import { useMe } from '../../shell/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPage } from '../../ui/error-page.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageHeader, Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NothingMeasured } from './no-numbers-yet.tsx';
import styles from './numbers.module.css';
import TeamTargets from './team-targets.tsx';
import { periodOf, periodSearch } from './period-in-address.ts';

interface Shown {
  period?: string;
  teamId?: string;
  sort?: string;
}

interface TeamNumbersProps {
  views: ReactNode;
  shown: Shown;
  onShow: (shown: Shown) => void;
}

const all = 'all';

/** The people one manages, by KPI; and what their teams aim for. */
export function TeamNumbers({ views, shown, onShow }: TeamNumbersProps) {
  const period = periodOf(shown.period);
  const { data, error, refetch } = useQuery(teamNumbersQuery(period, shown.teamId));
  if (error !== null && data === undefined) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Page>
        <Skeleton shape="title" lines={6} />
      </Page>
    );
  }
  const { teams, kpis, changed, rows } = data;
  const sort = readSort(shown.sort, kpis);
  const show = (part: Shown) => {
    const { period: _period, ...rest } = shown;
    onShow({ ...rest, ...periodSearch(period), ...part });
  };
  const onSort = (next: TeamSort) => show({ sort: writeSort(next) });
  const team = teams.find(
    ({ id }) => id === (shown.teamId ?? (teams.length === 1 ? teams[0]?.id : undefined)),
  );
  return (
    <Page>
      <PageHeader
        title="Numbers"
        lead="How the people you manage stand. Everybody sees their own numbers just as you do."
      />
      <div className={styles.bar}>
        {views}
        <PeriodSwitch
          value={period}
          onChange={(next) => {
            const { period: _, ...rest } = shown;
            onShow({ ...rest, ...periodSearch(next) });
          }}
        />
        <div className={styles.end}>
          {teams.length > 1 && (
            <Select
              label="Team"
              hideLabel
              options={[
                { id: all, label: 'All teams' },
                ...teams.map(({ id, name }) => ({ id, label: name })),
              ]}
              value={shown.teamId ?? all}
              onChange={(id) => {
                const { teamId: _, ...rest } = shown;
                onShow(id === all ? rest : { ...rest, teamId: id });
              }}
            />
          )}
          {kpis.length > 0 && <TeamSortSelect kpis={kpis} sort={sort} onSort={onSort} />}
        </div>
      </div>
      {kpis.length === 0 || rows.length === 0 ? (
        <NothingYet rows={rows} />
      ) : (
        <>
          <TeamTable kpis={kpis} rows={rows} shown={{ period, changed }} sort={sort} onSort={onSort} />
          <p className={styles.seen}>
            {capitalised(periodWords({ period }, stepFrom(period, changed.to, 1)))} so far. An arrow says how
            the last full {period} went against the one before it, better in green.
          </p>
        </>
      )}
      <Section title={team === undefined ? 'Team targets' : `Targets of ${team.name}`}>
        {team === undefined ? <ChooseTeam teams={teams} /> : <TeamTargets team={team} period={period} />}
      </Section>
    </Page>
  );
}

function NothingYet({ rows }: { rows: readonly TeamRow[] }) {
  const { isAdmin } = useMe();
  const { data } = useQuery(queryOf(kpiRoutes.listKpis, { query: {} }));
  if (data?.items.length === 0) return <NothingMeasured isAdmin={isAdmin} />;
  if (rows.length === 0) {
    return <EmptyState title="Nobody in this team">An admin puts people into teams.</EmptyState>;
  }
  return (
    <EmptyState
      title="No numbers yet"
      action={
        <div className={styles.first}>
          {rows.map(({ person }) => (
            <Link key={person.id} to="/numbers/$personId" params={{ personId: person.id }}>
              {person.name}
            </Link>
          ))}
        </div>
      }
    >
      Set a target for a team below, or open one of your people and enter the first reading.
    </EmptyState>
  );
}

function ChooseTeam({ teams }: { teams: readonly { id: string; name: string }[] }) {
  return (
    <div className={styles.teams}>
      {teams.map(({ id, name }) => (
        <Link key={id} to="/numbers" search={(before) => ({ ...before, teamId: id })}>
          {`Targets of ${name}`}
        </Link>
      ))}
    </div>
  );
}

/** "week of Nov 16" begins a sentence. */
function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
