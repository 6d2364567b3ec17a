import { AccessTokens } from '../../features/access-tokens/web/access-tokens.tsx';
import { useMe } from '../shell/session.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotFound } from '../ui/error-page.tsx';
import { Link } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';

export function KpiAccessPage() {
  const { isAdmin } = useMe();
  if (!isAdmin) return <NotFound />;
  return (
    <Page width="reading">
      <PageHeader
        title="Access tokens"
        above={
          <Breadcrumbs>
            <Link to="/kpis">KPIs</Link>
            Access tokens
          </Breadcrumbs>
        }
        lead="With a token a program loads readings, and can do nothing else."
      />
      <AccessTokens />
    </Page>
  );
}
