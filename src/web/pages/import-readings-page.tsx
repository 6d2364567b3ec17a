import { ImportReadings } from '../../features/readings/web/import-readings.tsx';
import { useMe } from '../shell/session.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotFound } from '../ui/error-page.tsx';
import { Link } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';

export function ImportReadingsPage() {
  const { isAdmin } = useMe();
  if (!isAdmin) return <NotFound />;
  return (
    <Page>
      <PageHeader
        title="Import readings"
        lead="Values of KPIs by person and day, from a spreadsheet. You see what will happen first."
        above={
          <Breadcrumbs>
            <Link to="/kpis">KPIs</Link>
            Import
          </Breadcrumbs>
        }
      />
      <ImportReadings />
    </Page>
  );
}
