import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { call } from '../../../web/shell/call.ts';
import { queryOf, refresh } from '../../../web/shell/queries.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatWhen, localToday } from '../../../web/ui/dates.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { messageOf } from '../../../web/ui/message-of.ts';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import { useRemovals } from '../../../web/ui/use-removals.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { targetRoutes } from '../contract.ts';
import type { Target, TargetChange } from '../contract.ts';
import { CorrectTargetForm } from './correct-target-form.tsx';
import { TargetForm } from './target-form.tsx';
import type { Bound } from './target-form.tsx';
import { TargetList } from './target-list.tsx';
import { aimInWords, changeInWords } from './target-words.ts';
import styles from './targets-part.module.css';

interface TargetsPartProps {
  whose: Bound;
  /** Those that a target can be set of; one alone where the page is of it. */
  kpis: readonly Kpi[];
  /** Only those of this KPI. */
  kpiId?: string | undefined;
  period: Period;
  teamLink?: ((team: { id: string; name: string }) => ReactNode) | undefined;
  /** A target changes what numbers say. */
  onChanged: () => Promise<void>;
}

/** The targets that bind a person or a team: what holds, what comes, how it came to be. */
export function TargetsPart({ whose, kpis, kpiId, period, teamLink, onChanged }: TargetsPartProps) {
  const { name: _name, ...bound } = whose;
  const query = queryOf(targetRoutes.listTargets, {
    query: { ...bound, ...(kpiId !== undefined && { kpiId }) },
  });
  const { data, error, refetch } = useQuery(query);
  const [today] = useState(localToday);
  const [open, setOpen] = useState<Target | 'set' | null>(null);
  const removals = useRemovals();
  const left = (data?.items ?? []).filter(({ id }) => !removals.has(id));
  const { ref, removing } = useFocusAfterRemoval(left.length);
  const close = () => setOpen(null);

  if (error !== null && data === undefined)
    return <InlineError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton shape="rows" lines={2} />;

  async function changed() {
    await Promise.all([refresh(targetRoutes.listTargets), onChanged()]);
  }
  function remove(target: Target) {
    removing(left.indexOf(target));
    removals.remove(target.id, `Target removed: ${aimInWords(target)}.`, async () => {
      try {
        await call(targetRoutes.removeTarget, { params: { targetId: target.id } });
      } catch (cause) {
        toast(messageOf(cause));
      }
      await changed();
    });
  }

  const holding = left.filter(({ to }) => to === null || to >= today);
  const over = left.filter(({ to }) => to !== null && to < today);
  const list = {
    isOfTeam: whose.teamId !== undefined,
    today,
    namesKpi: kpiId === undefined,
    teamLink,
    onCorrect: setOpen,
    onRemove: remove,
  };

  return (
    <div ref={ref} className={styles.part}>
      {holding.length > 0 && <TargetList {...list} label="Targets" targets={holding} />}
      {holding.length === 0 && (
        <p className={styles.none}>
          No target holds now.
          {kpis.length > 0 &&
            (data.abilities.set
              ? ' With one, the pace is shown: where one should be by today.'
              : ' The manager or an admin sets targets.')}
        </p>
      )}
      {data.abilities.set && kpis.length > 0 && (
        <p>
          <Button onPress={() => setOpen('set')}>Set a target</Button>
        </p>
      )}
      {(over.length > 0 || data.history.length > 0) && (
        <details className={styles.past}>
          <summary>How the targets came to be</summary>
          {over.length > 0 && <TargetList {...list} label="Targets that are over" targets={over} />}
          <History changes={data.history} today={today} namesKpi={kpiId === undefined} />
        </details>
      )}
      {open === 'set' && (
        <TargetForm
          whose={whose}
          kpis={kpis}
          period={period}
          targets={data.items}
          onSaved={changed}
          onClose={close}
        />
      )}
      {open !== null && open !== 'set' && (
        <CorrectTargetForm key={open.version} target={open} onSaved={changed} onClose={close} />
      )}
    </div>
  );
}

interface HistoryProps {
  changes: readonly TargetChange[];
  today: string;
  namesKpi: boolean;
}

function History({ changes, today, namesKpi }: HistoryProps) {
  return (
    <ul className={styles.history} aria-label="History of the targets">
      {changes.map((change) => (
        <li key={change.id}>
          <span>
            {change.by.name} {changeInWords(change, today)}
            {namesKpi && ` · ${change.kpi.name}`}
            {change.team !== null && ` · ${change.team.name}`}
          </span>
          <small>{formatWhen(change.at)}</small>
        </li>
      ))}
    </ul>
  );
}
