import { useQuery } from '@tanstack/react-query';
import { kpiRoutes } from '../../../features/kpis/contract.ts';
import type { Period } from '../../../features/kpis/domain/periods.ts';
import { refreshNumbers } from '../../../features/numbers/web/number-queries.ts';
import { TargetsPart } from '../../../features/targets/web/targets-part.tsx';
import { queryOf } from '../../shell/queries.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

interface TeamTargetsProps {
  team: { id: string; name: string };
  period: Period;
}

/** What a team aims for: each member, unless they have a target of their own. */
export default function TeamTargets({ team, period }: TeamTargetsProps) {
  const { data } = useQuery(queryOf(kpiRoutes.listKpis, { query: {} }));
  if (data === undefined) return <Skeleton shape="rows" lines={2} />;
  return (
    <TargetsPart
      key={team.id}
      whose={{ teamId: team.id, name: team.name }}
      kpis={data.items}
      period={period}
      onChanged={refreshNumbers}
    />
  );
}
