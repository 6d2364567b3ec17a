import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kpiRoutes } from '../../../features/kpis/contract.ts';
import type { Period } from '../../../features/kpis/domain/periods.ts';
import { refreshNumbers } from '../../../features/numbers/web/number-queries.ts';
import { ReadingForm } from '../../../features/readings/web/reading-form.tsx';
import { targetRoutes } from '../../../features/targets/contract.ts';
import { TargetForm } from '../../../features/targets/web/target-form.tsx';
import { queryOf, refresh } from '../../shell/queries.ts';
import { Button } from '../../ui/button.tsx';

interface NumbersActionsProps {
  person: { id: string; name: string };
  period: Period;
  /** The KPI that the page is of. */
  kpiId?: string;
}

/** A reading by hand, and a target, for whoever may. */
export function NumbersActions({ person, period, kpiId }: NumbersActionsProps) {
  const [open, setOpen] = useState<'reading' | 'target' | null>(null);
  const all = useQuery(queryOf(kpiRoutes.listKpis, { query: {} })).data?.items ?? [];
  const targets = useQuery({
    ...queryOf(targetRoutes.listTargets, { query: { personId: person.id } }),
    enabled: open === 'target',
  });
  const kpis = kpiId === undefined ? all : all.filter(({ id }) => id === kpiId);
  if (kpis.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Button onPress={() => setOpen('reading')}>Enter a reading</Button>
      {kpiId === undefined && <Button onPress={() => setOpen('target')}>Set a target</Button>}
      {open === 'reading' && (
        <ReadingForm person={person} kpis={kpis} onSaved={refreshNumbers} onClose={close} />
      )}
      {open === 'target' && (
        <TargetForm
          whose={{ personId: person.id, name: person.name }}
          kpis={kpis}
          period={period}
          targets={targets.data?.items ?? []}
          onSaved={async () => {
            await Promise.all([refreshNumbers(), refresh(targetRoutes.listTargets)]);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
