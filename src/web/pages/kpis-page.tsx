import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { kpiRoutes, type ListedKpi } from '../../features/kpis/contract.ts';
import { KpiDialog } from '../../features/kpis/web/kpi-dialog.tsx';
import { allKpisQuery, refreshKpis } from '../../features/kpis/web/kpi-queries.ts';
import { KpiTable } from '../../features/kpis/web/kpi-table.tsx';
import { afterMenu } from '../ui/after-menu.ts';
import { call } from '../shell/call.ts';
import { useMe } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NotFound } from '../ui/error-page.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { Link } from '../ui/link.tsx';
import { Page, PageHeader, Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.ts';
import { useAction } from '../ui/use-action.ts';

/** Null: a new one. */
type Editing = { kpi: ListedKpi | null } | null;

export function KpisPage() {
  const { isAdmin } = useMe();
  const kpis = useQuery({ ...allKpisQuery, enabled: isAdmin });
  const [editing, setEditing] = useState<Editing>(null);
  const { run, error } = useAction();
  if (!isAdmin) return <NotFound />;

  async function save(kpi: ListedKpi, archived: boolean): Promise<ListedKpi> {
    const { id, name, unit, currency, direction, aggregation, decimals, version } = kpi;
    const body = { name, unit, currency, direction, aggregation, decimals, archived, version };
    const saved = await call(kpiRoutes.changeKpi, { params: { kpiId: id }, body });
    await refreshKpis();
    return saved;
  }
  function archive(kpi: ListedKpi, archived: boolean) {
    afterMenu(
      () =>
        void run(async () => {
          const saved = await save(kpi, archived);
          const words = archived ? 'is archived: it takes no readings, and keeps those it has.' : 'is back.';
          toast(`“${kpi.name}” ${words}`, () => void run(async () => save(saved, !archived)));
        }),
    );
  }

  const present = kpis.data?.items.filter(({ archived }) => !archived) ?? [];
  const archived = kpis.data?.items.filter((kpi) => kpi.archived) ?? [];
  const table = { onEdit: (kpi: ListedKpi) => afterMenu(() => setEditing({ kpi })), onArchive: archive };
  const add = (
    <Button look="primary" onPress={() => setEditing({ kpi: null })}>
      <Plus size={15} aria-hidden /> Add KPI
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title="KPIs"
        lead="What is measured. The numbers of a person are seen by that person, by whoever manages them now, and by admins."
        actions={present.length > 0 && add}
      >
        <p>
          <Link to="/kpis/import">Import readings</Link> · <Link to="/kpis/access">Access tokens</Link>
        </p>
      </PageHeader>
      {kpis.error !== null && <InlineError error={kpis.error} onRetry={() => void kpis.refetch()} />}
      {error !== null && <InlineError error={error} />}
      {kpis.isPending && <Skeleton shape="rows" lines={5} />}
      {kpis.data !== undefined && present.length === 0 && (
        <EmptyState title="No KPIs yet" action={add}>
          Add what your teams look at: calls, revenue, response times. Then load readings from a file or by a
          program, and put KPIs and targets into templates.
        </EmptyState>
      )}
      {present.length > 0 && <KpiTable label="KPIs" kpis={present} {...table} />}
      {archived.length > 0 && (
        <Section title="Archived">
          <KpiTable label="Archived KPIs" kpis={archived} {...table} />
        </Section>
      )}
      {editing !== null && (
        <KpiDialog
          kpi={editing.kpi}
          onClose={() => setEditing(null)}
          onDone={(kpi) => {
            setEditing(null);
            toast(editing.kpi === null ? `“${kpi.name}” is added.` : `“${kpi.name}” is saved.`);
          }}
        />
      )}
    </Page>
  );
}
